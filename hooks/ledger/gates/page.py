"""A page of the built site, parsed once; and the little of it that is kept for the whole site."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ledger.gates.addresses import followed, loaded
from ledger.gates.element import Element
from ledger.problems import Problem


@dataclass(frozen=True)
class PageFacts:
    """What of a page is kept after it has been checked.

    Args:
        address: file below the site's root, with forward slashes.
        maker: the content file that made it, or its own address.
        title: of the page.
        ids: all ids.
        fragments: places in this or other pages it points to: the page's file, the id, the link as written.
    """

    address: str
    maker: str
    title: str
    ids: frozenset[str]
    fragments: frozenset[tuple[str, str, str]]


@dataclass(frozen=True)
class Page:
    """A page while it is checked.

    Args:
        address: file below the site's root, with forward slashes.
        html: its text.
    """

    address: str
    html: str
    tree: LexborHTMLParser = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", LexborHTMLParser(self.html))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All elements in the order of the page."""
        root = self.tree.root
        walked = root.traverse(include_text=False) if root else ()
        return tuple([Element(node.tag or "", node.attributes) for node in walked])

    @cached_property
    def followed(self) -> tuple[str, ...]:
        """The addresses that readers may follow, as written."""
        return tuple(followed(self.elements))

    @cached_property
    def loaded(self) -> tuple[str, ...]:
        """The addresses that a browser or one of our scripts loads, as written."""
        return tuple(loaded(self.elements))

    @cached_property
    def maker(self) -> str:
        """The content file that made the page, or the page's own address where it says none."""
        marked = self.tree.css_first("[data-content-file]")
        return (marked.attributes["data-content-file"] if marked else "") or self.address

    @property
    def title(self) -> str:
        """What the browser's tab says."""
        node = self.tree.css_first("head > title")
        return text_of(node) if node else ""

    def ids(self) -> Iterator[str]:
        """List every id as often as it stands."""
        return (id_ for element in self.elements if (id_ := element.get("id")))

    def problem(self, code: str, text: str = "", **details: str) -> Problem:
        """Blame a place of this page.

        Args:
            code: key of the catalogue.
            text: what is wrong, as it stands in the page.
            details: further holes of the message.
        """
        details = {"text": text, "maker": self.maker, **details}
        return Problem(self.address, *self._place(text), code, details, max(1, len(text.partition("\n")[0])))

    def _place(self, text: str) -> tuple[int, int]:
        """Line and column where a text stands first, as a value or as it is; the beginning if nowhere."""
        written = (f'"{escape(text)}"', f'"{text}"')
        inside = [found + 1 for value in written if (found := self.html.find(value)) >= 0]
        before = self.html[: inside[0] if inside else max(0, self.html.find(text))]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


def text_of(node: LexborNode) -> str:
    """Read what an element says, in one line.

    Args:
        node: the element.
    """
    return " ".join(node.text().split())
