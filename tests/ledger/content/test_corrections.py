"""What a correction is; its mistakes are the cases of tests/content_cases/corrections."""

import dataclasses

from ledger.content import fields
from ledger.model.correction import Correction
from tests.ledger.builders import load

FILE = """---
source: example-2023-summary
measures:
  - {id: m1, name: 甲, value: 1, unit: 人, at: 一}
---
"""
M1 = "example-2023-elderly-health-m1"
ENTRY = f"- {{record: {M1}, date: %s, what: 甲%d, why: 乙, source: example-2023-summary}}\n"


def load_entries(tmp_path, *days):
    entries = "".join(ENTRY % (day, number) for number, day in enumerate(days))
    names = {"regions/example/2023/elderly-health.md": FILE, "regions/example/corrections.yml": entries}
    ledger, problems = load(tmp_path, names)
    assert problems == []
    return ledger


def test_what_editors_write_is_what_the_model_holds():
    names = {field.name for field in dataclasses.fields(Correction)}
    worked_out, renamed = (
        {"id", "region", "path", "place"},
        {"records": "record", "before": "from", "after": "to"},
    )
    assert {renamed.get(name, name) for name in names - worked_out} == set(fields.CORRECTION)


def test_corrections_are_told_newest_first_and_within_a_day_the_later_line_first(tmp_path):
    ledger = load_entries(tmp_path, "2024-01-01", "2024-03-01", "2023-02-01", "2024-03-01")
    assert [item.what for item in ledger.corrections] == ["甲3", "甲1", "甲0", "甲2"]
    # The first one of a day keeps the id without a number.
    assert [item.id for item in ledger.corrections][:2] == [f"2024-03-01-{M1}-2", f"2024-03-01-{M1}"]
    assert ledger.corrections_by_record == {M1: list(ledger.corrections)}


def test_an_entry_keeps_its_id_when_others_follow_or_its_words_change(tmp_path):
    before = load_entries(tmp_path / "a", "2024-01-01", "2024-03-01")
    after = load_entries(tmp_path / "b", "2024-01-01", "2024-03-01", "2024-03-01", "2024-02-01")
    ids = [item.id for item in after.corrections]
    assert {item.id for item in before.corrections} <= set(ids)
    assert len(set(ids)) == 4


def test_a_ledger_without_the_file_has_corrected_nothing(tmp_path):
    ledger, _ = load(tmp_path, {"regions/example/2023/elderly-health.md": FILE})
    assert ledger.corrections == ()
    assert ledger.corrections_by_record == {}
