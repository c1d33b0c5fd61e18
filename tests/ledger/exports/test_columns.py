from datetime import date
from decimal import Decimal

import pytest

from ledger.analysis.verdict import Evidence, Flag, Timing, Verdict
from ledger.exports.columns import COMMITMENTS, CORRECTIONS, MEASURES, OUTCOMES, PROBLEMS, SOURCES
from ledger.exports.rows import SourceRow
from ledger.model.commitment import DueBasis
from ledger.model.correction import Correction
from ledger.model.outcome import Claim, Outcome
from ledger.model.period import Period
from ledger.model.quantity import Change
from ledger.model.stated_problem import StatedProblem
from ledger.model.target import Operator, Target
from tests.ledger.exports.reading import cells, figure
from tests.ledger.exports.records import (
    ABOUT,
    OVER,
    PERCENT,
    POINTS,
    TEN_THOUSAND_PEOPLE,
    assessment,
    commitment,
    key,
    measure,
    origin,
    source,
)

COLUMNS = {
    "measures": MEASURES,
    "commitments": COMMITMENTS,
    "outcomes": OUTCOMES,
    "problems": PROBLEMS,
    "sources": SOURCES,
    "corrections": CORRECTIONS,
}
# Written out once more on purpose: scripts of readers rely on these names in this order.
PROMISED = {
    "measures": """
        id region year topic indicator name status value unit qualifier period_start period_end target_op
        target_value baseline_value change_value change_unit numerator denominator source at raw repaired note
        commitment change_against numerator_id denominator_id repair_note value_written unit_written
        target_unit change_qualifier part_of
    """,
    "commitments": """
        id region year topic text kind target_op target_value target_unit indicator due lead continues verdict
        claim evidence timing source at
        owner due_basis support flags target_redacted note raw repaired repair_note
    """,
    "outcomes": "id region year topic commitment claim text source at measures note",
    "problems": "id region year topic text addressed_by source at note",
    "sources": """
        id region title kind publisher year year_basis period_start period_end published completeness
        legibility disclosed redacted
        year_reason reposter reposted url commitments outcomes problems
    """,
    "corrections": "id region record date field from to what why source",
}


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_stand_in_the_promised_order(table):
    assert list(COLUMNS[table]) == PROMISED[table].split()


def test_figure_fills_every_column():
    item = measure(
        "m2",
        "93.90",
        PERCENT,
        indicator="signing-rate",
        qualifier=ABOUT,
        period=Period.parse("2023-H1"),
        origin=origin(raw="93.9o%", repaired="字母o认成数字0", note="只算常住人口"),
        baseline=Decimal("90.10"),
        change=Change(Decimal("-3.80"), POINTS, "同比", OVER),
        numerator="demo-2023-family-doctor-m3",
        denominator="demo-2023-family-doctor-m4",
        commitment="demo-2023-family-doctor-c1",
    )

    row = figure(
        item,
        Target(Operator.AT_LEAST, Decimal("85.0"), PERCENT),
        measure("m3", "1.8", TEN_THOUSAND_PEOPLE),
        measure("m4", "19169"),
    )

    assert row == {
        "id": "demo-2023-family-doctor-m2",
        "region": "demo",
        "year": "2023",
        "topic": "family-doctor",
        "indicator": "signing-rate",
        "name": "签约人数",
        "status": "disclosed",
        "value": "93.90",
        "unit": "%",
        "qualifier": "约",
        "period_start": "2023-01-01",
        "period_end": "2023-06-30",
        "target_op": ">=",
        "target_value": "85.0",
        "baseline_value": "90.10",
        "change_value": "-3.80",
        "change_unit": "百分点",
        "numerator": "18000",
        "denominator": "19169",
        "source": "demo-1",
        "at": "一、(一)",
        "raw": "93.9o%",
        "repaired": "true",
        "note": "只算常住人口",
        "commitment": "demo-2023-family-doctor-c1",
        "change_against": "同比",
        "numerator_id": "demo-2023-family-doctor-m3",
        "denominator_id": "demo-2023-family-doctor-m4",
        "repair_note": "字母o认成数字0",
        "value_written": "93.90",
        "unit_written": "%",
        "target_unit": "%",
        "change_qualifier": "余",
    }


