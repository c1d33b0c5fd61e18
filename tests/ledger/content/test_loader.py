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
    """What a case says of a file: its text, its bytes, a text many times, or where a link points to."""
    match text:
        case {"base64": data}:
            return base64.b64decode(data)
        case {"repeat": [part, times]}:
            return part * times
        case {"link": target}:
            return Path(target)
    return text


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


# What two revisions say of each other is tried in tests/ledger/revisions, a file that cannot be opened in
# test_text.py, the finished site in tests/ledger/gates, documents and tables in tests/ledger/importers and in
# tests/ledger/commands/test_table_import.py.
IMPORTED = {code for code in CATALOGUE if "MZ140" <= code <= "MZ149" or "MZ160" <= code <= "MZ174"}
ELSEWHERE = IMPORTED | {"MZ093", "MZ094", "MZ095", "MZ096", "MZ097", "MZ058"}


def test_every_code_has_a_case():
    assert {code for code in CATALOGUE if not "MZ101" <= code <= "MZ129"} - ELSEWHERE == {
        line[0] for file in FILES for line in read_case(file).get("problems", [])
    }


def test_files_are_in_the_order_of_regions_years_and_topics(tmp_path):
    record = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 人手不足, at: 三}\n---\n"
    names = ["example/2023/chronic-disease", "example/2022/health", "example/2023/elderly-health"]
    ledger, _ = load(tmp_path, {f"regions/{name}.md": record for name in names})
    # topics.yml names elderly-health before chronic-disease.
    expected = ["2022/health", "2023/elderly-health", "2023/chronic-disease"]
    assert expected == [f"{file.year}/{file.topic}" for file in ledger.files]


def test_two_thousand_records_are_no_problem(tmp_path):
    records = "".join(f"  - id: p{number}\n    text: 人手不足\n    at: 三\n" for number in range(2000))
    front_matter = f"---\nsource: example-2023-summary\nproblems:\n{records}---\n"
    ledger, problems = load(tmp_path, {"regions/example/2023/elderly-health.md": front_matter})
    assert problems == []
    assert len(ledger.stated_problems) == 2000


def test_what_follows_from_a_link_is_not_told(tmp_path):
    """A region that is a link is refused whole, and references to its records are not blamed."""
    record = "{id: c1, text: 签约, continues: other-2022-elderly-health-c1, at: 三}"
    text = f"---\nsource: example-2023-summary\ncommitments:\n  - {record}\n---\n"
    files = {"regions/example/2023/elderly-health.md": text, "regions/other": Path("example")}
    _, problems = load(tmp_path, files)
    assert [(p.code, p.path) for p in problems] == [("MZ054", "content/regions/other")]


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "- " * 100_000, "{a: " * 60_000, "'" * 200_001, '\\"' * 90_000]
)
def test_no_text_ends_the_program(tmp_path, text):
    for name in ("site.yml", "regions/example/2023/elderly-health.md"):
        folder = tmp_path / name.replace("/", "-")
        fenced = text if name == "site.yml" else f"---\n{text}\n---\n{text}"
        lines = "\n".join(fenced[start : start + 9000] for start in range(0, len(fenced), 9000))
        ledger, problems = load(folder, {name: lines})
        assert ledger is None
        assert {problem.path for problem in problems} == {f"content/{name}"}


def test_an_absent_folder_lacks_its_files(tmp_path):
    ledger, problems = load_ledger(tmp_path / "content")
    assert ledger is None
    missing = ["dictionary/statuses.yml", "dictionary/topics.yml", "dictionary/units.yml", "site.yml"]
    assert [("MZ007", f"content/{name}") for name in missing] == [(p.code, p.path) for p in problems]


def test_loading_twice_gives_the_same_ledger(tmp_path):
    content = write_content(tmp_path, {})
    assert load_ledger(content) == load_ledger(content)
