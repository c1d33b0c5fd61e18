"""One YAML text while it is being looked through: mistakes found, and how each would be mended."""

from dataclasses import dataclass, field

from ledger.problems import Problem


class SyntaxFault(Exception):  # noqa: N818 -- a mistake of an editor, which ends the scan of one file
    """The first mistake after which nothing more can be said of a file."""


@dataclass
class Scan:
    """One YAML text while it is being looked through.

    Args:
        lines: its lines.
        path: how to name the file in problems.
        first_line: line of the file on which the text begins.
        problems: what was found so far.
        edits: what would mend it: line, begin, end, replacement.
        is_readable: whether the text can be read once it is mended.
    """

    lines: list[str]
    path: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    edits: list[tuple[int, int, int, str]] = field(default_factory=list)
    is_readable: bool = True

    def report(self, code: str, at: int, column: int, width: int = 1, **details: str) -> None:
        """Record a mistake.

        Args:
            code: key of the catalogue.
            at: index of the line.
            column: index of the first wrong character.
            width: how many are wrong.
            details: what fills the message.
        """
        self.problems.append(
            Problem(self.path, self.first_line + at, column + 1, code, details, max(1, width))
        )

    def stop(self, code: str, at: int, column: int, width: int = 1, **details: str) -> SyntaxFault:
        """Record a mistake that leaves the rest without meaning; the caller raises what this returns."""
        self.report(code, at, column, width, **details)
        self.is_readable = False
        return SyntaxFault(code)

    def mend(self, at: int, begin: int, end: int, text: str) -> None:
        """Note how a mistake is mended, so that the rest of the file can be read."""
        self.edits.append((at, begin, end, text))

    def mended(self) -> str | None:
        """Give the text with every mistake mended, or None where it cannot be read."""
        if not self.is_readable:
            return None
        lines = list(self.lines)
        for at, begin, end, text in sorted(self.edits, reverse=True):
            lines[at] = lines[at][:begin] + text + lines[at][end:]
        return "\n".join(lines)
