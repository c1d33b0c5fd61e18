"""The preview of the real content is a clean build: after edits, and with drafts but for their marks."""

import re
import shutil
from pathlib import Path

import pytest

from tests.ledger.preview.previewing import clean_build, open_preview
from tests.sites.project_copy import write_project

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[3]
CHARTS = Path(".cache") / "charts"
# What a draft wears on a page, with what stands around it for its sake alone.
MARK = re.compile(
    r'<p class="aside">\s*<span class="draft">草稿，未确认</span></p>\n*'
    r'|\s?<span class="draft">草稿，未确认</span>(?: · (?=\w))?'
    r'|\s?<span class=\\"draft\\">草稿，未确认</span>(?: · (?=\w))?'
    r'|\n"draft":\[[^\]]*\],'
)
RECORD = re.compile(r"^(  - )(\{?)id: ", re.MULTILINE)
SOURCE = re.compile(r"^(- )(\{?)id: ", re.MULTILINE)


def change(file, pattern, replacement):
    """Replace a pattern that occurs in a file."""
    text = file.read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    assert changed != text
    file.write_text(changed, encoding="utf-8")


def mark_all(content):
    """Mark every record and every document as a draft."""
    for file in content.glob("regions/*/*/*.md"):
        text = file.read_text(encoding="utf-8")
        # In a list written in one line a draft is refused.
        file.write_text(
            RECORD.sub(lambda found: f"{found[1]}{_mark(found[2], '    ')}id: ", text), encoding="utf-8"
        )
    for file in content.glob("regions/*/sources.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            SOURCE.sub(lambda found: f"{found[1]}{_mark(found[2], '  ')}id: ", text), encoding="utf-8"
        )


def _mark(brace, indent):
    return "{draft: true, " if brace else f"draft: true\n{indent}"


def unmarked(data):
    """A page without the marks of drafts."""
    return MARK.sub("", data.decode()).encode()


def test_it_is_a_clean_build_after_edits_and_with_drafts_but_for_their_marks(tmp_path):
    project = write_project(tmp_path / "project")
    (project / "content").rmdir()
    content = Path(shutil.copytree(PROJECT / "content", project / "content"))
    if (PROJECT / CHARTS).is_dir():
        shutil.copytree(PROJECT / CHARTS, project / CHARTS)
    first, second, *_, last = sorted(content.glob("regions/*/*/*.md"))
    with open_preview(project) as preview:
        for address in ("", "search/", "data/", "tracker/"):
            preview.answer(address)
        kept = last.read_bytes()
        last.unlink()
        preview.answer("")
        last.write_bytes(kept)
        change(first, r"\Z", "\n又记一句。\n")
        preview.answer("search/")
        change(second, r"^source: ", "sauce: ")
        assert preview.answer("").status == 500
        change(second, r"^sauce: ", "source: ")
        change(content / "dictionary" / "topics.yml", r"name: (?=\S)", "name: 新")
        built = clean_build(project, tmp_path / "site")
        assert [name for name, data in built.items() if preview.answer(name).body != data] == []

        mark_all(content)
        pages = {name: preview.answer(name).body for name in built}
        assert sum(data.count(b'class="draft"') for data in pages.values()) > 1000
        # Copies of content files are what is published of them, in which there are no drafts.
        assert [
            name
            for name, data in built.items()
            if not name.startswith("content/")
            and pages[name] != data
            and (not name.endswith((".html", ".js")) or unmarked(pages[name]) != data)
        ] == []
