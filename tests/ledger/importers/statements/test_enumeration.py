import pytest

from ledger.importers.statements.clause import Clause
from ledger.importers.statements.enumeration import items_of


def items(text):
    return [item.text for item in items_of(Clause(0, len(text), text))]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("推进东河镇、西河镇卫生院改造", ["推进东河镇卫生院改造", "推进西河镇卫生院改造"]),
        ("健全考核机制、完善分配办法", ["健全考核机制", "完善分配办法"]),
        ("实施水质检测、学生体检、食堂巡查等项目", ["实施水质检测", "实施学生体检", "实施食堂巡查"]),
        ("加快全科医生培养和乡镇药房建设", ["加快全科医生培养", "加快乡镇药房建设"]),
        ("考虑建设东河、西河卫生院", ["考虑建设东河卫生院", "考虑建设西河卫生院"]),
    ],
)
def test_things_that_share_a_verb_come_apart(clause, expected):
    assert items(clause) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "提升采样、检测、分析等专业能力",
        "推动医疗、医保、医药联动",
        "建立权责清晰、运转顺畅的工作机制",
        "完善投诉受理和处置机制",
        "落实人员统一招聘、统一调配",
        "做到防微杜渐、未雨绸缪",
        "选派内科和外科骨干到省级医院进修",
        "开展“手卫生、口罩、消毒”宣传",
    ],
)
def test_one_thing_stays_one(clause):
    assert items(clause) == [clause]


def test_each_thing_keeps_its_place():
    clause = Clause(10, 26, "实施水质检测、学生体检、食堂巡查")
    assert [(item.start, item.end) for item in items_of(clause)] == [(12, 16), (17, 21), (22, 26)]


def test_a_long_list_is_read_in_one_go():
    assert len(items("开展" + "、".join(["环境整治行动", "控烟宣传行动"] * 1000))) == 2000


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("改造乡镇卫生院、村卫生室30所", ["改造乡镇卫生院、村卫生室30所"]),
        ("开展医院、学校、托幼机构督导4次", ["开展医院、学校、托幼机构督导4次"]),
        ("新建门诊1个、病区2个", ["新建门诊1个", "新建病区2个"]),
        ("建设检验、影像、心电三大中心", ["建设检验、影像、心电三大中心"]),
        ("加强护理人才、全科医生队伍建设", ["加强护理人才队伍建设", "加强全科医生队伍建设"]),
        ("建立风险评估、预警、管理制度", ["建立风险评估制度", "建立预警制度", "建立管理制度"]),
        ("推行会诊、转诊一站式服务", ["推行会诊、转诊一站式服务"]),
        ("提高发现问题、解决难题的能力", ["提高发现问题、解决难题的能力"]),
        (
            "印发《关于医院的办法》、《关于诊所的办法》等",
            ["印发《关于医院的办法》", "印发《关于诊所的办法》"],
        ),
    ],
)
def test_one_count_one_quality_or_one_name_is_not_cut_in_two(words, expected):
    assert [item.text for item in items_of(Clause(0, len(words), words))] == expected
