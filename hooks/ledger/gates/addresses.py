"""Which attributes hold addresses: those a reader follows, and those a browser loads by itself."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ledger.gates.element import Element

# Links that name another place without loading it.
NAMING = frozenset({"canonical", "alternate", "prev", "next"})
FOLLOWED = {"a": "href", "area": "href", "form": "action", "button": "formaction"}
LOADED = frozenset(
    {"src", "srcset", "poster", "data", "background", "href", "xlink:href", "data-vega", "data-spec"}
)


def followed(elements: Iterable[Element]) -> Iterator[str]:
    """List what readers may follow.

    Args:
        elements: of a page.
    """
    for element in elements:
        name = FOLLOWED.get(element.tag) or ("href" if _names_only(element) else "")
        if name in element.attributes:
            yield element.get(name)


def loaded(elements: Iterable[Element]) -> Iterator[str]:
    """List what a browser or one of our scripts loads.

    Args:
        elements: of a page.
    """
    for element in elements:
        if element.tag in FOLLOWED or LOADED.isdisjoint(element.attributes) or _names_only(element):
            continue
        for name in LOADED.intersection(element.attributes):
            yield from _each(name, element.get(name))


def is_foreign(url: str) -> bool:
    """Tell whether an address leads to another host, has a scheme of its own, or cannot be read.

    Args:
        url: as it is written.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _names_only(element: Element) -> bool:
    return element.tag == "link" and element.get("rel") in NAMING


def _each(name: str, value: str) -> Iterator[str]:
    if name == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    else:
        yield value
