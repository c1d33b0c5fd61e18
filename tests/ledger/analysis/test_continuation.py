"""What becomes of a promise in the next year."""

from dataclasses import replace

from ledger.analysis.continuation import flag_all, successions, unseen
from ledger.analysis.findings import analyse
from ledger.analysis.verdict import Flag, assess_all
from ledger.model.period import Period
from tests.ledger.builders import commitment, ledger, measure, source

REPORT = source(kind="both", plan_period=Period.parse("2024"))


def promise(local, year, text, goal=None, **changes):
    return replace(commitment(goal, local=local, year=year, due=None, **changes), text=text)


def links(*records):
    found = successions(ledger(*records))
    return [
        (item.earlier.key.local, item.later.key.local, item.is_linked, item.same_text, item.target_changed)
        for item in found
    ]


def test_a_promise_carried_on_with_another_target():
    first = promise("a", 2023, "管理率达到50%", ">= 50")
    then = promise("b", 2024, "管理率达到45%", ">= 45", continues=first.id)
    assert links(first, then) == [("a", "b", True, False, True)]


def test_the_same_words_in_the_next_year_are_noticed_without_a_link():
    assert links(promise("a", 2023, "常年巡诊。"), promise("b", 2024, "常年巡诊")) == [
        ("a", "b", False, True, False)
    ]
    assert links(promise("a", 2022, "常年巡诊"), promise("b", 2024, "常年巡诊")) == []
    assert links(promise("a", 2023, "常年巡诊"), promise("b", 2024, "常年义诊")) == []


def lost(*records, document=REPORT):
    book = ledger(*records, sources=[document])
    return {id_.rsplit("-", 1)[1] for id_ in unseen(book, assess_all(book))}


OTHER = promise("z", 2024, "另一件事")


def test_an_unfinished_promise_that_the_next_plan_does_not_come_back_to():
    assert lost(promise("a", 2023, "建一所医院"), OTHER) == {"a"}


def test_nothing_is_said_without_a_plan_of_the_next_year_on_the_topic():
    first = promise("a", 2023, "建一所医院")
    assert lost(first) == set()
    assert lost(first, OTHER, document=source()) == set()
    assert lost(first, replace(OTHER, owner="国务院")) == set()
    assert lost(first, promise("z", 2025, "另一件事")) == set()


def test_what_is_finished_carried_on_or_meant_by_the_same_indicator_is_not_lost():
    met = promise("a", 2023, "管理率", ">= 50")
    reached = measure("60", commitment=met.id)
    assert lost(met, reached, OTHER) == set()
    first = promise("a", 2023, "建一所医院")
    assert lost(first, promise("z", 2024, "续建", continues=first.id)) == set()
    assert lost(first, promise("z", 2024, "建一所医院")) == set()
    rate = promise("a", 2023, "管理率", indicator="management-rate")
    assert lost(rate, promise("z", 2024, "提高管理率", indicator="management-rate")) == set()
    assert lost(replace(first, owner="国务院"), OTHER) == set()


def test_flags_stand_beside_the_verdicts():
    first = promise("a", 2023, "常年巡诊")
    then = promise("b", 2024, "常年巡诊", continues=first.id)
    alone = promise("c", 2023, "建一所医院")
    book = ledger(first, then, alone, sources=[REPORT])
    flagged = flag_all(book, assess_all(book))
    assert [flagged[item.id].flags for item in (first, then, alone)] == [
        (),
        (Flag.WORDED_AS_BEFORE,),
        (Flag.NOT_SEEN_AGAIN,),
    ]
    assert analyse(book).assessments == flagged
