"""The glossary as a file; its mistakes are the cases of tests/content_cases/dictionary."""

import dataclasses
from pathlib import Path

import pytest

from ledger.content import fields
from ledger.content.loader import load_ledger
from ledger.model.glossary import GlossaryEntry
from tests.ledger.builders import load

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "hooks/ledger/pages/templates"


def test_what_editors_write_is_what_the_model_holds():
    assert {field.name for field in dataclasses.fields(GlossaryEntry)} == set(fields.GLOSSARY_ENTRY)


def test_content_without_a_glossary_explains_nothing(tmp_path):
    ledger, problems = load(tmp_path, {})
    assert problems == []
    assert ledger.dictionary.glossary == {}


def test_an_empty_glossary_is_told(tmp_path):
    _, problems = load(tmp_path, {"dictionary/glossary.yml": ""})
    assert {problem.path for problem in problems} == {"content/dictionary/glossary.yml"}


@pytest.fixture(scope="module")
def dictionary():
    return load_ledger(ROOT / "content")[0].dictionary


def test_real_explanations_are_one_or_two_short_sentences(dictionary):
    for entry in dictionary.glossary.values():
        assert entry.plain.endswith("。")
        assert entry.plain.count("。") <= 2, entry.term
        assert len(entry.plain) <= 60, entry.term


def test_every_real_entry_is_met_by_readers(dictionary):
    files = [*ROOT.glob("content/regions/**/*.md"), *ROOT.glob("content/dictionary/indicators/*.yml")]
    files += [*ROOT.glob("docs/*.md"), *TEMPLATES.glob("*.j2"), ROOT / "content/dictionary/statuses.yml"]
    said = "\n".join(file.read_text(encoding="utf-8") for file in files)
    unmet = [
        entry.term for entry in dictionary.glossary.values() if not any(word in said for word in entry.words)
    ]
    assert unmet == []
