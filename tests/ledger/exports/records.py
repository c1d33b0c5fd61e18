"""A small ledger whose every cell can be worked out by hand: one region, two files, one source."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from ledger.analysis.findings import Findings
from ledger.analysis.verdict import Assessment, Evidence, Flag, Timing, Verdict
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.dictionary import Dictionary
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.outcome import Claim, Outcome
from ledger.model.period import Period
from ledger.model.quantity import Bound, Qualifier, Unit
from ledger.model.record import Key, Origin
from ledger.model.settings import Settings
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.model.target import Operator, Target

PERCENT = Unit("%", "%", "rate")
POINTS = Unit("百分点", "百分点", "change")
PEOPLE = Unit("人", "人", "count")
TEN_THOUSAND_PEOPLE = Unit("万人", "人", "count", Decimal(10000))
TEN_THOUSAND_YUAN = Unit("万元", "元", "money", Decimal(10000))

ABOUT = Qualifier("约", Bound.ABOUT, "before")
OVER = Qualifier("余", Bound.LOWER, "between")


def key(local, topic="family-doctor"):
    return Key("demo", 2023, topic, local)


def origin(**parts):
    return Origin("demo-1", "一、(一)", **parts)


def measure(local="m1", value="12", unit=PEOPLE, *, topic="family-doctor", **parts):
    """Make a disclosed figure; a value of None is masked."""
    status = MeasureStatus.DISCLOSED if value is not None else MeasureStatus.REDACTED
    number = None if value is None else Decimal(value)
    parts = {"status": status, "period": Period.parse("2023"), "origin": origin(), **parts}
    return Measure(key(local, topic), "签约人数", value=number, unit=unit, **parts)


def commitment(local="c1", target=None, *, due_basis=DueBasis.PLAN_YEAR, **parts):
    parts = {"due": date(2023, 12, 31), "origin": origin(), **parts}
    return Commitment(key(local), "签约率达到目标", due_basis=due_basis, target=target, **parts)


def assessment(promise, **parts):
    parts = {
        "claim": Claim.NONE,
        "evidence": Evidence.NONE,
        "timing": Timing.DUE,
        "verdict": Verdict.UNREPORTED,
        **parts,
    }
    return Assessment(promise, **parts)


def source(**parts):
    fixed = Source(
        id="demo-1",
        region="demo",
        title="2023年工作总结",
        kind="summary",
        year=2023,
        year_basis="stated",
        year_reason="标题写明2023年。",
        period=Period.parse("2023-01/?"),
        completeness="whole",
        legibility="clean",
        path="content/regions/demo/sources.yml",
    )
    return replace(fixed, **parts)


def file(topic="family-doctor", *, measures=(), commitments=(), outcomes=(), stated_problems=()):
    path = f"content/regions/demo/2023/{topic}.md"
    return TopicYear(
        "demo",
        2023,
        topic,
        path,
        tuple(measures),
        tuple(commitments),
        tuple(outcomes),
        tuple(stated_problems),
        "",
    )


def ledger(*files, sources=None):
    settings = Settings(
        title="账",
        tagline="一句话",
        publisher="编辑部",
        licence="CC BY 4.0",
        as_of=date(2024, 6, 30),
        as_of_reason="最近一份文件的日期",
    )
    known = {item.id: item for item in (sources or [source()])}
    return Ledger(
        settings,
        Dictionary(topics={}, terms={}, units={}, scales={}, qualifiers={}, indicators={}),
        {},
        known,
        files,
    )


def findings(*assessments, missing=(), awaited=()):
    judged = {item.commitment.id: item for item in assessments}
    return Findings(
        judged, recomputations={}, missing=tuple(missing), awaited=tuple(awaited), series={}, lineages={}
    )


def sample():
    """Make a ledger with something in every table, and what follows from it."""
    signed = measure("m1", "1.8", TEN_THOUSAND_PEOPLE, qualifier=OVER)
    rate = measure("m2", "93.90", PERCENT, numerator=signed.id, commitment=key("c1").id)
    masked = measure("m3", None, TEN_THOUSAND_YUAN)
    elsewhere = measure("m1", "0.50", PERCENT, topic="immunization")
    promise = commitment("c1", Target(Operator.AT_LEAST, Decimal(85), PERCENT))
    silent = commitment("c2", Target(Operator.AT_LEAST, Decimal(2), TEN_THOUSAND_PEOPLE))
    absent = measure(
        "c2-figure", None, TEN_THOUSAND_PEOPLE, status=MeasureStatus.NOT_REPORTED, commitment=silent.id
    )
    outcome = Outcome(
        key("o1"), "完成签约任务", Claim.DONE, origin(), (promise.id, silent.id), (signed.id, rate.id)
    )
    problem = StatedProblem(key("p1"), "村医年龄偏大", origin(), (promise.id, silent.id))
    first = file(
        measures=[signed, rate, masked],
        commitments=[promise, silent],
        outcomes=[outcome],
        stated_problems=[problem],
    )
    judged = assessment(
        promise,
        claim=Claim.DONE,
        evidence=Evidence.FIGURE,
        verdict=Verdict.EXCEEDED,
        flags=(Flag.TARGET_ADJUSTED,),
    )
    return SimpleNamespace(
        ledger=ledger(first, file("immunization", measures=[elsewhere])),
        findings=findings(judged, assessment(silent), missing=[absent]),
    )
