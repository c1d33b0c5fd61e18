"""What goes wrong inside brackets of YAML: `[…]` and `{…}`."""

import re

from ledger.content.composer import DEEPEST
from ledger.content.field_names import FIELD_NAMES
from ledger.content.quote_syntax import find_closing_quote, is_field, refuse_sign, scan_plain
from ledger.content.scan import Scan

_CLOSING = {"[": "]", "{": "}"}
_PLAIN = r"""-?[^\s"'\[\]{}&*!|>@`%,#?:：，；、－-][^\[\]{},:：#，；\t\n]*"""
_SIMPLE_FIELD = rf"""[a-z_]+: (?:"[^"\\\n]*"|{_PLAIN})"""
# What nearly all brackets of content look like.
_SIMPLE = re.compile(rf"\{{{_SIMPLE_FIELD}(?:, {_SIMPLE_FIELD})*\}}\s*$|\[[A-Za-z0-9, -]*\]\s*$")
_KEY = re.compile(r"""[^\s"'\[\]{},:：#][^"'\[\]{},:：#]*?\s*:(?=\s|$)""")
_WRONG_KEY = re.compile(r"([a-z_]+)\s*(?:(：)\s*|:(?=[^\s/]))")
_WIDE_COMMA_BEFORE_KEY = re.compile(r"[，；]\s*([a-z_]+)\s*[:：]")
_WIDE_COMMA = re.compile(r"，|(?<=[a-z0-9])[、；](?=[a-z0-9])")
_TEXT = re.compile(r"[^\[\]{},]*")


def scan_flow(scan: Scan, at: int, column: int) -> int:
    """Look through a value in brackets, on one line or several.

    Args:
        scan: the text.
        at: index of the line.
        column: index of the bracket that opens.

    Returns:
        Index of the line on which it closes.

    Raises:
        SyntaxFault: nothing more can be said of the text.
    """
    if _SIMPLE.match(scan.lines[at], column):
        return at
    return _Flow(scan, at, column).run()


class _Flow:
    def __init__(self, scan: Scan, at: int, column: int) -> None:
        self.scan = scan
        self.at = at
        self.column = column
        self.start = at, column
        self.open: list[tuple[str, int, int]] = []
        self.is_value = False

    def run(self) -> int:
        while True:
            while self.column < len(self.line):
                self._step()
                if not self.open:
                    self._end()
                    return self.at
            self._next_line()

    @property
    def line(self) -> str:
        return self.scan.lines[self.at]

    def _next_line(self) -> None:
        sign, at, column = self.open[-1]
        self.at += 1
        following = self.scan.lines[self.at] if self.at < len(self.scan.lines) else None
        is_next_field = following is not None and is_field(following)
        is_unfinished = sign == "{" and self.scan.lines[self.at - 1].rstrip().endswith((",", "{"))
        is_next_item = following is not None and following.lstrip().startswith("- ")
        if following is None or is_next_item or (is_next_field and not is_unfinished):
            raise self.scan.stop("MZ048", at, column, text=sign)
        # A comment on a line of its own is no text that could be lost.
        self.column = len(following) if following.lstrip().startswith("#") else 0

    def _end(self) -> None:
        rest = self.line[self.column :]
        if not rest.strip():
            return
        begin = self.column + len(rest) - len(rest.lstrip())
        if rest[0].isspace() and self.line[begin] == "#":
            self.scan.report("MZ046", self.at, begin, len(rest.strip()))
            self.scan.mend(self.at, begin, len(self.line), "")
        else:
            at, column = self.start
            raise self.scan.stop("MZ047", at, column, text=self.scan.lines[at][column])

    def _step(self) -> None:
        sign = self.line[self.column]
        if sign in _CLOSING:
            self._push(sign)
        elif sign in "]}":
            self._pop(sign)
        elif sign in "\"'":
            self.at, self.column = find_closing_quote(self.scan, self.at, self.column)
            self._after_quote()
        elif sign.isspace():
            self._blank(sign)
        elif sign in ",:":
            self.is_value = sign == ":"
            self.column += 1
        elif not self._key():
            self._text()

    def _push(self, sign: str) -> None:
        if len(self.open) == DEEPEST:
            raise self.scan.stop("MZ036", self.at, self.column)
        self.open.append((sign, self.at, self.column))
        self.is_value = False
        self.column += 1

    def _pop(self, sign: str) -> None:
        opened, at, column = self.open.pop()
        if _CLOSING[opened] != sign:
            raise self.scan.stop("MZ048", at, column, text=opened)
        self.column += 1

    def _after_quote(self) -> None:
        rest = self.line[self.column :].lstrip()
        if rest[:1] in set("，、；："):
            column = len(self.line) - len(rest)
            right = ":" if rest[0] == "：" else ","
            self.scan.report("MZ041", self.at, column, text=rest[0], sign=rest[0], right=right)
            self.scan.mend(self.at, column, column + 1, right + " ")
            self.column, self.is_value = column + 1, right == ":"
        elif rest and rest[0] not in ",:]}#":
            raise self.scan.stop("MZ048", self.at, self.column - 1, text=self.line[self.column - 1])

    def _blank(self, sign: str) -> None:
        if sign != " ":
            self.scan.report("MZ040" if sign == "\t" else "MZ039", self.at, self.column)
            self.scan.mend(self.at, self.column, self.column + 1, " ")
        self.column += 1

    def _key(self) -> bool:
        if self.is_value or self.open[-1][0] != "{":
            return False
        wrong = _WRONG_KEY.match(self.line, self.column)
        if wrong and wrong[1] in FIELD_NAMES:
            colon = wrong.start(2) if wrong[2] else wrong.end() - 1
            if wrong[2]:
                text = wrong[0].strip()
                self.scan.report("MZ041", self.at, colon, text=text, sign="：", right=":")
            else:
                following = self.line[wrong.end() : wrong.end() + 1]
                right = f"{wrong[1]}: {following}"
                self.scan.report("MZ043", self.at, colon, text=wrong[0] + following, right=right)
            self.scan.mend(self.at, colon, wrong.end(), ": ")
            self.column, self.is_value = wrong.end(), True
            return True
        key = _KEY.match(self.line, self.column)
        if key:
            refuse_sign(self.scan, self.at, self.column, key[0])
            self.column, self.is_value = key.end(), True
        return key is not None

    def _text(self) -> None:
        match = _TEXT.match(self.line, self.column)
        end = match.end() if match else len(self.line)
        refuse_sign(self.scan, self.at, self.column, self.line[self.column : end].rstrip())
        comma = _WIDE_COMMA_BEFORE_KEY.search(self.line, self.column, end)
        if self.open[-1][0] == "{" and comma and comma[1] in FIELD_NAMES:
            end = comma.start()
            self._report_comma(end)
        elif self.open[-1][0] == "[":
            for found in _WIDE_COMMA.finditer(self.line, self.column, end):
                self._report_comma(found.start())
        scan_plain(self.scan, self.at, self.column, end)
        if self.line[end : end + 1] in _CLOSING and self.line[self.column : end].strip():
            raise self.scan.stop("MZ047", self.at, end, text=self.line[end])
        self.is_value = self.is_value and not comma
        self.column = end + (comma is not None and end == comma.start())

    def _report_comma(self, column: int) -> None:
        sign = self.line[column]
        self.scan.report("MZ041", self.at, column, text=sign, sign=sign, right=",")
        self.scan.mend(self.at, column, column + 1, ", ")
