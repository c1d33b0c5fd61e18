from ledger.analysis.findings import analyse
from ledger.analysis.verdict import Verdict
from tests.ledger.builders import commitment, indicator, ledger, measure


def test_everything_is_worked_out_from_the_ledger_alone():
    above, below = measure("2", "人", local="n"), measure("3", "人", local="d")
    rate = measure("66.67", local="r", numerator=above.id, denominator=below.id)
    silent = commitment(">= 62", local="c1", indicator="management-rate")
    early = commitment(">= 70", local="c2", due="2030-12-31", continues=silent.id)
    book = ledger(above, below, rate, silent, early, indicators=[indicator()])
    found = analyse(book)
    assert [found.assessments[item.id].verdict for item in (silent, early)] == [
        Verdict.UNREPORTED,
        Verdict.NOT_DUE,
    ]
    assert list(found.recomputations) == [rate.id]
    assert [item.commitment for item in found.missing] == [silent.id]
    assert [item.commitment for item in found.awaited] == [early.id]
    assert [item.measures for item in found.series["management-rate"]] == [found.missing]
    assert found.lineages[early.id] == (silent, early)
    assert found == analyse(book)


def test_records_are_held_against_each_other():
    total = measure("3", "张", local="t", parts="all")
    part = measure("2", "张", local="p", part_of=total.id)
    found = analyse(ledger(total, part)).checks
    assert list(found.totals) == [total.id]
    assert [item.measures for item in found.retellings] == [(total, part)]
    assert found.chronology.unknown == 2
