"""The documentation says what the program does: the same words, the same rules, links that lead somewhere."""

import re
from pathlib import Path

import pytest

from ledger.content.loader import load_ledger
from ledger.content.text import find_tag
from ledger.model.quantity import Bound
from ledger.problems import CATALOGUE, Expected, Problem
from ledger.reports.text import as_text

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
AUTHORED = sorted([*DOCS.glob("*.md"), *DOCS.glob("editing/*.md")])
PAGES = [*AUTHORED, *sorted(DOCS.glob("developers/**/*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
PAGES += [ROOT / "content/README.md"]
ENDINGS = (".md", ".png", ".svg", ".py", ".yml")
DECISIONS = sorted(DOCS.glob("developers/decisions/*.md"))
METHODOLOGY = (DOCS / "methodology.md").read_text(encoding="utf-8")

SELF_CHECK = DOCS / "accessibility.md"
# Every criterion of levels A and AA, as the recommendation of 2023 numbers them.
WCAG_22 = """
1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5
1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11
2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6
3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
"""


def name_of(file):
    return file.relative_to(ROOT).as_posix()


def prose(text):
    """Text without code, in which anything may stand."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def rule(number):
    """One of the numbered rules of the methodology."""
    rules = METHODOLOGY.split("\n## 判断规则\n")[1].split("\n## ")[0]
    return re.search(rf"^{number}\. (.*?)(?=^\d+\. |\Z)", rules, re.MULTILINE | re.DOTALL)[1]


@pytest.fixture(scope="module")
def dictionary():
    return load_ledger(ROOT / "content")[0].dictionary


def test_methodology_explains_each_verdict_in_the_words_of_the_dictionary(dictionary):
    rows = re.findall(r"^\| (\S) \| (\S+) \| (.+) \|$", METHODOLOGY, re.MULTILINE)
    terms = dictionary.terms["verdict"].values()
    assert [(term.shape, term.name, term.plain) for term in terms] == rows


@pytest.mark.parametrize("vocabulary", ["claim", "evidence", "timing"])
def test_methodology_lists_the_possible_answers_in_the_words_of_the_dictionary(dictionary, vocabulary):
    answers = "、".join(term.name for term in dictionary.terms[vocabulary].values())
    assert f"| {answers} |" in METHODOLOGY


def test_methodology_names_the_flags_and_the_ways_to_know_a_year(dictionary):
    for vocabulary in ("flag", "year_basis"):
        for term in dictionary.terms[vocabulary].values():
            assert term.name in METHODOLOGY


def test_methodology_has_nine_rules():
    rules = METHODOLOGY.split("\n## 判断规则\n")[1].split("\n## ")[0]
    assert [str(number) for number in range(1, 10)] == re.findall(r"^(\d+)\. ", rules, re.MULTILINE)


@pytest.mark.parametrize(
    ("bound", "sentence"),
    [
        (Bound.LOWER, r"“([^”]+)”说的是下限"),
        (Bound.UPPER, r"“([^”]+)”说的是上限"),
        (Bound.ABOUT, r"“([^”]+)”只是大约"),
    ],
)
def test_second_rule_lists_the_qualifiers_of_each_bound(dictionary, bound, sentence):
    written = re.search(sentence, rule(2))[1].split("、")
    assert sorted(item.id for item in dictionary.qualifiers.values() if item.bound is bound) == sorted(
        written
    )


def rows(file):
    """The rows of the tables of a page, each a list of what its cells say."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]


def criteria():
    """Number, level, result and grounds of every criterion of WCAG in the self-check."""
    found = [re.fullmatch(r"(\d\.\d\.\d+) .*（(A+)）", row[0]) for row in rows(SELF_CHECK)]
    return [[*one.groups(), *row[1:]] for one, row in zip(found, rows(SELF_CHECK), strict=True) if one]


def test_the_self_check_has_every_criterion_of_levels_a_and_aa_once():
    assert [row[0] for row in criteria()] == WCAG_22.split()
    assert {row[1] for row in criteria()} == {"A", "AA"}
    assert sum(row[1] == "A" for row in criteria()) == 31


def test_the_self_check_says_of_every_row_what_holds_and_how_it_was_checked():
    assert [row[0] for row in criteria() if not row[3].endswith("）")] == []
    assert {row[2] for row in criteria()} == {"达到", "不适用"}


def test_the_second_standard_takes_its_results_from_the_first():
    results = {row[0]: row[2] for row in criteria()}
    own = [row for row in rows(SELF_CHECK) if re.fullmatch(r"\d+", row[0])]
    assert [row[0] for row in own] == [str(number) for number in range(1, 38)]
    assert [row for row in own if row[3] in results and results[row[3]] != row[2]] == []
    assert [row[0] for row in own if row[3] not in results] == ["37"]


def test_every_test_that_the_self_check_names_exists():
    named = set(re.findall(r"`(test_\w+\.py)`", SELF_CHECK.read_text(encoding="utf-8")))
    assert named
    assert named <= {file.name for file in (ROOT / "tests").rglob("test_*.py")}


@pytest.mark.parametrize("file", AUTHORED, ids=name_of)
def test_authored_pages_are_plain_markdown(file):
    lines = prose(file.read_text(encoding="utf-8")).splitlines()
    assert [line for line in lines if find_tag(line)] == []


def test_an_error_shown_in_the_docs_is_one_the_program_makes(tmp_path):
    shown = re.findall(
        r"^```text\n(content/.*?)\n```",
        (DOCS / "editing.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    path = "content/regions/example/2023/elderly-health.md"
    details = {"name": "measures", "expected": Expected.LIST}
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("---\nsource: s\nmeasures: 暂无\n---\n", encoding="utf-8")
    assert list(as_text([Problem(path, 3, 11, "MZ012", details, width=2)], tmp_path)) == shown


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_codes_and_commands_in_the_docs_exist(file):
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"MZ\d{3}", text)) <= set(CATALOGUE)
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= targets


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_relative_links_of_the_docs_lead_to_files(file):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", prose(file.read_text(encoding="utf-8")))
    own = [link for link in links if not re.match(r"[a-z]+:", link)]
    # Addresses of generated pages exist only in a built site, whose links are tested there.
    made = {DOCS / "changes/index.md", DOCS / "editing/problems/index.md"}
    files = {link: (file.parent / link).resolve() for link in own if link.endswith(ENDINGS)}
    assert [link for link, path in files.items() if not path.exists() and path not in made] == []


def test_decisions_are_numbered_without_gaps():
    numbers = [int(file.name[:4]) for file in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_decision_is_short_and_has_its_three_parts(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 30
    assert lines[0].startswith(f"# {file.name[:4]} ")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Context",
        "## Decision",
        "## Consequence",
    ]
