"""Nothing in a page runs, frames, sends or redirects but our own script files."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from ledger.gates.addresses import is_foreign
from ledger.gates.allowed import (
    BUTTONS,
    DATA_SCRIPT,
    ELEMENTS,
    INPUTS,
    PROPERTIES,
    RELATIONS,
    is_allowed,
    loads,
)
from ledger.gates.element import Element
from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.links import SCHEMES
from ledger.gates.page import Page
from ledger.problems import Problem

# Browsers ignore these inside the name of a scheme.
_IGNORED = re.compile(r"[\x00-\x20]")
_SCRIPTS = "assets/javascripts/"
_PICTURE = "data:image/"
_OUT_OF_PLACE = "article script, article link, article meta, body base"


def check(page: Page, folder: Folder) -> Checked:
    """Check the elements, attributes and schemes of a page.

    Args:
        page: the page.
        folder: the built site.
    """
    return checked(
        len(page.elements), (*_elements(page), *_addresses(page), *_scripts(page, folder), *_relations(page))
    )


def _elements(page: Page) -> Iterator[Problem]:
    seen = set()
    for element in page.elements:
        # Most elements look like one before: the same tag with the same attributes.
        look = (element.tag, *element.attributes.items())
        if look not in seen:
            seen.add(look)
            yield from _element(page, element)


def _element(page: Page, element: Element) -> Iterator[Problem]:
    if element.tag not in ELEMENTS:
        yield page.problem("MZ106", element.tag)
        return
    for name in element.attributes:
        if not is_allowed(element.tag, name) or loads(element.tag, name, element.get(name)):
            yield page.problem("MZ107", name, tag=element.tag, value=element.get(name))


def _addresses(page: Page) -> Iterator[Problem]:
    for url in dict.fromkeys(page.followed):
        scheme = _scheme(url)
        if scheme and scheme not in SCHEMES:
            yield page.problem("MZ108", url)
    for url in dict.fromkeys(page.loaded):
        # Other hosts are for the gate of foreign content.
        if _scheme(url) == "data" and not url.startswith(_PICTURE):
            yield page.problem("MZ108", url)


def _scheme(url: str) -> str:
    try:
        return urlsplit(_IGNORED.sub("", url)).scheme.lower()
    except ValueError:
        return ""


def _scripts(page: Page, folder: Folder) -> Iterator[Problem]:
    for node in page.tree.css("script"):
        if "type" in node.attributes:
            if not _is_data(node):
                yield page.problem("MZ109", node.attributes["type"] or "script")
            continue
        url = node.attributes.get("src") or ""
        target = None if is_foreign(url) or not url else folder.target(page.address, url)
        # A file that is missing or elsewhere is told by other gates.
        if node.text().strip() or not url or (target and not target.startswith(_SCRIPTS)):
            yield page.problem("MZ109", url or "script")
    yield from (page.problem("MZ106", node.tag or "") for node in page.tree.css(_OUT_OF_PLACE))


def _is_data(node: LexborNode) -> bool:
    """Whether a script is nothing but data that can be read."""
    try:
        # Spelled in our way: browsers take other types, or a type with blanks, for a program.
        return dict(node.attributes) == {"type": DATA_SCRIPT} and isinstance(json.loads(node.text()), dict)
    except ValueError:
        return False


def _relations(page: Page) -> Iterator[Problem]:
    values = {"link": ("rel", RELATIONS), "input": ("type", INPUTS), "button": ("type", BUTTONS)}
    for element in page.elements:
        if element.tag in values:
            name, right = values[element.tag]
            if element.get(name) not in right:
                yield page.problem("MZ107", name, tag=element.tag, value=element.get(name))
        elif element.tag == "meta" and "property" in element.attributes:
            if not element.get("property").startswith(PROPERTIES) or "http-equiv" in element.attributes:
                yield page.problem("MZ107", "property", tag="meta", value=element.get("property"))
        elif element.tag == "meta" and _redirects(element):
            yield page.problem("MZ107", "http-equiv", tag="meta", value=element.get("http-equiv"))


def _redirects(element: Element) -> bool:
    return element.get("http-equiv").lower() not in {"", "content-security-policy"}
