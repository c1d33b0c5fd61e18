import pytest

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.finding import findings_of
from ledger.importers.statements.result import counts_the_same, has_come, is_praise, is_result


def reported(text):
    return [finding.text for finding in findings_of(Passage(text, "一", Role.SUMMARY))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # A result without a listed verb.
        ("康复医院二期开诊运行。", ["康复医院二期开诊运行"]),
        ("传染病楼基本完工，门诊楼项目已取得可研批复。", ["传染病楼基本完工", "门诊楼项目已取得可研批复"]),
        ("7家单位获批省级健康驿站。", ["7家单位获批省级健康驿站"]),
        ("检测能力位居全省第一。", ["检测能力位居全省第一"]),
        ("我县荣获全国示范县称号。", ["我县荣获全国示范县称号"]),
        ("县中医院通过二甲复审。", ["县中医院通过二甲复审"]),
        ("全年未发生院感事件。", ["全年未发生院感事件"]),
        # Praise and ways.
        ("各项工作取得新进展新成效。", []),
        ("奋力交出民生高分答卷。", []),
        ("为健康某县建设作出了积极贡献。", []),
        ("得到群众一致好评。", []),
        ("主动融入区域发展大局，更新观念，强化作风建设。", []),
        ("我市继续遵循“一体两翼”发展思路。", []),
        ("突出工作重点，充分发挥基层网底作用。", []),
        ("接诊时须查验证件。", []),
        # One act with its figures.
        ("组织两癌免费筛查，共筛查8200人，检出可疑病例37例。", ["组织两癌免费筛查"]),
        ("老年病区投入使用，新增床位800张。", ["老年病区投入使用"]),
        ("三名医师入选省级名医，居全市第二。", ["三名医师入选省级名医"]),
        ("查处案件46起，受理投诉31件，全部按期办结。", ["查处案件46起", "受理投诉31件"]),
        ("下派专家36名，开展手术210台。", ["下派专家36名", "开展手术210台"]),
        ("食品检测300份，饮用水检测120份，院感检测60份。", ["食品检测300份"]),
        # A carried subject brings no old predicate with it.
        (
            "老院区基本确定在河东选址建设，加快推进新院区选址。",
            ["老院区基本确定在河东选址建设", "加快推进新院区选址"],
        ),
        ("疫情均在1天内实现清零、均未发生外溢。", ["疫情均在1天内实现清零、均未发生外溢"]),
        ("投资2亿元的县医院迁建项目封顶，采购设备3台。", ["投资2亿元的县医院迁建项目封顶", "采购设备3台"]),
    ],
)
def test_what_an_editor_would_record(sentence, expected):
    assert reported(sentence) == expected


def test_a_clause_without_a_verb_reports_a_change_or_a_count():
    assert is_result("满意度提升")
    assert is_result("产前筛查300人")
    assert not is_result("宣传单500份")
    assert not is_result("服务站12家")


def test_what_is_good_in_general_is_praise_only_of_a_whole_or_after_an_act():
    assert is_praise("各项工作取得显著成效", follows=False)
    assert is_praise("防控取得显著成效", follows=True)
    assert not is_praise("控烟行动取得新成效", follows=False)
    assert not is_praise("就诊率取得3个百分点的进步", follows=True)


def test_a_sum_belongs_to_the_act_it_comes_back_to():
    assert counts_the_same("共筛查800人", "开展免费筛查")
    assert not counts_the_same("共发放手册800本", "开展免费筛查")
    assert not counts_the_same("共筛查800人", "筛查学校12所")


def test_an_effect_has_come_where_it_says_so():
    assert has_come("缓解了停车压力")
    assert not has_come("缓解停车压力")
