"""Who signed a document and when, as printed below its text or below the notice that sends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from ledger.importers.block import Block
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_name("source_facts.toml"))
_BODY, _DAY, _NUMERALS = (re.compile(_RULES[name]) for name in ("signature", "day", "numeral_day"))


@dataclass(frozen=True)
class Signature:
    """A printed signature.

    Args:
        body: who signed, as written; None where only a day is printed.
        day: the printed day, ISO; None where none or no true day is.
    """

    body: str | None = None
    day: str | None = None


def find_signature(blocks: Sequence[Block]) -> Signature:
    """Find the last body with a day below it, in one of the places where documents are signed.

    Args:
        blocks: of the document, in reading order.
    """
    lines = [block.text.strip() for block in blocks if block.text.strip() and not block.rows]
    head, tail = lines[: int(_RULES["signed_head"])], lines[-int(_RULES["signed_tail"]) :]
    for part in (tail, head):
        for body, day in reversed([*pairwise(part)]):
            if _BODY.match(body) and _DAY.match(day):
                return Signature(body, _iso(day))
    return Signature()


def is_signing(line: str) -> bool:
    """Say whether a line is a signature or its day.

    Args:
        line: a line of the document.
    """
    return bool(_BODY.match(line) or _DAY.match(line))


def _iso(words: str) -> str | None:
    digits = [int(number) for number in re.findall(r"\d+", words)]
    if found := _NUMERALS.match(words):
        year = "".join(str(_digit(numeral)) for numeral in found["year"])
        digits = [int(year), _number(found["month"]), _number(found["day"])]
    try:
        return date(*digits).isoformat() if len(digits) == 3 else None
    except ValueError:
        return None


def _number(words: str) -> int:
    """A number below 100 in Chinese numerals."""
    tens, ten, ones = words.rpartition(_RULES["ten"])
    return (10 * (_digit(tens) if tens else 1) if ten else 0) + (_digit(ones) if ones else 0)


def _digit(numeral: str) -> int:
    """The digit of a numeral; what is no other is one of the ways to write nought."""
    return max(int(_RULES["numerals"].find(numeral)), 0)
