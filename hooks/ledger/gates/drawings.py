"""Every file that browsers draw or list by itself is nothing but lines and words, or nothing but a feed."""

from collections.abc import Iterator, Sequence
from xml.parsers import expat

from ledger.gates.allowed import DRAWING, is_allowed, loads
from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import PageFacts
from ledger.problems import Problem

_NAMESPACE = "http://www.w3.org/2000/svg"
_SPOKEN = frozenset({"title", "desc"})
# The feed and the map of the site: elements that browsers do nothing with.
_LISTS = frozenset({"http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9"})


def check(folder: Folder, _pages: Sequence[PageFacts]) -> Checked:
    """Check all SVG and XML files.

    Args:
        folder: the built site.
    """
    drawings = list(folder.named(".svg", ".xml"))
    return checked(len(drawings), (found for name in drawings for found in _read(folder, name)))


def _read(folder: Folder, name: str) -> Iterator[Problem]:
    # As XML, as browsers read it: prefixes, entities and instructions must not slip through.
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[Problem] = []

    def blame(code: str, text: str) -> None:
        place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        found.append(Problem(name, *place, code, {"text": text, "maker": name}, max(1, len(text))))

    def element(tag: str, attributes: dict[str, str]) -> None:
        space, _, local = tag.rpartition(" ")
        if space in _LISTS and name.endswith(".xml"):
            return
        if space != _NAMESPACE or local not in DRAWING | _SPOKEN:
            blame("MZ125", local)
            return
        for attribute, value in attributes.items():
            if " " in attribute or not is_allowed(local, attribute) or loads(local, attribute, value):
                blame("MZ125", attribute.rpartition(" ")[2])

    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = lambda *_: blame("MZ125", "DOCTYPE")
    parser.ProcessingInstructionHandler = lambda target, _data: blame("MZ125", target)
    try:
        parser.Parse((folder.root / name).read_bytes(), True)  # noqa: FBT003 -- expat names it not
    except expat.ExpatError:
        blame("MZ126", name)
    yield from found
