"""One promise judged by its answers, for the tests of verdicts."""

from ledger.analysis.verdict import assess_all
from tests.ledger.builders import commitment, indicator, ledger, measure, outcome, source

C1 = "example-2023-elderly-health-c1"
HALF, YEAR, NEXT, PLAN = (
    source("half", period="2023-H1"),
    source(),
    source("next", period="2024"),
    source("plan", kind="plan"),
)
# Due at the end of 2023; judged in April 2024, when that is over.
AFTER, ON, BEFORE = "2024-04-03", "2023-12-31", "2023-06-30"


def judge(goal, *answers, direction=None, as_of=AFTER, **changes):
    """Judge one promise by its answers: figures that point to it, outcomes as (claim, source)."""
    records = [
        outcome(answer[0], local=f"o{place}", source_=answer[1].id, commitments=(C1,))
        if isinstance(answer, tuple)
        else answer
        for place, answer in enumerate(answers)
    ]
    indicators = [indicator(direction=direction)] if direction else []
    promise = commitment(goal, indicator="management-rate" if direction else None, **changes)
    book = ledger(promise, *records, indicators=indicators, sources=[HALF, YEAR, NEXT, PLAN], as_of=as_of)
    return assess_all(book)[C1]


def figure(value, unit="%", word=None, *, period="2023", local="m1"):
    """A figure that answers the promise."""
    return measure(value, unit, word, period=period, local=local, commitment=C1)
