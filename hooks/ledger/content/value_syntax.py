"""What goes wrong in a value of YAML: quotes, brackets, and text that YAML would read as signs."""

import re

from ledger.content.flow_syntax import scan_flow
from ledger.content.quote_syntax import find_closing_quote, refuse_sign, scan_plain
from ledger.content.scan import Scan

_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?\s*(?: #.*)?")
_WIDE_BRACKETS = {"［": ("］", "["), "｛": ("｝", "{")}


def scan_value(scan: Scan, at: int, column: int) -> tuple[int, bool]:
    """Look through one value.

    Args:
        scan: the text.
        at: index of the line.
        column: index of the character after the colon or hyphen.

    Returns:
        Index of the last line that belongs to the value, and whether it is text that goes on where the
        next line is indented.

    Raises:
        SyntaxFault: nothing more can be said of the text.
    """
    line = scan.lines[at]
    column = _skip_blanks(scan, at, column)
    value = line[column:].rstrip()
    first = value[:1]
    if first in {'"', "'"}:
        return _scan_quoted(scan, at, column), False
    if first in {"[", "{"}:
        return scan_flow(scan, at, column), False
    if first in _WIDE_BRACKETS and value.endswith(_WIDE_BRACKETS[first][0]):
        scan.report("MZ041", at, column, text=value, sign=first, right=_WIDE_BRACKETS[first][1])
        scan.mend(at, column, len(line), '""')
        return at, False
    if _BLOCK.fullmatch(value):
        return _end_of_block(scan.lines, at), False
    refuse_sign(scan, at, column, value)
    scan_plain(scan, at, column, len(line))
    return at, bool(value)


def _skip_blanks(scan: Scan, at: int, column: int) -> int:
    line = scan.lines[at]
    end = len(line) - len(line[column:].lstrip())
    blanks = line[column:end]
    if blanks.strip(" ") and end < len(line):
        wide = next(index for index, blank in enumerate(blanks) if blank != " ")
        code = "MZ040" if blanks[wide] == "\t" else "MZ039"
        scan.report(code, at, column + wide, len(blanks.strip(" ")))
        scan.mend(at, column, end, " ")
    return end


def _scan_quoted(scan: Scan, at: int, column: int) -> int:
    line = scan.lines[at]
    last, end = find_closing_quote(scan, at, column)
    rest = scan.lines[last][end:]
    if rest.strip():
        if rest.lstrip().startswith("#") and rest[0].isspace():
            begin = end + rest.index("#")
            scan.report("MZ046", last, begin, len(rest.strip()))
            scan.mend(last, begin, len(scan.lines[last]), "")
        else:
            raise scan.stop("MZ048", at, column, text=line[column])
    return last


def _end_of_block(lines: list[str], at: int) -> int:
    outer = len(lines[at]) - len(lines[at].lstrip(" -"))
    last = at
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= outer:
            break
        last = number
    return last
