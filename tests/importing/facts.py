"""What a document says, as the score compares it: as a person expects it, and as it was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

KINDS = ("figures", "redactions", "targets", "baselines", "changes", "commitments", "outcomes", "problems")
TOLD = ("commitments", "outcomes", "problems")
MASKED = "redacted"

_FULL_WIDTH = str.maketrans({"（": "(", "）": ")"})
_SECTION = re.compile(r"(?:篇.)?(?:[一二三四五六七八九十]+(?:、|$))?(?:\([^)]*\))?")
_ROW = re.compile(r"表\d+第\d+行$")
_BEFORE_ALL = "开头"


@dataclass(frozen=True)
class Fact:
    """One thing a document says.

    Args:
        at: its place; several where the curated record names several.
        key: what must be equal, such as value and unit; empty where texts are compared instead.
        text: the name of a figure, or what was promised, done or found wanting.
        span: the words of the sentence a found thing was taken from.
        sentence: where a found thing stands, for those who look for the cause of a difference.
        indicator: dictionary id of a figure.
        topic: topic id.
        optional: whether two careful people may differ over it, so that it is neither missed nor a surplus.
        is_coarse: whether its place may be a section although it stands in an item of that section.
    """

    at: tuple[str, ...]
    key: tuple[str, ...] = ()
    text: str = ""
    span: str = ""
    sentence: str = ""
    indicator: str | None = None
    topic: str | None = None
    optional: bool = False
    is_coarse: bool = False


@dataclass(frozen=True)
class Facts:
    """Everything one document says.

    Args:
        facts: by kind, see `KINDS`.
        outline: its places in reading order, each once.
        optional: places that may be there or not: headings without a sentence of their own.
        is_whole: whether `outline` names every place, so that a surplus one is a mistake.
        year: which year the document reports on, or plans for; None where nobody said so.
    """

    facts: dict[str, list[Fact]] = field(default_factory=dict)
    outline: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()
    is_whole: bool = True
    year: int | None = None

    def of(self, kind: str) -> list[Fact]:
        """The facts of a kind, none if there are none."""
        return self.facts.get(kind, [])

    def without(self, parts: Sequence[str]) -> "Facts":
        """The same without what stands in some parts, which the content records once where they are repeated.

        Args:
            parts: beginnings of places, such as 篇二.
        """
        left_out = tuple(parts)
        kept = {
            kind: [fact for fact in facts if not left_out or not fact.at[0].startswith(left_out)]
            for kind, facts in self.facts.items()
        }
        return replace(self, facts=kept)


def places(written: str) -> tuple[str, ...]:
    """Read a place, or several with a semicolon between them, with half-width parentheses.

    A row of a table is taken to be where its table is.
    """
    parts = (part.strip() for part in written.translate(_FULL_WIDTH).split("；"))
    return tuple(_ROW.sub("", part) or _BEFORE_ALL for part in parts)


def section(place: str) -> str:
    """The part of a place up to its section: 一、(一)三是 is in 一、(一)."""
    return _SECTION.match(place)[0].rstrip("、") or place


def are_together(expected: Fact, found: Fact) -> bool:
    """Whether a found fact is where it is expected: at the same place, or in an item of it."""
    if set(expected.at) & set(found.at):
        return True
    return expected.is_coarse and any(
        section(place) == section(whole) and place.startswith(whole)
        for place in found.at
        for whole in expected.at
    )
