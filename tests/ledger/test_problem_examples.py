"""Every code is explained, and its examples are true: the bad one gives the code, the good one nothing."""

import re
from pathlib import Path

import pytest
import yaml

from ledger import problems
from ledger.problems import CATALOGUE
from tests.ledger.builders import MINIMAL_CONTENT, load

LISTS = ("measures", "commitments", "outcomes", "problems")
TOPIC_FILE = "regions/example/2023/elderly-health.md"
RIGHT = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 随访力量不足, at: 三}\n---\n"
OF_THE_REGION = ("sources.yml", "region.yml")
WORDS = "words"
TRIED = [code for code, fault in CATALOGUE.items() if fault.place != WORDS]


def placed(fragment, place):
    """Put an example where it belongs: the file's path below content/ and its whole text."""
    if place in {"", "topic.md"}:
        assert place or fragment.startswith("---")
        return TOPIC_FILE, fragment
    if place == "narrative":
        return TOPIC_FILE, RIGHT + fragment
    if place in LISTS:
        assert fragment.startswith("- ")
        return TOPIC_FILE, f"---\nsource: example-2023-summary\n{place}:\n{fragment.rstrip()}\n---\n"
    path = f"regions/example/{place}" if place in OF_THE_REGION else place
    file = MINIMAL_CONTENT / path
    earlier = file.read_text(encoding="utf-8") if file.is_file() else ""
    return path, earlier + fragment if isinstance(yaml.safe_load(earlier), list) else fragment


def codes_of(fragment, place, tmp_path):
    path, text = placed(fragment, place)
    # Content is never empty: another topic file stands beside the one under test.
    _, found = load(tmp_path, {"regions/example/2023/chronic-disease.md": RIGHT} | {path: text})
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
    assert len(reasons) == len(CATALOGUE) - len(TRIED)
