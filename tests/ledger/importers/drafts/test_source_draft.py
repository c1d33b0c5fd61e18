"""What a document says of itself becomes its entry; what it does not say stays away."""

from ledger.importers.drafts.source_draft import draft_source, plan_year, source_id, title_of
from ledger.importers.reading import Reading
from ledger.importers.sources.source_facts import SourceFacts

READING = Reading("folder/总结.docx", "docx", (), facts={"number": "示卫〔2024〕1号"})


def facts(**changes):
    known = dict.fromkeys(("title", "kind", "publisher", "year_basis", "period", "plan_period"))
    notes = {
        "completeness": "whole",
        "completeness_note": None,
        "legibility": "clean",
        "legibility_note": None,
    }
    return SourceFacts(**{**known, **notes, "year": 2023, "year_reason": "标题写明。", **changes})


def entry(taken=(), **changes):
    return draft_source(READING, facts(**changes), "example", 2023, taken).fields


def test_only_what_is_known_is_written():
    assert entry(title="2023年工作总结", kind="summary", year_basis="stated", period="2023") == {
        "id": "example-2023-summary",
        "title": "2023年工作总结",
        "kind": "summary",
        "number": "示卫〔2024〕1号",
        "year": "2023",
        "year_basis": "stated",
        "year_reason": "标题写明。",
        "period": "2023",
        "completeness": "whole",
        "legibility": "clean",
        "draft": "true",
    }


def test_facts_and_notes_are_carried_over():
    told = entry(kind="plan", publisher="示例区卫健局", written="2024-01-10", masking_note="隐去1处。")
    assert (told["publisher"], told["written"], told["masking_note"]) == (
        "示例区卫健局",
        "2024-01-10",
        "隐去1处。",
    )


def test_a_document_without_a_title_says_so_with_its_file():
    assert title_of(READING, facts()) == entry()["title"] == "（没有标题）总结"


def test_ids_that_are_taken_are_counted_on():
    assert entry(taken={"example-2023-summary", "example-2023-summary-2"})["id"] == "example-2023-summary-3"
    assert source_id("example", 2023, "plan", {"example-2023-summary"}) == "example-2023-plan"


def test_a_document_of_both_kinds_plans_the_year_that_it_names_or_the_next():
    assert entry(kind="both")["plan_period"] == "2024"
    assert entry(kind="both", plan_period="2023-H2")["plan_period"] == "2023-H2"
    # A site that collects documents put this year into the title.
    assert entry(kind="both", plan_period="2027")["plan_period"] == "2024"
    assert "plan_period" not in entry(kind="summary")


def test_for_which_year_a_document_plans():
    assert plan_year(facts(kind="plan"), 2023) == 2023
    assert plan_year(facts(kind="both"), 2023) == 2024
    assert plan_year(facts(kind="both", plan_period="2023-H2"), 2023) == 2023
