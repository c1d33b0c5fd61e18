"""What goes wrong when people write YAML, found line by line before a parser stumbles or reads over it."""

import re
from contextlib import suppress
from dataclasses import dataclass

from ledger.content.field_names import FIELD_NAMES
from ledger.content.scan import Scan, SyntaxFault
from ledger.content.value_syntax import scan_value
from ledger.problems import Limit, Problem

# Each begins one more value; the parser takes about a second for this many.
_SIGNS = ",:[{\n"
_MOST_SIGNS = 25_000
# Nearly every line: a field, and a value in which no character means anything to YAML.
_PLAIN_VALUE = r"""(?:-(?=[0-9]))?[^\s"'\[\]{}&*!|>@`%,#?:“‘「『［｛-][^:#\t\n]*"""
_PLAIN_LINE = re.compile(rf"( *)((?:- )?)[a-z_]+:(?: ({_PLAIN_VALUE})?| \[[a-z0-9, -]*\] *)?")
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\[{"'#\s:：][^:：]*?)\s*(?P<colon>[:：])(?P<next>.?)""")
_BARE_KEY = re.compile(r"([a-z_]+)(?:[ 　]+|\s*[，、；;。=＝]\s*|$)")
_WIDE_HYPHEN = re.compile(r"[－–—−](?=\s)|[－−](?=\S)")
_CLOSE_HYPHEN = re.compile(r"-(?=[a-z_]+\s*[:：])")


@dataclass(frozen=True)
class Syntax:
    """What is known of a YAML text before it is parsed.

    Args:
        text: the text with its mistakes mended, or None where it cannot be read.
        problems: the mistakes.
    """

    text: str | None
    problems: list[Problem]


def check_syntax(text: str, path: str, first_line: int = 1) -> Syntax:
    """Look through a YAML text for what editors get wrong.

    Comments stand on lines of their own. Behind a value, whatever number of blanks precedes them, YAML
    would end the text there, so that `人手 #2 号` would silently become `人手`: this is refused.

    Args:
        text: the YAML.
        path: file to name in problems.
        first_line: line of the file on which the text begins.
    """
    if sum(map(text.count, _SIGNS)) > _MOST_SIGNS:
        return Syntax(None, [Problem(path, first_line, 1, "MZ034", {"limit": Limit.VALUES})])
    scan = Scan(text.split("\n"), path, first_line)
    with suppress(SyntaxFault):
        _Lines(scan).run()
    return Syntax(scan.mended() if scan.problems else text, scan.problems)


class _Lines:
    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.at = 0
        # Text without quotes goes on where a line is indented deeper than its field; -1 where none does.
        self.continued_from = -1

    def run(self) -> None:
        while self.at < len(self.scan.lines):
            line = self.scan.lines[self.at]
            plain = _PLAIN_LINE.fullmatch(line)
            if plain:
                self.continued_from = len(plain[1]) + len(plain[2]) if plain[3] else -1
            elif line.strip(" ") and not line.lstrip().startswith("#"):
                self._line(line)
            self.at += 1

    def _line(self, line: str) -> None:
        column = self._indent(line)
        is_continued = column > self.continued_from >= 0
        start = column
        if not is_continued:
            column = self._hyphens(line, column)
        is_item = column > start
        if column == len(line):
            self.continued_from = -1
            return
        value = self._key(line, column, is_loose=is_item or is_continued)
        if value is None and not is_continued:
            value = self._bare_key(line, column)
        if value is None and not is_item and not is_continued:
            # A line without a field is left to the parser, unless it is a value on a line of its own.
            value = column if line[column] in "[{\"'&*!@`%|>]},?" else None
            if value is None:
                return
        self.at, is_text = scan_value(self.scan, self.at, column if value is None else value)
        if not is_continued:
            outer = column if value is not None and value > column else start
            self.continued_from = outer if is_text else -1

    def _indent(self, line: str) -> int:
        column = len(line) - len(line.lstrip())
        wide = next((index for index, blank in enumerate(line[:column]) if blank != " "), None)
        if wide is not None:
            code = "MZ040" if line[wide] == "\t" else "MZ039"
            self.scan.report(code, self.at, wide, column - wide)
            if column == len(line):
                self.scan.mend(self.at, 0, column, "")
            else:
                # How deep the line was meant to stand is anybody's guess.
                self.scan.is_readable = False
        return column

    def _blanks(self, begin: int, end: int, right: str) -> None:
        blanks = self.scan.lines[self.at][begin:end]
        if wide := blanks.strip(" "):
            code = "MZ040" if "\t" in wide else "MZ039"
            self.scan.report(code, self.at, begin + blanks.index(wide), len(wide))
            self.scan.mend(self.at, begin, end, right)

    def _hyphens(self, line: str, column: int) -> int:
        while line[column : column + 1] == "-" and (line[column + 1 : column + 2] or " ").isspace():
            begin, column = column + 1, len(line) - len(line[column + 1 :].lstrip())
            self._blanks(begin, column, " ")
        wide = _WIDE_HYPHEN.match(line, column)
        close = _CLOSE_HYPHEN.match(line, column)
        if wide:
            self.scan.report("MZ041", self.at, column, text=line[column], sign=line[column], right="-")
        elif close:
            self.scan.report(
                "MZ043", self.at, column, text=line[column : column + 2], right=f"- {line[column + 1]}"
            )
        if wide or close:
            rest = column + 1
            end = len(line) - len(line[rest:].lstrip())
            self.scan.mend(self.at, column, end, "- ")
            return end
        return column

    def _bare_key(self, line: str, column: int) -> int | None:
        bare = _BARE_KEY.match(line, column)
        if bare is None or bare[1] not in FIELD_NAMES:
            return None
        following = line[bare.end() : bare.end() + 1]
        right = f"{bare[1]}: {following}".rstrip()
        self.scan.report("MZ043", self.at, bare.end(1), text=bare[0] + following, right=right)
        self.scan.mend(self.at, bare.end(1), bare.end(), ": ")
        return bare.end()

    def _key(self, line: str, column: int, *, is_loose: bool) -> int | None:
        """Find where the value of a field begins, or None where the line has no field.

        A word before a colon is a field, however the colon is written; where text may stand, it must be the
        name of one.
        """
        key = _KEY.match(line, column)
        if key is None:
            return None
        colon, following = key.start("colon"), key["next"]
        if key["key"] == "<<":
            raise self.scan.stop("MZ006", self.at, column, 2)
        if key["key"][0] in "&*!@`%":
            return None
        if key["colon"] == ":" and following in {"", " ", "\t", "\u3000", "\xa0"}:
            self._blanks(key.end("key"), colon, "")
            return colon + 1
        may_be_text = is_loose and key["key"] not in FIELD_NAMES
        if may_be_text or line.startswith("://", colon):
            return None
        end = colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip())
        if key["colon"] == "：":
            self.scan.report("MZ041", self.at, colon, text=key["key"] + "：", sign="：", right=":")
        else:
            self.scan.report("MZ043", self.at, colon, text=key[0], right=f"{key['key']}: {following}")
        self.scan.mend(self.at, colon, end, ": ")
        return end
