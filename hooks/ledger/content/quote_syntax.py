"""What YAML makes of text: quotes that do not close, signs at its beginning, colons and hashes inside."""

import re

from ledger.content.field_names import FIELD_NAMES
from ledger.content.scan import Scan

_KEY_LINE = re.compile(r"\s*(?:- +)*([a-z_]+):(?:\s|$)")
_CHINESE_QUOTES = "“‘「『"
_COMMENT = re.compile(r"(?:^|(?<=\s))#")
_COLON = re.compile(r":(?=\s|$)")
_ESCAPE = re.compile(r"""\\(?:["\\/]|(?P<wrong>x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|.|$))""")
# What stands for a figure that a document hides or lacks, and where a figure stands.
_NO_FIGURE = re.compile(r"-|\*+[%‰]?")
_FIGURE = re.compile(r"\b(?:value|baseline):\s*$")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*+'", re.DOTALL),
}


def refuse_sign(scan: Scan, at: int, column: int, value: str) -> None:
    """Refuse a value that begins with what YAML takes for a sign.

    Args:
        scan: the text.
        at: index of the line.
        column: index of its first character.
        value: the value.

    Raises:
        SyntaxFault: it does.
    """
    if _NO_FIGURE.fullmatch(value) and _FIGURE.search(scan.lines[at], 0, column):
        scan.report("MZ067", at, column, len(value), text=value)
        scan.mend(at, column, column + len(value), "redacted")
        return
    if value[:1] in {"&", "*", "!"}:
        raise scan.stop("MZ006", at, column)
    is_lone = value[:1] in {"-", "?"} and (value == "-" or value[1:2].isspace())
    if is_lone or value[:1] in set("@`%,]}|>"):
        raise scan.stop("MZ047", at, column, text=value[0])


def scan_plain(scan: Scan, at: int, begin: int, end: int) -> None:
    """Look through text without quotes for colons and number signs that would cut it.

    Args:
        scan: the text.
        at: index of the line.
        begin: index of its first character.
        end: index after its last one.
    """
    text = scan.lines[at][begin:end]
    for tab in re.finditer(r"\t+", text):
        scan.report("MZ040", at, begin + tab.start(), len(tab.group()))
        scan.mend(at, begin + tab.start(), begin + tab.end(), " ")
    comment = _COMMENT.search(text)
    if comment:
        scan.report("MZ046", at, begin + comment.start(), len(text.rstrip()) - comment.start())
        scan.mend(at, begin + comment.start(), begin + comment.end(), "＃")
    colons = list(_COLON.finditer(text))
    if not colons:
        return
    if text[0] in _CHINESE_QUOTES:
        scan.report("MZ045", at, begin, text=text[0])
    else:
        scan.report("MZ044", at, begin + colons[0].start())
    for colon in colons:
        scan.mend(at, begin + colon.start(), begin + colon.end(), "：")


def find_closing_quote(scan: Scan, at: int, column: int) -> tuple[int, int]:
    """Find where a quoted text ends, which may be on a later line but not beyond the next field.

    Args:
        scan: the text.
        at: index of the line.
        column: index of the quote that opens.

    Returns:
        Index of the line, and of the character after the quote that closes.

    Raises:
        SyntaxFault: it does not end.
    """
    quote = scan.lines[at][column]
    match = _QUOTED[quote].match(scan.lines[at], column)
    if match:
        if quote == '"':
            _refuse_escapes(scan, at, column, match.end())
        return at, match.end()
    following = range(at + 1, len(scan.lines))
    stop = next((n for n in following if is_field(scan.lines[n])), len(scan.lines))
    match = _QUOTED[quote].match("\n".join(scan.lines[at:stop]), column)
    if match is None:
        raise scan.stop("MZ048", at, column, text=quote)
    last = at + match[0].count("\n")
    end = len(match[0]) - match[0].rfind("\n") - 1
    for line in range(at, last + 1) if quote == '"' else ():
        _refuse_escapes(
            scan, line, column if line == at else 0, end if line == last else len(scan.lines[line])
        )
    return last, end


def _refuse_escapes(scan: Scan, at: int, begin: int, end: int) -> None:
    """Refuse what a backslash would turn into a character that nobody sees; quotes and itself it may mask."""
    for escape in _ESCAPE.finditer(scan.lines[at], begin, end):
        if escape["wrong"] is not None:
            scan.report("MZ037", at, escape.start(), len(escape[0]), name=escape[0])
            scan.mend(at, escape.start(), escape.end(), "")


def is_field(line: str) -> bool:
    """Tell whether a line begins with a field of content.

    Args:
        line: the line.
    """
    key = _KEY_LINE.match(line)
    return key is not None and key[1] in FIELD_NAMES
