"""Checks the pages that people write by hand in `docs/`, and the files beside them."""

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from urllib.parse import unquote

from ledger.content.folder import Folder
from ledger.content.narrative import find_excess, find_program, mask_code
from ledger.content.nodes import Mapping, Scalar
from ledger.content.personal_data import find_personal_data, masked_details
from ledger.content.raw_text import kind_of
from ledger.content.text import find_tag, split_document
from ledger.problems import LOCAL_LINK, Problem, hint

_KEYS = ("title", "description", "hide")
# Ending → folders below docs/ in which such files may stand; "" is docs/ itself and everything below it.
_PLACES = {
    ".md": "",
    ".png": "assets/images/",
    ".jpg": "assets/images/",
    ".jpeg": "assets/images/",
    ".webp": "assets/images/",
    ".svg": "assets/images/",
    ".css": "assets/stylesheets/",
    ".js": "assets/javascripts/",
    ".json": "assets/schemas/",
    ".html": "overrides/",
    ".xml": "overrides/",
}
_PICTURES = frozenset(ending for ending, place in _PLACES.items() if place == "assets/images/")
_START = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
}
_FENCED = re.compile(r"^(`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?\1[`~]*[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"\]\(\s*(<[^>]*>|[^\s)]*)|^ {0,3}\[[^\]]+\]:\s*(\S+)")
_WEB = re.compile(r"https?://[^\s<>\"']+|mailto:[^\s<>\"':]+")
_LOCAL = re.compile(r"(?!/)[^:?\s\\&<>\"']*(?:\.md|\.png|\.jpe?g|\.webp|\.svg)?(?:#[^\s<>\"']*)?")
# What a drawing could do beside being looked at.
_ACTIVE = re.compile(
    r"<\s*(?:script|foreignObject|iframe|a\b)|(?<![\w-])on[a-z]+\s*=|(?:java|vb)script:|<!ENTITY",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """A line of a file.

    Args:
        path: how to name the file in problems.
        line: line, from 1.
    """

    path: str
    line: int

    def problem(self, code: str, start: int, text: str) -> Problem:
        """Report something wrong in this line.

        Args:
            code: key of the catalogue.
            start: index of its first character.
            text: what is wrong.
        """
        return Problem(self.path, self.line, start + 1, code, {"text": text}, max(1, len(text)))


def check_authored(docs_dir: Path) -> list[Problem]:
    """Check the authored pages.

    Args:
        docs_dir: the folder `docs/` of the project.

    Returns:
        Every problem, ordered by path and line.
    """
    folder = Folder(docs_dir, kinds=frozenset(_PLACES))
    folder.problems.extend(_check_files(folder))
    return folder.told()


def _check_files(folder: Folder) -> Iterator[Problem]:
    found = folder.inventory
    names = {file.relative_to(folder.root).as_posix() for file in found.files}
    for file in found.files:
        name, path = file.relative_to(folder.root).as_posix(), folder.path(file)
        ending = file.suffix.lower()
        if not name.startswith(_PLACES.get(ending, "assets/")):
            yield Problem(path, 1, 1, "MZ056", {"name": file.name})
        elif ending == ".md":
            yield from _check_page(folder, file, names)
        elif ending == ".svg":
            yield from _check_drawing(folder, file)
        elif ending in _START and not (start := _beginning(file)).startswith(_START[ending]):
            yield Problem(path, 1, 1, "MZ033", {"name": file.name, "kind": kind_of(start) or "TXT"})
    twins = {name for name in names if name.endswith("README.md")}
    for name in sorted(twins):
        # The page at the root is generated.
        if name == "README.md" or name.removesuffix("README.md") + "index.md" in names:
            details = {"name": "README.md", "other": "index.md"}
            yield Problem(folder.path(folder.root / name), 1, 1, "MZ057", details)


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(16)


def _check_page(folder: Folder, file: Path, names: Collection[str]) -> Iterator[Problem]:
    text = folder.text(file)
    if text is None:
        return
    path, body, first_line = folder.path(file), text, 1
    if text.startswith("---"):
        document, problems = split_document(text, path)
        yield from problems
        if document is None:
            return
        body, first_line = document.body, document.body_line
        yield from _check_front_matter(folder, document.front_matter, path)
    shown = mask_code(_FENCED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), body))
    if excess := find_excess(shown):
        index, column, width, sign = excess
        yield Problem(path, first_line + index, column + 1, "MZ042", {"text": sign}, width)
        return
    for number, line in enumerate(shown.split("\n"), first_line):
        yield from _check_line(line, Place(path, number), file.relative_to(folder.root), names)


def _check_front_matter(folder: Folder, text: str, path: str) -> Iterator[Problem]:
    root = folder.nodes(text, path, 2)
    for key, value in root.entries if isinstance(root, Mapping) else ():
        if key.text not in _KEYS:
            details = {"name": key.text, "hint": hint(key.text, _KEYS)}
            yield Problem(path, key.line, key.column, "MZ010", details, len(key.text))
        # The theme writes titles and descriptions into pages as they are.
        if isinstance(value, Scalar) and (sign := re.search(r"[<>]", value.text)):
            yield Problem(path, value.line, value.column, "MZ028", {"text": value.text[sign.start() :]})


def _check_line(line: str, place: Place, page: PurePath, names: Collection[str]) -> Iterator[Problem]:
    for code, found in (("MZ028", find_tag(line)), ("MZ059", find_program(line))):
        if found:
            yield place.problem(code, found.start(), found.group())
    for match in _ADDRESS.finditer(line):
        group = 1 if match[1] is not None else 2
        address = match[group].strip("<>")
        if not _is_allowed(address, page, names):
            refused = place.problem("MZ049", match.start(group), match[group])
            yield replace(refused, details={**refused.details, "hint": LOCAL_LINK})
    for person in find_personal_data(line):
        start, end, _ = person
        yield Problem(place.path, place.line, start + 1, "MZ080", masked_details(line, person), end - start)


def _is_allowed(address: str, page: PurePath, names: Collection[str]) -> bool:
    if _WEB.fullmatch(address):
        return True
    if not _LOCAL.fullmatch(address):
        return False
    target = posixpath.normpath(page.parent.joinpath(unquote(address.partition("#")[0])).as_posix())
    if target in names:
        return True
    # A page that is not there may be a generated one; one that differs in its letters only is a slip, and
    # pictures are never generated.
    is_picture = posixpath.splitext(target)[1].lower() in _PICTURES
    is_slip = target.casefold() in {name.casefold() for name in names}
    return not (target.startswith("..") or is_picture or is_slip)


def _check_drawing(folder: Folder, file: Path) -> Iterator[Problem]:
    for number, line in enumerate((folder.text(file) or "").split("\n"), 1):
        for found in _ACTIVE.finditer(line):
            yield Place(folder.path(file), number).problem("MZ059", found.start(), found.group())
