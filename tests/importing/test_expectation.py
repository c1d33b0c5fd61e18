"""What curated content expects of a document, by the rules in the docstring of the score."""

from decimal import Decimal

from ledger.model.quantity import Change
from tests.importing.expectation import curated_facts
from tests.ledger.builders import SOURCE, commitment, ledger, measure, unit


def facts_of(*records):
    return curated_facts(ledger(*records), SOURCE)


def keys(facts, kind):
    return [fact.key for fact in facts.of(kind)]


def test_a_result_with_its_baseline_and_change():
    change = Change(Decimal("-2.10"), unit("%"), "同比")
    facts = facts_of(measure("93.90", baseline=Decimal(91), change=change))
    assert keys(facts, "figures") == [("93.90", "%")]
    assert keys(facts, "baselines") == [("91", "%")]
    assert keys(facts, "changes") == [("-2.10", "%")]


def test_what_is_masked_is_no_figure_and_what_is_not_reported_is_neither():
    change = Change(Decimal(-88), unit("%"), "同比")
    facts = facts_of(measure("redacted", "万人"), measure("not_reported", local="m2", change=change))
    assert keys(facts, "redactions") == [("万人",)]
    assert keys(facts, "figures") == []
    assert keys(facts, "changes") == [("-88", "%")]


def test_a_target_is_expected_beside_the_text_of_its_commitment():
    facts = facts_of(commitment(">= 62"))
    assert keys(facts, "targets") == [(">=", "62", "%")]
    assert [fact.text for fact in facts.of("commitments")] == ["做一件事"]


def test_a_planned_number_that_is_recorded_as_a_figure_too_may_be_found_or_not():
    facts = facts_of(measure("62"), measure("63.9", local="m2"), commitment(">= 62"))
    assert [(fact.key, fact.optional) for fact in facts.of("figures")] == [
        (("62", "%"), True),
        (("63.9", "%"), False),
    ]


def test_the_year_is_that_of_the_source():
    own = ledger(measure("62"))
    assert curated_facts(own, SOURCE).year == own.sources[SOURCE].year == 2023


def test_another_document_is_left_out():
    assert curated_facts(ledger(measure("62")), "another-2023-summary").of("figures") == []