def test_commitment_fills_every_column():
    promise = commitment(
        "c1",
        Target(Operator.AT_LEAST, Decimal(85), PERCENT),
        due=date(2023, 9, 30),
        due_basis=DueBasis.STATED,
        origin=origin(note="分两批", raw="85o%", repaired="多认了一个字母o"),
        indicator="signing-rate",
        lead="基层卫生科",
        support=("财务科", "疾控中心"),
        owner="国务院",
        continues="demo-2022-family-doctor-c1",
    )
    judged = assessment(
        promise,
        claim=Claim.DONE,
        evidence=Evidence.FIGURE,
        timing=Timing.OVERDUE,
        verdict=Verdict.NOT_MET,
        flags=(Flag.CLAIM_CONTRADICTS_FIGURE, Flag.TARGET_ADJUSTED),
    )

    assert cells(COMMITMENTS, judged) == {
        "id": "demo-2023-family-doctor-c1",
        "region": "demo",
        "year": "2023",
        "topic": "family-doctor",
        "text": "签约率达到目标",
        "kind": "numeric",
        "target_op": ">=",
        "target_value": "85",
        "target_unit": "%",
        "indicator": "signing-rate",
        "due": "2023-09-30",
        "lead": "基层卫生科",
        "continues": "demo-2022-family-doctor-c1",
        "verdict": "not_met",
        "claim": "done",
        "evidence": "figure",
        "timing": "overdue",
        "source": "demo-1",
        "at": "一、(一)",
        "owner": "国务院",
        "due_basis": "stated",
        "support": "财务科;疾控中心",
        "flags": "claim_contradicts_figure;target_adjusted",
        "target_redacted": "false",
        "note": "分两批",
        "raw": "85o%",
        "repaired": "true",
        "repair_note": "多认了一个字母o",
    }


def test_outcome_fills_every_column():
    outcome = Outcome(
        key("o1"),
        "完成签约任务",
        Claim.EXCEEDED,
        origin(note="含续签"),
        ("demo-c1", "demo-c2"),
        ("demo-m1", "demo-m2"),
    )

    assert cells(OUTCOMES, outcome) == {
        "id": "demo-2023-family-doctor-o1",
        "region": "demo",
        "year": "2023",
        "topic": "family-doctor",
        "commitment": "demo-c1;demo-c2",
        "claim": "exceeded",
        "text": "完成签约任务",
        "source": "demo-1",
        "at": "一、(一)",
        "measures": "demo-m1;demo-m2",
        "note": "含续签",
    }


def test_stated_problem_fills_every_column():
    problem = StatedProblem(key("p1"), "村医年龄偏大", origin(note="三个镇"), ("demo-c1", "demo-c2"))

    assert cells(PROBLEMS, problem) == {
        "id": "demo-2023-family-doctor-p1",
        "region": "demo",
        "year": "2023",
        "topic": "family-doctor",
        "text": "村医年龄偏大",
        "addressed_by": "demo-c1;demo-c2",
        "source": "demo-1",
        "at": "一、(一)",
        "note": "三个镇",
    }


def test_source_fills_every_column():
    document = source(
        publisher="示例区卫生健康委员会",
        published=date(2024, 1, 10),
        reposter="某文档网站",
        reposted=date(2024, 1, 24),
        url="https://example.org/1",
        period=Period.parse("2023"),
    )

    assert cells(SOURCES, SourceRow(document, 7, 2, 4, 5, 0)) == {
        "id": "demo-1",
        "region": "demo",
        "title": "2023年工作总结",
        "kind": "summary",
        "publisher": "示例区卫生健康委员会",
        "year": "2023",
        "year_basis": "stated",
        "period_start": "2023-01-01",
        "period_end": "2023-12-31",
        "published": "2024-01-10",
        "completeness": "whole",
        "legibility": "clean",
        "disclosed": "7",
        "redacted": "2",
        "year_reason": "标题写明2023年。",
        "reposter": "某文档网站",
        "reposted": "2024-01-24",
        "url": "https://example.org/1",
        "commitments": "4",
        "outcomes": "5",
        "problems": "0",
    }


def test_correction_fills_every_column():
    correction = Correction(
        "2024-04-01-demo-m1",
        "demo",
        ("demo-m1", "demo-m2"),
        date(2024, 4, 1),
        "误抄一位",
        "数字颠倒",
        "demo-1",
        "value",
        "63.90",
        "69.3",
        "content/regions/demo/corrections.yml",
        (3, 7, 4),
    )

    assert cells(CORRECTIONS, correction) == {
        "id": "2024-04-01-demo-m1",
        "region": "demo",
        "record": "demo-m1;demo-m2",
        "date": "2024-04-01",
        "field": "value",
        "from": "63.90",
        "to": "69.3",
        "what": "误抄一位",
        "why": "数字颠倒",
        "source": "demo-1",
    }
