from ledger.analysis.lineage import lineages
from tests.ledger.builders import commitment, ledger


def promise(local, year, continues=None):
    """A promise that carries on another one."""
    return commitment(local=local, year=year, due=None, continues=continues and continues.id)


FIRST = promise("a", 2013)
SECOND = promise("b", 2014, FIRST)
THIRD = promise("c", 2015, SECOND)


def test_a_chain_runs_from_oldest_to_newest_and_is_found_from_each_member():
    found = lineages(ledger(THIRD, FIRST, SECOND))
    assert dict.fromkeys((FIRST.id, SECOND.id, THIRD.id), (FIRST, SECOND, THIRD)) == found


def test_a_promise_alone_is_its_own_chain():
    assert lineages(ledger(FIRST)) == {FIRST.id: (FIRST,)}


def test_two_promises_may_carry_on_one():
    twin = promise("d", 2014, FIRST)
    found = lineages(ledger(FIRST, SECOND, THIRD, twin))
    assert found[FIRST.id] == found[twin.id] == (FIRST, SECOND, twin, THIRD)


def test_promises_in_a_circle_are_still_found():
    one = commitment(local="a", continues="example-2023-elderly-health-b")
    two = commitment(local="b", continues="example-2023-elderly-health-a")
    after = commitment(local="c", continues=two.id)
    itself = commitment(local="d", continues="example-2023-elderly-health-d")
    found = lineages(ledger(one, two, after, itself))
    assert found[one.id] == found[two.id] == found[after.id] == (one, two, after)
    assert found[itself.id] == (itself,)
