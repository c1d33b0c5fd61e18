import pytest

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.clause import cut_clauses
from ledger.importers.statements.finding import findings_of
from ledger.importers.statements.want import admits, is_shortcoming, turns, wants_of


def wants(text):
    return [want.text for want in wants_of(text, cut_clauses(text))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "主要表现在：产科医生短缺；救护车老化；信息化水平不高。",
            ["产科医生短缺", "救护车老化", "信息化水平不高"],
        ),
        ("存在的主要问题是：一是编制不足，二是资金缺口较大。", ["编制不足", "资金缺口较大"]),
        ("主要原因：一是认识有偏差；二是力度欠缺。", ["认识有偏差", "力度欠缺"]),
        ("首先，床位分布不均衡；其次，夜间服务还不够便捷。", ["床位分布不均衡", "夜间服务还不够便捷"]),
        ("由于历史欠账较多，村卫生室设施陈旧。", ["由于历史欠账较多，村卫生室设施陈旧"]),
        ("受地形限制，急救半径偏大，转运时间过长。", ["受地形限制，急救半径偏大"]),
        ("医务人员待遇偏低，积极性不高。", ["医务人员待遇偏低", "积极性不高"]),
        ("每万人口全科医生仅2.1名，低于全省平均水平。", ["每万人口全科医生仅2.1名"]),
        ("药品种类少，难以满足慢病患者需要。", ["药品种类少"]),
        ("村医年龄偏大，后继乏人。", ["村医年龄偏大", "后继乏人"]),
        ("学科带头人青黄不接，科研是短板。", ["学科带头人青黄不接", "科研是短板"]),
        ("财政投入跟不上实际需要。", ["财政投入跟不上实际需要"]),
        ("老年护理有待规范。", ["老年护理有待规范"]),
        ("慢性病防控任重道远，疫情防控压力较大。", ["慢性病防控任重道远", "疫情防控压力较大"]),
        ("签而不约现象不同程度存在。", ["签而不约现象不同程度存在"]),
        ("智慧医院尚未建成，与先进地区仍有差距。", ["智慧医院尚未建成", "与先进地区仍有差距"]),
        ("学科建设存在短板。", ["学科建设存在短板"]),
        ("工作中还存在一些困难和不足：护士缺编56人。", ["护士缺编56人"]),
        ("我们的健康宣教形式单一。", ["我们的健康宣教形式单一"]),
        ("消毒供应室面积太小，施工期短。", ["消毒供应室面积太小", "施工期短"]),
        ("病区拥挤，呼叫设备经常出故障。", ["病区拥挤", "呼叫设备经常出故障"]),
        ("财政补助不足，历史债务较重。", ["财政补助不足", "历史债务较重"]),
        ("两套系统互不联通，转往外地的患者较多。", ["两套系统互不联通", "转往外地的患者较多"]),
        ("骨干护士频频跳槽，村医招不来。", ["骨干护士频频跳槽", "村医招不来"]),
        ("我们更要正视问题：麻醉医师紧缺。", ["麻醉医师紧缺"]),
        ("自查问题", []),
        ("滞后原因", []),
        ("下一步，我们将认真研究解决。", []),
        ("这些问题，我们将切实加以解决。", []),
        ("全区床位增加120张。", []),
    ],
)
def test_each_thing_that_is_wanting_comes_alone_with_its_cause(sentence, expected):
    assert wants(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "筛查5000人，但由于人手不足，随访率仅为61%。",
            [("outcome", "筛查5000人"), ("problem", "由于人手不足，随访率仅为61%")],
        ),
        (
            "新建村卫生室12所，不过部分村医年龄偏大，服务能力仍显不足。",
            [
                ("outcome", "新建村卫生室12所"),
                ("problem", "部分村医年龄偏大"),
                ("problem", "服务能力仍显不足"),
            ],
        ),
        ("由于人手不足，返聘医师12名。", [("outcome", "返聘医师12名")]),
        ("针对护士短缺的问题，招聘护士30名。", [("outcome", "招聘护士30名")]),
        (
            "完成体检，但难度较大的签约任务仍全部完成。",
            [("outcome", "完成体检"), ("outcome", "难度较大的签约任务仍全部完成")],
        ),
    ],
)
def test_a_summary_admits_a_want_only_where_it_turns_to_it(sentence, expected):
    found = findings_of(Passage(sentence, "一", Role.SUMMARY))
    assert [(finding.kind.value, finding.text) for finding in found] == expected


def test_what_is_wanting_is_told_from_how_it_is_introduced():
    assert is_shortcoming("学科带头人缺乏")
    assert is_shortcoming("居民知晓率仅为58%")
    assert not is_shortcoming("队伍稳定")
    assert not is_shortcoming("但工作中还存在以下一些困难")
    assert admits("我们也清醒地认识到")
    assert turns("然而设备老化")
    assert not turns("设备老化")


def test_long_sentences_are_read_in_one_go():
    assert wants("机构多，" * 20_000) == []
    assert len(wants("设备老化，" * 20_000)) == 20_000
