"""The first wall and the second: content that would do harm is refused, and what is not refused does none.

Fields of records, regions, documents and the dictionary are read by one rule for text, so each payload is
tried in all of them at once; narratives are Markdown, so there each payload is tried in every construct.
"""

import re

import pytest
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from ledger.content.loader import load_ledger
from ledger.pages.rendering import narrative_markdown
from tests.ledger.builders import load
from tests.security.hostile_site import NARRATED, PAYLOADS, POSITIONS, active, parse
from tests.sites.awkward_site import PLACES, write_awkward_site

pytestmark = pytest.mark.slow

TAG = re.compile(r"</?[A-Za-z][^>\n]*>?|<[!?]")
FRONT = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 人手不足, at: 三}\n---\n"


def read_narrative(text):
    """The HTML of a narrative, read with what mkdocs.yml and MkDocs itself switch on."""
    reader = Markdown(
        extensions=["toc", "tables", "fenced_code"], extension_configs={"toc": {"slugify": slugify_unicode}}
    )
    return reader.convert(text)


def harm(html):
    """What a narrative must not become: anything active, and any element that Markdown does not make."""
    found = []
    for root in parse(f"<!doctype html><body>{html}"):
        found += active(root)
        found += [
            element.tag
            for element in root.find("body").iter()
            if not isinstance(element.tag, str) or element.tag not in NARRATED | {"body"}
        ]
    return found


def test_there_are_enough_payloads():
    assert len(set(PAYLOADS)) >= 120
    assert len(POSITIONS) >= 11


# Where one of these is wrong, others cannot be read and nothing is said of them.
LISTS = {"dictionary/topics.yml", "dictionary/statuses.yml"}


RECORDS = set(PLACES) - LISTS
TRIALS = [(payload, RECORDS) for payload in PAYLOADS] + [(payload, LISTS) for payload in PAYLOADS[::8]]


@pytest.mark.parametrize(("payload", "among"), TRIALS, ids=range(len(TRIALS)))
def test_a_payload_is_refused_in_every_field_or_kept_as_text(payload, among, tmp_path):
    content, texts = write_awkward_site(tmp_path, payload, among)
    ledger, problems = load_ledger(content)
    if TAG.search(payload) or problems:
        places = {(problem.path, problem.line, problem.column) for problem in problems}
        fields = sum(payload in text for text in texts.values())
        # A payload may be wrong at several places of each field, never in some fields only.
        assert places
        assert len(places) % fields == 0
    else:
        text = next(text for text in texts.values() if payload in text)
        assert repr(text.strip()) in repr(ledger)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_narrative_is_harmless_even_where_nothing_was_refused(position):
    for payload in PAYLOADS:
        assert harm(read_narrative(narrative_markdown(POSITIONS[position].format(payload)))) == [], payload


@pytest.mark.parametrize("position", POSITIONS)
def test_what_a_narrative_may_hold_is_harmless_by_itself(position, tmp_path):
    blocks = [POSITIONS[position].format(payload) for payload in PAYLOADS]
    harmful = [block for block in blocks if harm(read_narrative(block))]
    # Each in a year of its own, so that one reading tells of all.
    paths = [f"regions/example/{year}/elderly-health.md" for year in range(1900, 1900 + len(harmful))]
    files = {path: f"{FRONT}{block}\n" for path, block in zip(paths, harmful, strict=True)}
    _, problems = load(tmp_path, files)
    refused = {problem.path.removeprefix("content/") for problem in problems}
    assert [block for path, block in zip(paths, harmful, strict=True) if path not in refused] == []


def test_no_payload_can_be_the_name_of_a_file_or_a_folder(tmp_path):
    names = [
        payload for payload in PAYLOADS if not set(payload) & {"/", "\0"} and len(payload.encode()) < 200
    ]
    _, problems = load(tmp_path, {f"regions/example/2023/{name}.md": FRONT for name in names})
    assert len(names) >= 40
    # Each is refused once: for its signs, for another name like it, or because no topic is called so.
    assert len(problems) == len(names)
    assert {problem.code for problem in problems} <= {"MZ008", "MZ055", "MZ057"}
