"""Which count of a sentence is divided by which, and which is a part of which."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ledger.importers.figure import Figure
from ledger.importers.figures.indicator_match import plain
from ledger.importers.figures.relation import relation_table
from ledger.model.dictionary import Dictionary

# A count that is told earlier belongs to another rate.
_NEAR = 8


def with_ratios(figures: Sequence[Figure], dictionary: Dictionary, base: int) -> list[Figure]:
    """Add numerators and denominators where the counts stand beside the rate.

    Args:
        figures: of one paragraph.
        dictionary: units and their scales.
        base: index of the first of them among the figures of the document.
    """
    found = []
    for at, figure in enumerate(figures):
        pair = _pair(figures, at, dictionary)
        above, below = (None if one is None else base + one for one in pair)
        found.append(replace(figure, numerator=above, denominator=below))
    return found


def _pair(figures: Sequence[Figure], at: int, dictionary: Dictionary) -> tuple[int | None, int | None]:
    """Places of numerator and denominator of a rate; None for what does not stand there."""
    rate = figures[at]
    unit = dictionary.unit(rate.unit)
    factor = relation_table()["ratio"]["factors"].get(rate.unit)
    if unit is None or factor is None or rate.value is None or rate.is_goal:
        return None, None
    counts = [one for one in range(max(0, at - _NEAR), at) if _is_count(figures[one], dictionary)]
    stem = _stem(rate)
    for above in reversed(counts):
        alike = bool(stem) and stem in plain(figures[above].name)
        beside = above == at - 1
        if not alike and not beside:
            continue
        below = _denominator(figures, counts, above, rate.value, factor, dictionary)
        if below is not None and (alike or (len(rate.value.as_tuple().digits) >= 3 and rate.value != factor)):
            return above, below
        if alike and beside:
            return above, None
    return None, None


def _denominator(
    figures: Sequence[Figure],
    counts: Sequence[int],
    above: int,
    rate: Decimal,
    factor: int,
    dictionary: Dictionary,
) -> int | None:
    """The nearest count by which the numerator gives the rate as far as it is written out."""
    step = Decimal(1).scaleb(int(rate.as_tuple().exponent))
    top = _base(figures[above], dictionary)
    for below in reversed(counts):
        bottom = _base(figures[below], dictionary)
        same = dictionary.unit(figures[below].unit), dictionary.unit(figures[above].unit)
        alike = same[0] is not None and same[1] is not None and same[0].base == same[1].base
        if below != above and alike and bottom and top <= bottom and abs(top * factor / bottom - rate) < step:
            return below
    return None


def _base(figure: Figure, dictionary: Dictionary) -> Decimal:
    """The number in base units."""
    unit = dictionary.unit(figure.unit)
    return unit.to_base(figure.value) if unit and figure.value is not None else Decimal(0)


def _is_count(figure: Figure, dictionary: Dictionary) -> bool:
    """Whether a figure counts something and its number is open."""
    unit = dictionary.unit(figure.unit)
    return unit is not None and unit.kind in {"count", "money", "area", "volume"} and figure.value is not None


def _stem(rate: Figure) -> str:
    """What a rate is a rate of."""
    rules = relation_table()["ratio"]
    name = re.sub(rules["ending"], "", plain(rate.name.split(rules["of"])[0]))
    return str(name) if len(name) >= 2 else ""


def with_parts(figures: Sequence[Figure], text: str, base: int) -> list[Figure]:
    """Say of which total the counts behind a word such as thereof are parts.

    Args:
        figures: of one sentence.
        text: the sentence, folded.
        base: index of the first of them among the figures of the document.
    """
    rules = relation_table()["parts"]
    found: list[Figure] = []
    # Totals that are open, each with whether it was opened in brackets.
    totals: list[tuple[int, bool]] = []
    for at, figure in enumerate(figures):
        start = figures[at - 1].end if at else 0
        gap = text[start : figure.start]
        if gap.count(")") > gap.count("("):
            totals = [one for one in totals if not one[1]]
        elif re.search(rules["ending"], gap):
            totals = []
        bracketed = gap.lstrip().startswith("(") and gap.count("(") > gap.count(")")
        if at and (bracketed or (rules["opening"] in gap and not totals)):
            totals.append((at - 1, bracketed or "(" in gap))
        while totals and not _is_part(figure, figures[totals[-1][0]], rules["same_units"]):
            totals.pop()
        found.append(replace(figure, part_of=base + totals[-1][0]) if totals else figure)
    return found


def _is_part(figure: Figure, total: Figure, same: Sequence[str]) -> bool:
    """Whether a count may be a part of a total: of one unit, and not larger."""
    alike = figure.unit == total.unit or {figure.unit, total.unit} <= set(same)
    if not alike or (figure.movement and figure.value is None):
        return False
    return figure.value is None or total.value is None or figure.value <= total.value
