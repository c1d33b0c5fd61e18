import pytest

from ledger.analysis.disclosure import Disclosure, count_disclosure, disclosure_by_source
from tests.ledger.builders import ledger, measure, source

OPEN, MASKED, MISSING = measure("1"), measure("redacted"), measure("not_reported")


def test_figures_are_counted_by_status():
    found = count_disclosure([OPEN, MASKED, OPEN, MISSING, OPEN, MASKED])
    assert Disclosure(disclosed=3, redacted=2, not_reported=1) == found
    assert found.total == 6


@pytest.mark.parametrize(
    ("measures", "share"),
    [
        # Missing figures are not written, so they are neither open nor masked: 1 of 4, not of 5.
        ([OPEN, OPEN, OPEN, MASKED, MISSING], 25),
        ([MASKED], 100),
        ([OPEN], 0),
        ([MISSING], 0),
        ([], 0),
    ],
)
def test_share_of_masked_figures_is_of_those_written(measures, share):
    assert share == count_disclosure(measures).redacted_share


def test_documents_are_counted_apart_and_one_without_figures_too():
    book = ledger(OPEN, sources=[source(), source("plan", kind="plan")])
    found = disclosure_by_source(book, [MISSING])
    assert found == {"example-2023-summary": Disclosure(1, 0, 1), "plan": Disclosure(0, 0, 0)}
