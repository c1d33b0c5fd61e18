"""What a figure or its period cannot be, unless the document really says so and the record has `raw`."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from ledger.content.nodes import Node, Scalar
from ledger.content.slips import is_difference
from ledger.content.values import Reader
from ledger.model.indicator import Indicator
from ledger.model.period import Period
from ledger.model.quantity import Unit
from ledger.model.source import Source

# The whole that a share is part of, in its own unit.
_WHOLE = {"%": Decimal(100), "‰": Decimal(1000), "/10万": Decimal(100_000)}
# Amounts that cannot be negative; of money less than nothing can be left.
_AMOUNTS = {"count", "time", "area", "rank"}


def find_impossible(value: Decimal, unit: Unit, indicator: Indicator | None) -> str | None:
    """Tell the possible range of a figure that lies outside it, such as `0–100`.

    A share may exceed its whole only where the dictionary does not say what is divided by what.

    Args:
        value: the figure, in its unit as written.
        unit: its unit.
        indicator: what it measures, where known.
    """
    if indicator is not None and is_difference(indicator.numerator or ""):
        return None
    is_share = unit.kind == "rate" and unit.base in _WHOLE
    whole = (
        _WHOLE[unit.base]
        if is_share and indicator and indicator.numerator and indicator.denominator
        else None
    )
    if not is_share and unit.kind not in _AMOUNTS:
        return None
    found = unit.to_base(value)
    if found >= 0 and (whole is None or found <= whole):
        return None
    return "≥ 0" if whole is None else f"0–{whole}"


def find_source_day(period: Period, source: Source) -> date | None:
    """Give the day on which a source was there already, if its period ends after the month of that day.

    Summaries of a year are written in its last weeks, so the rest of a month is not held against them.

    Args:
        period: the period of a figure of the source, or of the source itself.
        source: the document.
    """
    days = [day for day in (source.written, source.published, source.reposted) if day]
    if period.end is None or not days:
        return None
    first = min(days)
    month_end = first.replace(day=monthrange(first.year, first.month)[1])
    return first if period.end > month_end else None


def check_figure(value: object, unit: Unit, indicator: Indicator | None, node: Node, reader: Reader) -> None:
    """Report a figure outside its possible range; a word in its place, or nothing, has none.

    Args:
        value: what the field holds.
        unit: its unit.
        indicator: what it measures, where known.
        node: where it is written.
        reader: collects problems.
    """
    if isinstance(value, Decimal) and (bounds := find_impossible(value, unit, indicator)):
        reader.report("MZ077", node, text=str(value), unit=unit.written, range=bounds)


def check_period(period: Period, source: Source, node: Node | None, reader: Reader) -> bool:
    """Report a period that a source cannot know of, and tell whether it was reported.

    Args:
        period: the period.
        source: the document.
        node: where the period is written, if it is.
        reader: collects problems.
    """
    day = find_source_day(period, source)
    if day is None or not isinstance(node, Scalar):
        return False
    reader.report("MZ078", node, text=node.text.strip(), end=str(period.end), day=day.isoformat())
    return True
