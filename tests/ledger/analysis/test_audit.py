from ledger.analysis.agreement import Obstacle
from ledger.analysis.audit import Check, audit
from ledger.analysis.findings import analyse
from tests.ledger.builders import ledger, measure


def test_every_kind_is_counted():
    records = [
        measure("2", "人", local="n"),
        measure("3", "人", local="d"),
        measure(
            "66.67",
            local="r",
            numerator="example-2023-elderly-health-n",
            denominator="example-2023-elderly-health-d",
        ),
        measure(
            "70",
            local="w",
            numerator="example-2023-elderly-health-n",
            denominator="example-2023-elderly-health-d",
        ),
        measure("redacted", local="x"),
        measure("1", "人", local="p", part_of="example-2023-elderly-health-n"),
        measure("4", "人", local="q", part_of="example-2023-elderly-health-d"),
        measure("5", "张", local="t1"),
        measure("5", "张", local="t2"),
    ]
    found = {item.check: item for item in audit(analyse(ledger(*records)))}
    assert list(found) == list(Check)
    rates, totals = found[Check.RATE], found[Check.TOTAL]
    assert (rates.agreeing, rates.differing, rates.checked, rates.unchecked) == (
        1,
        1,
        2,
        {Obstacle.REDACTED: 1},
    )
    assert (totals.agreeing, totals.differing, totals.unchecked) == (1, 1, {})
    # All figures are called 数字: those of one unit tell one fact: 人 differ, 张 are equal, % differ.
    assert (found[Check.RETELLING].agreeing, found[Check.RETELLING].differing) == (1, 2)
    # No day is known of the document.
    assert found[Check.DATE].unchecked == {Obstacle.NOT_GIVEN: 9}
    assert found[Check.CLAIM].checked == found[Check.CHANGE].checked == 0
