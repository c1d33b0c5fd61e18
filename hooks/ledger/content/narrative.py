"""The narrative of a topic file: paragraphs, lists, tables and links to the web, and nothing that acts."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ledger.content.personal_data import find_personal_data, masked_details
from ledger.content.slips import find_leftover
from ledger.content.text import find_tag
from ledger.problems import Problem

_MOST_SIGNS_OF_A_PARAGRAPH = 200
_MOST_SIGNS = 2000
_DEEPEST = 20
_WIDEST_INDENT = 80
# Quotations and items of lists that stand inside each other in one line.
_NESTED = re.compile(rf"\s*(?:>\s?|[*+-]\s+|\d+[.)]\s+){{{_DEEPEST + 1},}}")
_INDENT = re.compile(rf"[ \t]{{{_WIDEST_INDENT + 1},}}(?=\S)")
# Each makes the Markdown parser look through the rest of the paragraph for its other half.
_COSTLY = re.compile(r"[\[\]()*_`!<>&\\~^{}|]")
# Headings by number signs and underlines, addresses named in one place and used in another, pictures.
_STRUCTURE = re.compile(r"^(?:[ \t>]|[*+-]\s|\d+[.)]\s)*(?:#|=+\s*$)|\[[^\[\]]*\]:|^[^\[]*\]:|!\[|\]\s?\[")
_HYPHENS = re.compile(r" {0,3}-+\s*$")
_LINK = re.compile(r"\]\((?!\s*<?https?://[^\s<>\"'()]+)[^)]*\)?")
# Attributes, templates, files to be included, lists of contents.
_PROGRAM = re.compile(
    r"\{\{.*?(?:\}\}|$)|\{[%#].*?(?:[%#]\}|$)|\}\}|%\}|\{\s*[:.#][^}]*\}?|\{[^}]*=[^}]*\}?|;*-+8<-+.*|\[TOC\]|:::\s*\S+"
)
# What stands before the words of a quotation or of an item of a list.
_MARKERS = re.compile(r"\s*(?:(?:>|[*+-]\s|\d+[.)]\s)\s*)*")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def check_narrative(body: str, first_line: int, path: str) -> Iterator[Problem]:
    """Find what a narrative must not hold.

    Args:
        body: the Markdown.
        first_line: line of the file on which it begins.
        path: how to name the file in problems.
    """
    excess = find_excess(body)
    if excess is not None:
        index, column, width, sign = excess
        yield Problem(path, first_line + index, column + 1, "MZ042", {"text": sign}, width)
        return
    lines = mask_code(body).split("\n")
    for number, (above, line) in enumerate(pairwise(["", *lines]), first_line):
        if line.isspace() or not line:
            continue
        if tag := find_tag(line):
            yield _problem(path, number, tag, "MZ028")
        # Within a tag that is refused, nothing else needs to be said.
        rest = line[: tag.start()] + " " * len(tag.group()) + line[tag.end() :] if tag else line
        if found := find_structure(rest, above):
            yield _problem(path, number, found, "MZ031")
        # A picture is refused whole.
        is_picture = found is not None and found.group().endswith("![")
        for link in () if is_picture else _LINK.finditer(rest):
            yield _problem(path, number, link, "MZ049")
        if found := find_program(rest):
            yield _problem(path, number, found, "MZ059")
    yield from _check_words(body, first_line, path)


def _check_words(body: str, first_line: int, path: str) -> Iterator[Problem]:
    for number, line in enumerate(body.split("\n"), first_line):
        words = _MARKERS.sub("", line, count=1).rstrip()
        if slip := find_leftover(words, in_narrative=True):
            column = line.index(words) + slip.start + 1
            yield Problem(path, number, column, slip.code, slip.details, slip.width)
        for person in find_personal_data(line):
            start, end, _ = person
            details = masked_details(line, person)
            yield Problem(path, number, start + 1, "MZ080", details, end - start)


def _problem(path: str, line: int, found: re.Match[str], code: str) -> Problem:
    text = found.group().strip()
    column = found.start() + len(found.group()) - len(found.group().lstrip()) + 1
    return Problem(path, line, column, code, {"text": text}, len(text))


def find_structure(line: str, above: str = "") -> re.Match[str] | None:
    """Find the first heading, picture or definition of a link, which would change the page around it.

    Args:
        line: a line of Markdown.
        above: the line before it; hyphens below text make a heading of it.
    """
    return _STRUCTURE.search(line) or (_HYPHENS.match(line) if above.strip() else None)


def find_program(line: str) -> re.Match[str] | None:
    """Find the first sign that tells a program to do something: an attribute, a template, an inclusion.

    Args:
        line: a line of Markdown.
    """
    return _PROGRAM.search(line)


def mask_code(body: str) -> str:
    """Blank out what stands between backticks, which is shown as it is, without shifting anything.

    Where any backtick is left without its other half, nothing is blanked out: it may pair with one of a later
    line, and then what looks like code here is none.

    Args:
        body: the Markdown.
    """
    masked = _CODE.sub(lambda match: re.sub(r"[^\n]", "x", match.group()), body)
    return body if "`" in masked or any("\n" in match.group() for match in _CODE.finditer(body)) else masked


def find_excess(body: str) -> tuple[int, int, int, str] | None:
    """Find signs repeated or nested so often that the Markdown parser would not come to an end.

    Args:
        body: the Markdown.

    Returns:
        Index of the line, index and number of characters, and the sign; None where there are few.
    """
    total: Counter[str] = Counter()
    paragraph: Counter[str] = Counter()
    for index, line in enumerate(body.split("\n")):
        if not line.strip():
            paragraph.clear()
            continue
        if nested := _NESTED.match(line) or _INDENT.match(line):
            return index, 0, len(nested.group()), nested.group().strip()[:1] or " "
        signs = Counter(_COSTLY.findall(line))
        paragraph += signs
        total += signs
        for sign in signs:
            if paragraph[sign] > _MOST_SIGNS_OF_A_PARAGRAPH or total[sign] > _MOST_SIGNS:
                return index, line.index(sign), _run(line, sign), sign
    return None


def _run(line: str, sign: str) -> int:
    rest = line[line.index(sign) :]
    return len(rest) - len(rest.lstrip(sign))
