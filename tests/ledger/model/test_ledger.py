from ledger.model.stated_problem import StatedProblem
from tests.ledger.builders import commitment, key, ledger, measure, origin, outcome, topic_year

C1, C2 = commitment(local="c1"), commitment(local="c2")
M1 = measure("1", local="m1", commitment=C1.id)
M2 = measure("2", local="m2", commitment=C1.id)
M3 = measure("3", local="m3")
O1 = outcome("done", local="o1", commitments=(C1.id, C2.id))
O2 = outcome("done", local="o2")
P1 = StatedProblem(key("p1"), "不足", origin(), (C2.id,))
LATER = measure("4", local="m1", year=2024)
BOOK = ledger(LATER, P1, O2, O1, M3, M2, M1, C2, C1)


def test_records_are_found_by_id_in_the_order_of_files():
    assert list(BOOK.measures.values()) == [M3, M2, M1, LATER]
    assert {C1.id: C1, C2.id: C2} == BOOK.commitments
    assert {O1.id: O1, O2.id: O2} == BOOK.outcomes
    assert {P1.id: P1} == BOOK.stated_problems
    assert all(id_ == record.id for id_, record in BOOK.measures.items())


def test_figures_are_grouped_by_the_promise_they_answer():
    assert {C1.id: [M2, M1]} == BOOK.measures_by_commitment


def test_an_outcome_belongs_to_every_promise_it_answers():
    assert {C1.id: [O1], C2.id: [O1]} == BOOK.outcomes_by_commitment


def test_stated_problems_are_grouped_by_the_promise_that_responds():
    assert {C2.id: [P1]} == BOOK.problems_by_commitment


def test_a_file_names_each_source_once_in_order_of_use():
    other = outcome("done", source_="example-2023-plan")
    problem = StatedProblem(key("p2"), "不足", origin("example-2023-statistics"))
    file = topic_year([problem, other, M1, C1])
    assert file.sources == ("example-2023-summary", "example-2023-plan", "example-2023-statistics")
