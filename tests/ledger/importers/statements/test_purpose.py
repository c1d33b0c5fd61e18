import pytest

from ledger.importers.statements.purpose import (
    Purpose,
    is_aim,
    is_announcement,
    is_fact,
    is_intent,
    is_number_only,
    purpose_of,
)


@pytest.mark.parametrize(
    ("clause", "purpose"),
    [
        ("在县委的坚强领导下", Purpose.FRAME),
        ("深入贯彻全国会议精神", Purpose.FRAME),
        ("按照上级统一部署", Purpose.FRAME),
        ("以医防融合为抓手", Purpose.MEANS),
        ("通过专家坐诊等方式", Purpose.MEANS),
        ("建设儿童友好医院", Purpose.ACTION),
        ("镇卫生院开设夜间门诊", Purpose.REMARK),
        ("依托乡镇卫生院做强康复科", Purpose.ACTION),
    ],
)
def test_a_clause_is_told_by_its_words(clause, purpose):
    assert purpose_of(clause, follows=False, plans=True) is purpose


def test_an_effect_after_an_act_is_its_end():
    assert purpose_of("不断提升诊疗水平", follows=True, plans=True) is Purpose.END
    assert purpose_of("不断提升诊疗水平", follows=False, plans=True) is Purpose.ACTION


def test_an_effect_that_somebody_counts_is_an_act():
    assert purpose_of("提高疫苗接种率", follows=True, plans=True) is Purpose.ACTION


def test_what_follows_an_aim_is_an_aim_too():
    assert is_aim("为进一步规范诊疗行为")
    assert is_aim("今年为更好地服务居民")
    assert not is_aim("为老年人体检5000人")


@pytest.mark.parametrize(
    ("clause", "purpose"),
    [
        ("县医院在完成改造的基础上", Purpose.FRAME),
        ("区疾控中心围绕年度目标任务", Purpose.FRAME),
        ("今年针对汛期防病任务", Purpose.MEANS),
        ("对新办诊所单位", Purpose.FRAME),
        ("疫苗管理方面", Purpose.FRAME),
        ("在完善制度、健全台账、压实责任、强化督导等各项工作基础上", Purpose.FRAME),
    ],
)
def test_a_frame_may_have_its_body_before_it(clause, purpose):
    assert purpose_of(clause, follows=False, plans=False) is purpose


def test_a_number_binds_in_a_plan():
    assert purpose_of("远程会诊量1200例", follows=True, plans=True) is Purpose.ACTION
    assert purpose_of("远程会诊量1200例", follows=True, plans=False) is Purpose.REMARK


def test_facts_and_intents_are_told_apart():
    assert is_fact("去年新院区已建成投用")
    assert not is_fact("建成新院区")
    assert is_intent("下一步将推进信息互通")
    assert is_intent("确保年底前投用")
    assert not is_intent("计划生育服务平稳有序")
    assert is_announcement("下半年")
    assert not is_announcement("计划免疫工作有序开展")


def test_numbers_alone_report_nothing():
    assert is_number_only("参训率98%")
    assert is_number_only("签约率达到61.2%")
    assert not is_number_only("举办讲座12场")


def test_a_long_run_of_digits_is_read_in_one_go():
    assert purpose_of("1" * 50_000 + "号线工程顺利进行得很好", follows=False, plans=True) is Purpose.ACTION
