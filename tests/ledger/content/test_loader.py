"""Runs the one-file cases of tests/content_cases: some content files, and what must be said of them."""

import base64
from pathlib import Path

import pytest
import yaml

from ledger.content.loader import load_ledger
from ledger.problems import CATALOGUE
from tests.ledger.builders import load, write_content

CASES = Path(__file__).parents[2] / "content_cases"
FILES = sorted(CASES.glob("*/*.yml"))


def read_case(file):
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(case) <= {"about", "files", "problems", "loads"}
    return case


def as_bytes(text):
    return base64.b64decode(text["base64"]) if isinstance(text, dict) else text


def look_up(ledger, name):
    """Find a value of the ledger, such as `measures example-2023-health-m1 value`."""
    value = ledger
    for step in name.split():
        if isinstance(value, tuple):
            value = value[int(step)]
        else:
            value = value[step] if isinstance(value, dict) else getattr(value, step)
    return str(value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(file, tmp_path):
    case = read_case(file)
    ledger, problems = load(tmp_path, {name: as_bytes(text) for name, text in case["files"].items()})
    expected = case.get("problems", [])
    assert [line[:4] for line in expected] == [[p.code, p.path, p.line, p.column] for p in problems]
    for line, problem in zip(expected, problems, strict=True):
        for rest in line[4:]:
            # A whole number is how many characters are wrong, words are those that an editor is told.
            assert rest == problem.width if isinstance(rest, int) else rest in str(problem)
    assert (ledger is None) == bool(problems)
    loads = case.get("loads", {})
    assert loads == {name: look_up(ledger, name) for name in loads}


# Codes of what two revisions say of each other; tests/ledger/revisions has their cases.
OF_CHANGES = {"MZ093", "MZ094", "MZ095", "MZ096"}


def test_every_code_has_a_case():
    assert set(CATALOGUE) - OF_CHANGES == {
        line[0] for file in FILES for line in read_case(file).get("problems", [])
    }


def test_files_are_in_the_order_of_regions_years_and_topics(tmp_path):
    record = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 人手不足, at: 三}\n---\n"
    names = ["example/2023/chronic-disease", "example/2022/health", "example/2023/elderly-health"]
    ledger, _ = load(tmp_path, {f"regions/{name}.md": record for name in names})
    # topics.yml names elderly-health before chronic-disease.
    expected = ["2022/health", "2023/elderly-health", "2023/chronic-disease"]
    assert expected == [f"{file.year}/{file.topic}" for file in ledger.files]


def test_an_absent_folder_lacks_its_files(tmp_path):
    ledger, problems = load_ledger(tmp_path / "content")
    assert ledger is None
    missing = ["dictionary/statuses.yml", "dictionary/topics.yml", "dictionary/units.yml", "site.yml"]
    assert [("MZ007", f"content/{name}") for name in missing] == [(p.code, p.path) for p in problems]


def test_loading_twice_gives_the_same_ledger(tmp_path):
    content = write_content(tmp_path, {})
    assert load_ledger(content) == load_ledger(content)
