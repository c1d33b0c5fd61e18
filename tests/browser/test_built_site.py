"""The real site as a folder of files: all that pages point to is there, and nothing is empty or foreign.

No browser is needed; the tests stand here because the site is built once for all tests of this folder.
"""

import csv
import re
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.sites.built_pages import read_site

PROJECT = Path(__file__).parents[2]
AUTHORED = {"methodology/", "editing/", "about/", "accessibility/"}
AUTHORED |= {f"editing/{name}/" for name in ("word", "tables", "web", "windows", "vscode", "examples")}
# Pages that gather what stands in many content files, and so in none.
GATHERED = {
    "tracker/",
    "topics/",
    "indicators/",
    "comparison/",
    "sources/",
    "audit/",
    "data/",
    "changes/",
    "404.html",
}
GATHERED |= {"audit/disclosure/", "editing/problems/", "search/"}
TOPIC_PAGE = re.compile(r"([a-z0-9-]+)/(\d{4})/([a-z0-9-]+)/")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Web addresses, paths, file names, identifiers and entries to be pasted are not sentences.
NOT_A_WORD = re.compile(r"\{[^}]*\}|\S*[/._@=&-]\S*|[A-Za-z]*\d\w*")
# Abbreviations in capitals, such as CMI, and masks, such as xxxx, are Chinese enough.
ENGLISH_WORD = re.compile(r"\b(?!x+\b)[A-Za-z]*[a-z]{3}[A-Za-z]*\b", re.ASCII)
# What an editor types to run one of our commands, and names of programs that have no other.
OWN_COMMAND = re.compile(
    r"\bledger (check|explain|build|import|review|diff|export|new)\b|\b(Word|VS Code|Windows)\b"
)
ENGLISH_WORDS = re.compile(r"[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}", re.ASCII)


@pytest.fixture(scope="module")
def pages(built_site):
    return read_site(built_site)


@pytest.fixture(scope="module")
def promises(built_site):
    """Every promise as the open data tell it, and whether the list calls it the region's own."""
    rows = read_table(built_site, "commitments")
    return [{**row, "owner": "quoted" if row["owner"] else "own"} for row in rows]


def read_table(site, name):
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def local(page, link):
    """Where a link leads inside the site, with its fragment; None for another site, or for no page at all."""
    if urlsplit(link.url).scheme or link.url.startswith("//"):
        return None
    target, fragment = urldefrag(urljoin(f"/{page.address}", link.url))
    return unquote(target.partition("?")[0]).removeprefix("/"), unquote(fragment)


def dangles(site, pages, target, fragment):
    if target in pages:
        return bool(fragment) and fragment not in pages[target].ids
    return not (site / target).is_file()


def test_the_site_has_pages_of_every_kind(pages):
    kinds = {
        "home": "",
        "region": r"[a-z0-9-]+/",
        "year": r"[a-z0-9-]+/\d{4}/",
        "topic of a year": TOPIC_PAGE.pattern,
        "promise": r"[a-z0-9-]+/commitments/[a-z0-9-]+/",
        "topic": r"topics/[a-z0-9-]+/",
        "indicator": r"indicators/[a-z0-9-]+/",
        "document": r"sources/[a-z0-9-]+/",
    }

    assert [kind for kind, form in kinds.items() if not any(re.fullmatch(form, page) for page in pages)] == []
    assert set(pages) >= AUTHORED | GATHERED
    assert all(re.fullmatch(r"[a-z0-9/.-]*", page) for page in pages)


def test_every_link_image_script_and_style_sheet_is_there(built_site, pages):
    dangling = [
        (page.address, link.tag, link.url)
        for page in pages.values()
        for link in page.links
        if (target := local(page, link)) is not None and dangles(built_site, pages, *target)
    ]

    assert dangling == []


def test_no_link_depends_on_where_the_site_stands(pages):
    # The page for lost addresses is shown at any address and cannot know where it stands.
    absolute = [
        (page.address, link.url)
        for page in pages.values()
        if page.address != "404.html"
        for link in page.links
        if link.url.startswith("/") or link.url.startswith(("http://127.", "http://localhost"))
    ]

    assert absolute == []


def test_nothing_is_loaded_from_elsewhere(built_site, pages):
    foreign = [
        (page.address, link.tag, link.url)
        for page in pages.values()
        for link in page.links
        if link.tag != "a" and local(page, link) is None and not link.url.startswith("data:")
    ]
    sheets = {path: path.read_text(encoding="utf-8") for path in built_site.rglob("*.css")}
    asked = [
        (path.name, url)
        for path, text in sheets.items()
        for url in re.findall(r"(?:url\(|@import\s+)[\"']?([^\"')]+)", text)
        if urlsplit(url).netloc
    ]

    assert foreign == []
    assert asked == []


def test_links_are_only_those_that_a_reader_can_follow_safely(pages):
    schemes = {urlsplit(link.url).scheme for page in pages.values() for link in page.links}

    assert schemes <= {"", "http", "https", "mailto", "data"}


def test_every_page_has_a_head_line_a_description_and_a_language(pages):
    wrong = [
        page.address
        for page in pages.values()
        if len(page.headings) != 1
        or not CHINESE.search(page.headings[0])
        or not CHINESE.search(page.title)
        or page.language not in {"zh", "zh-CN"}
        or (page.address != "404.html" and not CHINESE.search(page.description))
    ]

    assert wrong == []


def test_every_generated_page_answers_its_question_first(pages):
    silent = [
        page.address for page in pages.values() if page.address not in AUTHORED and len(page.answer) < 8
    ]

    assert silent == []


def test_search_engines_are_told_the_answer(pages):
    differing = [
        (page.address, page.description)
        for page in pages.values()
        if page.address not in AUTHORED | {"404.html"}
        and "".join(page.description.split()) != "".join(page.answer.split())
    ]

    assert differing == []


