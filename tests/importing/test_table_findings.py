"""What the rows of a workbook say, as the score compares it."""

import pytest

from tests.importing.building import build_document
from tests.importing.table_findings import table_facts
from tests.ledger.importers.content_dictionary import content_dictionary

TASKS = """| 2024年任务分解表 |  |  |  |
| 序号 | 任务 | 牵头单位 | 完成时限 |
| 1 | 新增托位300个 | 人口科 | 2024年10月 |
| 2 | 完善转诊制度 | 医政科 | 长期坚持 |
"""
RESULTS = """| 指标名称 | 单位 | 年度指标值 | 实际完成值 |
| 健康讲座 | 场次 | 200 | 236 |
"""


@pytest.fixture
def read(tmp_path):
    def read_table(text: str):
        source = tmp_path / "table.xlsx.txt"
        source.write_text(text, encoding="utf-8")
        return table_facts(build_document(source, tmp_path), content_dictionary(), 2024)

    return read_table


def test_tasks_are_commitments_at_the_beginning(read):
    facts = read(TASKS)
    assert [fact.text for fact in facts.of("commitments")] == ["新增托位300个", "完善转诊制度"]
    assert facts.outline == ("开头",)


def test_a_result_stands_beside_its_target(read):
    facts = read(RESULTS)
    assert [fact.key for fact in facts.of("figures")] == [("236", "场次")]
    assert [fact.key for fact in facts.of("targets")] == [(">=", "200", "场次")]
