"""Bytes to text: what a file really is, and the characters that nobody sees or meant."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice

from ledger.problems import Limit, Problem

MOST_BYTES = 512 * 1024
MOST_CHARACTERS_OF_A_LINE = 20_000
# More than this of one kind in a file is one mistake; the rest would only hide the others.
_MOST_REPORTS = 100

_KINDS = (
    (b"PK\x03\x04", "Office/ZIP"),
    (b"\xd0\xcf\x11\xe0", "Office"),
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP/AVI/WAV"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ\x90", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# What an office writes in GBK: ASCII, Chinese punctuation, Han of the common planes, full-width signs.
_OFFICE_TEXT = re.compile(
    r"[\t\r\n -~\u00b7\u2010-\u2026\u2103-\u22ff\u2460-\u25ff\u3000-\u3017\u4e00-\u9fff\uff00-\uffef]+"
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]+")
# Blanks without width, marks of direction, soft hyphens, separators of lines that no editor shows, tags;
# within an emoji the joiner is what makes one picture of two.
_EMOJI = r"[\u2600-\u27bf\u2640\u2642\ufe0f\U0001f000-\U0001faff]"
INVISIBLE = re.compile(
    r"(?:[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
    rf"|(?<!{_EMOJI})\u200d|\u200d(?!{_EMOJI}))+"
)
_UNSEEN = re.compile(f"{CONTROL.pattern}|{INVISIBLE.pattern}")
_CONFLICT = re.compile(r"^(?:<{7}(?!<)|>{7}(?!>)|\|{7}(?!\|)).*$", re.MULTILINE)


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Read bytes as UTF-8, forgiving a byte order mark and any kind of line end.

    Args:
        data: the whole file.
        path: how to name it in problems.
    """
    refusal = _refusal(data, path)
    if refusal:
        return None, [refusal]
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    long = next((n for n, line in enumerate(text.split("\n"), 1) if len(line) > MOST_CHARACTERS_OF_A_LINE), 0)
    if long:
        width = len(text.split("\n")[long - 1])
        return None, [Problem(path, long, 1, "MZ034", {"limit": Limit.LINE}, width)]
    return text, []


def kind_of(data: bytes) -> str:
    """Tell what a file that is no text is by its first bytes, whatever its name says.

    Args:
        data: the file, or how it begins.

    Returns:
        The name of the kind, or nothing where none is known.
    """
    return next((kind for start, kind in _KINDS if data.startswith(start)), "")


def _refusal(data: bytes, path: str) -> Problem | None:
    if not data.removeprefix(BOM_UTF8).strip():
        return Problem(path, 1, 1, "MZ053")
    if kind := kind_of(data):
        return Problem(path, 1, 1, "MZ033", {"name": path.rpartition("/")[2], "kind": kind})
    encoding = _other_encoding(data)
    if encoding:
        return Problem(path, 1, 1, "MZ032", {"encoding": encoding})
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return Problem(path, before.count("\n") + 1, len(before) - before.rfind("\n"), "MZ001")
    return None


def _other_encoding(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    # Latin letters and line ends in UTF-16 have a zero in every other byte; UTF-8 text has none at all.
    if marked or max(data[:400:2].count(0), data[1:400:2].count(0)) * 5 > len(data[:400]):
        return marked or "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        for encoding in ("gbk", "gb18030"):
            try:
                return "GBK" if _OFFICE_TEXT.fullmatch(data.decode(encoding)) else ""
            except UnicodeDecodeError:
                continue
    return ""


def find_characters(text: str, path: str) -> tuple[str, list[Problem]]:
    """Find the characters that nobody sees.

    Args:
        text: the whole file.
        path: how to name it in problems.

    Returns:
        The text without them, of as many lines, and the problems.
    """
    if not _UNSEEN.search(text):
        return text, []
    problems: list[Problem] = []
    for code, kind in (("MZ037", CONTROL), ("MZ038", INVISIBLE)):
        problems += (_at(text, match, path, code) for match in islice(kind.finditer(text), _MOST_REPORTS))
    return _UNSEEN.sub("", text), problems


def _at(text: str, match: re.Match[str], path: str, code: str) -> Problem:
    start = match.start()
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Problem(path, line, column, code, {"name": _name(match.group())}, len(match.group()))


def _name(characters: str) -> str:
    return f"U+{ord(characters[0]):04X}"


def find_conflicts(text: str, path: str) -> Iterator[Problem]:
    """Find where two people's changes were joined and not sorted out: once for each place.

    Args:
        text: the whole file.
        path: how to name it in problems.
    """
    is_open = False
    for match in islice(_CONFLICT.finditer(text), 3 * _MOST_REPORTS):
        sign = match.group()[0]
        if sign == "<" or not is_open:
            line = text.count("\n", 0, match.start()) + 1
            yield Problem(path, line, 1, "MZ050", {"text": match.group()}, len(match.group()))
        is_open = sign != ">"
