"""Reading pages back as a reader's program would: parsed by the rules of HTML, found by role and text."""

import html5lib
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

UNREAD = ("script", "style", "template")
SVG = "{http://www.w3.org/2000/svg}"


def parse(html):
    """Parse a whole page; the root is its html element."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def parse_page(page):
    """Parse a page of `Site.pages`, its Markdown read with the extensions of mkdocs.yml."""
    body = page.markdown.split("\n---\n", 1)[1]
    reader = Markdown(extensions=["tables", "toc"], extension_configs={"toc": {"slugify": slugify_unicode}})
    return parse(reader.convert(body))


def text(element):
    """Return what an element says, in one line."""
    return " ".join(raw_text(element).split())


def raw_text(element, skipped=UNREAD):
    """Return what an element says, spaces as they are."""
    return "".join(_texts(element, skipped))


def _texts(element, skipped):
    if element.tag in skipped:
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child, skipped)
        yield child.tail or ""


def by_id(root, id_):
    """Return the one element with an id."""
    (found,) = [element for element in root.iter() if element.get("id") == id_]
    return found


def by_class(root, name):
    """List the elements of a class."""
    return [element for element in root.iter() if name in element.get("class", "").split()]


def answer(root):
    """Return the sentence that answers a page's question."""
    (found,) = by_class(root, "answer")
    return text(found)


def fields(root):
    """Read the lists of terms with what is said of each, all of a page in one."""
    return {
        text(line.find("dt")): text(line.find("dd"))
        for listing in root.iter("dl")
        for line in listing.iter("div")
        if line.find("dt") is not None
    }


def rows(table):
    """Read the cells of a table's body."""
    return [[text(cell) for cell in row] for row in table.find("tbody")]
