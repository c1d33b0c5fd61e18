"""Every code is explained, and its examples are true: the bad one gives the code, the good one nothing."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from ledger import problems
from ledger.problems import CATALOGUE
from tests.ledger.builders import MINIMAL_CONTENT, load

RECORDS = {
    "measure": {"id": "m1", "name": "人数", "value": "5", "unit": "人", "at": "一"},
    "commitment": {"id": "c1", "text": "做一件事", "at": "一"},
    "outcome": {"id": "o1", "text": "做了", "claim": "done", "at": "一"},
    "problem": {"id": "p1", "text": "人手不足", "at": "一"},
}
OF_A_SOURCE = {
    "id": "example-2022-summary",
    "title": "2022年工作总结",
    "kind": "summary",
    "year": "2022",
    "year_basis": "stated",
    "year_reason": "标题写明。",
    "period": "2022",
    "completeness": "whole",
    "legibility": "clean",
}
LISTS = ("measures", "commitments", "outcomes", "problems")
TOPIC_FILE = "regions/example/2023/elderly-health.md"
RIGHT = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 随访力量不足, at: 三}\n---\n"
UNITS = (Path(__file__).parents[2] / "content/dictionary/units.yml").read_text(encoding="utf-8")
OF_THE_REGION = ("sources.yml", "region.yml")
WORDS = "words"
# From MZ101 to MZ129 the finished site is spoken of.
OF_CONTENT = [code for code in CATALOGUE if code < "MZ100" or code > "MZ129"]
TRIED = [code for code in OF_CONTENT if CATALOGUE[code].place != WORDS]


def placed(fragment, place):
    """Put an example where it belongs: the file's path below content/ and its whole text."""
    if place in {"", "topic.md"}:
        assert place or fragment.startswith("---")
        return TOPIC_FILE, fragment
    if place == "narrative":
        return TOPIC_FILE, RIGHT + fragment
    if place in RECORDS:
        return placed(completed(fragment, RECORDS[place]), f"{place}s")
    if place in LISTS:
        assert dedent(fragment).startswith("- ")
        return placed(f"{place}:\n{fragment}", "front matter")
    if place == "front matter":
        given = "" if re.search(r"^source\b", fragment, re.MULTILINE) else "source: example-2023-summary\n"
        return TOPIC_FILE, f"---\n{given}{fragment.rstrip()}\n---\n"
    if place == "source":
        return placed(completed(fragment, OF_A_SOURCE), "sources.yml")
    path = f"regions/example/{place}" if place in OF_THE_REGION else place
    file = MINIMAL_CONTENT / path
    earlier = file.read_text(encoding="utf-8") if file.is_file() else ""
    return path, earlier + fragment if isinstance(yaml.safe_load(earlier), list) else fragment


def completed(fragment, fields):
    """Make a record of some fields by adding those that it lacks."""
    written = re.findall(r"^(\w+)", dedent(fragment), re.MULTILINE)
    lacking = [f"{name}: {value}" for name, value in fields.items() if name not in written]
    lines = [*lacking, *dedent(fragment).rstrip().split("\n")]
    return "- " + "\n  ".join(lines)


def codes_of(fragment, place, tmp_path):
    path, text = placed(fragment, place)
    # Content is never empty: another topic file stands beside the one under test.
    files = {"regions/example/2023/chronic-disease.md": RIGHT, "dictionary/units.yml": UNITS, path: text}
    _, found = load(tmp_path, files)
    return {problem.code for problem in found}


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_explained_in_full(code):
    fault = CATALOGUE[code]
    assert all((fault.message, fault.mend, fault.why, fault.bad, fault.good))
    assert fault.bad != fault.good
    assert re.search(r"[\u4e00-\u9fff]", fault.why)
    assert fault.why.endswith("。")


@pytest.mark.parametrize("code", TRIED)
def test_the_bad_example_gives_its_code_and_no_other(code, tmp_path):
    assert codes_of(CATALOGUE[code].bad, CATALOGUE[code].place, tmp_path) == {code}


@pytest.mark.parametrize("code", TRIED)
def test_the_good_example_gives_no_problem(code, tmp_path):
    assert codes_of(CATALOGUE[code].good, CATALOGUE[code].place, tmp_path) == set()


def test_whatever_is_not_tried_says_why():
    text = Path(problems.__file__).with_suffix(".toml").read_text(encoding="utf-8")
    reasons = re.findall(rf'^in = "{WORDS}" +# (\S.*)$', text, re.MULTILINE)
    assert len(reasons) == len(OF_CONTENT) - len(TRIED)