def test_no_section_and_no_table_is_empty(pages):
    empty = [
        (page.address, said) for page in pages.values() for said in (*page.empty_sections, *page.empty_tables)
    ]

    assert empty == []


def test_ids_are_unique_on_every_page(pages):
    assert {page.address: page.repeated_ids for page in pages.values() if page.repeated_ids} == {}


def test_every_figure_leads_to_the_row_of_its_document(built_site, pages):
    """Every figure of the open data is linked from its topic's page to a row of its document's page."""
    wrong = []
    for row in read_table(built_site, "measures"):
        page = pages[f"{row['region']}/{row['year']}/{row['topic']}/"]
        targets = {local(page, link) for link in page.links if link.tag == "a"}
        source = (f"sources/{row['source']}/", row["id"])
        # A figure that nobody expects yet is data, but stands on no page.
        is_awaited = row["status"] == "not_reported" and source[1] not in pages[source[0]].ids
        if not is_awaited and (source not in targets or pages[source[0]].ids[row["id"]] != "tr"):
            wrong.append(row["id"])

    assert wrong == []


def test_every_link_from_a_topic_page_to_a_record_leads_to_a_row(pages):
    records = [
        (page.address, *target)
        for page in pages.values()
        if TOPIC_PAGE.fullmatch(page.address)
        for link in page.links
        if (target := local(page, link)) and re.fullmatch(r"sources/[^/]+/", target[0]) and target[1]
    ]

    assert len(records) > len(pages) / 2
    assert [record for record in records if pages[record[1]].ids.get(record[2]) != "tr"] == []


def test_every_promise_is_on_its_page_its_topic_page_and_in_the_list(pages, promises):
    assert promises
    for row in promises:
        topic, own = (
            f"{row['region']}/{row['year']}/{row['topic']}/",
            f"{row['region']}/commitments/{row['id']}/",
        )
        assert own in pages
        assert own in {target[0] for link in pages[topic].links if (target := local(pages[topic], link))}
        assert pages["tracker/"].ids[row["id"]] == "li"


def test_links_to_the_list_of_promises_ask_for_what_it_knows(pages):
    choices = pages["tracker/"].choices
    unknown = [
        (page.address, link.url)
        for page in pages.values()
        for link in page.links
        if "tracker/?" in link.url
        for name, value in parse_qsl(urlsplit(link.url).query, keep_blank_values=True)
        if not value or value not in choices.get(name, ())
    ]

    assert set(choices) == {"region", "year", "topic", "verdict", "evidence", "owner"}
    assert unknown == []


def test_a_count_that_leads_to_the_list_is_the_count_of_the_list(pages, promises):
    """Whoever follows “未见报告 12” must find 12 promises there."""
    counts = [
        (page.address, link.url, int(number[0]))
        for page in pages.values()
        for link in page.links
        if "tracker/?" in link.url and (number := re.search(r"\d+$", link.text))
    ]
    differing = [
        (address, url, told, there)
        for address, url, told in counts
        if (there := sum(set(parse_qsl(urlsplit(url).query)) <= set(row.items()) for row in promises)) != told
    ]

    assert counts
    assert differing == []


def test_every_page_of_content_can_be_edited(built_site, pages, promises):
    files = {
        f"{row['region']}/commitments/{row['id']}/": f"{row['region']}/{row['year']}/{row['topic']}.md"
        for row in promises
    }
    wrong = []
    for page in pages.values():
        edits = [link for link in page.links if link.text == "编辑此页"]
        if page.address in GATHERED | AUTHORED:
            continue
        if len(edits) != 1:
            wrong.append((page.address, len(edits)))
            continue
        path = "content/" + edits[0].url.rpartition("content/")[2]
        expected = content_file(page.address, files)
        same_copy = (target := local(page, edits[0])) is None or (
            (built_site / target[0]).read_text(encoding="utf-8") == published(PROJECT / path)
        )
        if not re.fullmatch(expected, path) or not same_copy:
            wrong.append((page.address, edits[0].url))

    assert wrong == []


def published(file):
    """The text of a content file without the lines that are comments for editors."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith("#"))


def content_file(address, promises):
    """Tell, as a regular expression, which content file a page is made from."""
    if not address:
        return r"content/(site\.yml|regions/[^/]+/region\.yml)"
    if address in promises:
        return f"content/regions/{re.escape(promises[address])}"
    first, *rest = address.strip("/").split("/")
    if first in {"topics", "indicators", "sources", "glossary"}:
        return {
            "glossary": r"content/dictionary/glossary\.yml",
            "topics": r"content/dictionary/topics\.yml",
            "indicators": r"content/dictionary/indicators/[^/]+\.yml",
            "sources": r"content/regions/[^/]+/sources\.yml",
        }[first]
    if len(rest) == 2:
        return rf"content/regions/{first}/{rest[0]}/{rest[1]}\.md"
    return rf"content/regions/{first}/region\.yml"


def test_generated_pages_speak_chinese(pages):
    foreign = {
        (page.address, said)
        for page in pages.values()
        if page.address not in AUTHORED
        for said in page.words
        # The page of the open data names tables, codes and programs, that of mistakes fields and commands.
        if (ENGLISH_WORDS if page.address in {"data/", "editing/problems/"} else ENGLISH_WORD).search(
            NOT_A_WORD.sub(" ", OWN_COMMAND.sub(" ", said))
        )
    }

    assert sorted(foreign) == []


def test_only_what_readers_need_is_published(built_site):
    names = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}

    assert [name for name in names if name.startswith(("developers/", "overrides/"))] == []
    assert [name for name in names if name.endswith((".py", ".j2"))] == []
