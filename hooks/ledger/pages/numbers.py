"""How numbers are written for readers: exactly as published, or marked as derived."""

from decimal import Decimal

from ledger.model.quantity import Unit

_POINTS = {"%": "percentage", "‰": "permille"}


def plain(value: Decimal) -> str:
    """Write a decimal without exponent, its own trailing zeros kept."""
    return format(value, "f")


def trimmed(value: Decimal) -> str:
    """Write a derived decimal without exponent and without trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def magnitude(value: Decimal) -> str:
    """Write the size of a derived decimal, sign left to the words around it."""
    return trimmed(abs(value))


def difference_kind(unit: Unit) -> str:
    """Name the kind of unit in which two values of a unit differ: percentage, permille or plain."""
    return _POINTS.get(unit.base, "plain")


def rounded(value: Decimal, places: int = 1) -> str:
    """Write a derived share with a fixed number of decimals."""
    return format(value.quantize(Decimal(1).scaleb(-places)), "f")
