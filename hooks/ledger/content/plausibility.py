"""What a figure cannot be, unless the document really says so and the record has `raw`."""

from decimal import Decimal

from ledger.content.nodes import Node
from ledger.content.slips import is_difference
from ledger.content.values import Reader
from ledger.model.indicator import Indicator
from ledger.model.quantity import Unit

# The whole that a share is part of, in its own unit.
_WHOLE = {"%": Decimal(100), "‰": Decimal(1000), "/10万": Decimal(100_000)}
# Amounts that cannot be negative; of money less than nothing can be left.
_AMOUNTS = {"count", "time", "area", "volume", "rank"}


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
