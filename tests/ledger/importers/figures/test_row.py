"""Which cell of a row says what."""

import pytest

from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.row import assigns_tasks, cells_of
from tests.ledger.importers.content_dictionary import content_dictionary


def read(**cells):
    text = ",".join(f"{heading}:{cell}" for heading, cell in cells.items())
    return cells_of(text, tuple(cells.items()), NumberReader(content_dictionary()))


def told(cell):
    """A cell as name, value, unit and what its column holds."""
    kinds = [kind for kind in ("goal", "change", "done") if getattr(cell, f"is_{kind}")]
    return " ".join([cell.name, str(cell.amount.value), cell.amount.unit, *kinds])


# Row → its numbers.
ROWS = [
    ({"指标": "建档率", "计量单位": "%", "计划数": "90", "实绩": "92"},
     ["建档率 90 % goal", "建档率 92 % done"]),
    ({"指标": "寿命", "单位": "岁", "目标任务": "80", "目前进度": "79"},
     ["寿命 80 岁 goal", "寿命 79 岁 done"]),
    ({"项目": "筛查", "累计完成(人)": "826"}, ["筛查 826 人 done"]),
    ({"项目": "筛查", "截至11月底完成": "826人"}, ["筛查 826 人 done"]),
    ({"指标": "费用增幅", "预期目标": "≤5%", "实现值": "3%"}, ["费用增幅 5 % goal", "费用增幅 3 % done"]),
    ({"指标": "门诊", "序时进度": "91%"}, ["门诊序时进度 91 %"]),
    ({"指标": "门诊", "完成率(%)": "98"}, ["门诊完成率 98 %"]),
    ({"指标": "死亡率(‰)", "2023年": "2.1"}, ["死亡率 2.1 ‰"]),
    ({"指标": "增长率(‰)", "2023年": "-1.26"}, ["增长率 -1.26 ‰"]),
    ({"机构": "县医院", "同比增减(%)": "-3.2"}, ["县医院同比增减 -3.2 % change"]),
    ({"指标": "托位数", "目标(个)": "4", "上年同期": "3", "本年": "5"},
     ["托位数 4 个 goal", "托位数上年同期 3 个", "托位数 5 个 done"]),
    ({"指标": "培训", "指标值": "9人", "分值": "10", "得分": "8分"}, ["培训 9 人 goal"]),
    ({"机构": "县医院", "得分": "86分"}, ["县医院得分 86 分"]),
    ({"序号": "3", "指标": "培训", "权重": "5%"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected"), ROWS)
def test_a_cell_is_what_its_column_says(cells, expected):
    assert [told(cell) for cell in read(**cells)[0]] == expected


def test_a_cell_with_words_keeps_them():
    (words,) = read(项目="村卫生室", 进展="已建成4个,装修2个")[1]
    assert (words.text, words.name, words.is_done) == ("已建成4个,装修2个", "村卫生室", True)


def test_a_column_of_a_year_has_that_period():
    assert [cell.period for cell in read(指标="人口", **{"2022年(人)": "5", "2023年(人)": "6"})[0]] == [
        "2022",
        "2023",
    ]


@pytest.mark.parametrize(
    ("headings", "assigned"), [("任务 完成时限", True), ("任务 牵头单位 进展", False), ("任务 数量", False)]
)
def test_a_row_of_duties_without_results_assigns_tasks(headings, assigned):
    assert assigns_tasks(tuple((heading, "1") for heading in headings.split())) is assigned
