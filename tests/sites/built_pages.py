"""What the tests of a whole built site want to know of each page, gathered in one pass over its elements."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.sites import reading

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# What tells readers something without being text.
SEEN = {"img", "select", "input", "button", f"{reading.SVG}svg"}
ADDRESSES = ("href", "src", "action", "data", "poster", "srcset")
# Written for programs: file names, columns, identifiers.
UNSPOKEN = {*reading.UNREAD, "code", "pre"}


@dataclass(frozen=True)
class Link:
    """Something that a page points to.

    Args:
        tag: the element.
        url: as it is written.
        text: what the element says.
    """

    tag: str
    url: str
    text: str


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site.

    Args:
        address: its folder below the site's root, or its file name where it is no index.html.
        language: of the page.
        title: of the page.
        description: of the page.
        answer: the sentence that answers its question; empty where there is none.
        headings: headings of the first level.
        ids: the element's name for every id.
        repeated_ids: ids that stand twice.
        links: everything that it points to.
        empty_sections: headings with nothing below them.
        empty_tables: captions or headings of tables without rows.
        words: every piece of text that readers see or hear.
        choices: values of every filter by its name.
    """

    address: str
    language: str
    title: str
    description: str
    answer: str
    headings: tuple[str, ...]
    ids: dict[str, str]
    repeated_ids: tuple[str, ...]
    links: tuple[Link, ...]
    empty_sections: tuple[str, ...]
    empty_tables: tuple[str, ...]
    words: tuple[str, ...]
    choices: dict[str, tuple[str, ...]]


def read_site(site):
    """Read every page of a built site: the pages by their addresses."""
    files = sorted(site.rglob("*.html"))
    # Parsing by the rules of HTML is slow; a process that was forked from one with threads might hang.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        read = pool.map(read_page, files, [site] * len(files), chunksize=20)
        return {page.address: page for page in read}


def read_page(file, site):
    """Read one page."""
    root = reading.parse(file.read_text(encoding="utf-8"))
    counted = Counter(id_ for element in root.iter() if (id_ := element.get("id")))
    answers = reading.by_class(root, "answer")
    description = root.find(".//meta[@name='description']")
    return BuiltPage(
        file.relative_to(site).as_posix().removesuffix("index.html"),
        root.get("lang", ""),
        reading.text(root.find(".//title")),
        "" if description is None else description.get("content"),
        reading.text(answers[0]) if answers else "",
        tuple(reading.text(heading) for heading in root.iter("h1")),
        {element.get("id"): _name(element) for element in root.iter() if element.get("id")},
        tuple(id_ for id_, number in counted.items() if number > 1),
        tuple(_links(root)),
        tuple(_empty_sections(root.find(".//main"))),
        tuple(_name_of(table) for table in root.iter("table") if not list(table.findall("./tbody/tr"))),
        tuple(_words(root)),
        {select.get("name"): tuple(_values(select)) for select in root.iter("select")},
    )


def _name(element):
    # A comment has a function for a name.
    return element.tag if isinstance(element.tag, str) else ""


def _values(select):
    return [option.get("value") for option in select.iter("option")]


def _name_of(table):
    return reading.text(table)[:60]


def _links(root):
    for element in root.iter():
        for name in ADDRESSES:
            if (url := element.get(name)) is not None:
                yield Link(_name(element), url, reading.text(element)[:80])


def _empty_sections(main):
    """List headings that no text follows before the next heading of the same or a higher level."""
    waiting = None
    for level, said in [*_outline(main), (1, "")]:
        if level is None:
            waiting = None
            continue
        if waiting and level <= waiting[0]:
            yield waiting[1]
        waiting = (level, said)


def _outline(element):
    """Yield headings with their levels, and everything else that is not blank with None."""
    if _name(element) in {*reading.UNREAD, "nav", "footer"} or not _name(element):
        return
    if element.tag in HEADINGS:
        yield HEADINGS[element.tag], reading.text(element)
        return
    if element.tag in SEEN:
        yield None, element.tag
    if (element.text or "").strip():
        yield None, element.text
    for child in element:
        yield from _outline(child)
        if (child.tail or "").strip():
            yield None, child.tail


def _words(element):
    if _name(element) in UNSPOKEN or not _name(element):
        return
    yield from (
        element.get(name) for name in ("aria-label", "title", "alt", "placeholder") if element.get(name)
    )
    if element.tag == "meta" and element.get("name") == "description":
        yield element.get("content")
    yield from filter(None, [(element.text or "").strip()])
    for child in element:
        yield from _words(child)
        yield from filter(None, [(child.tail or "").strip()])
