"""Numerals written in Chinese characters."""

from functools import cache
from pathlib import Path

from ledger.own_table import read_own_table


@cache
def _table() -> dict[str, dict[str, int]]:
    """Digits and tens by character."""
    return read_own_table(Path(__file__).with_suffix(".toml"))


def read_numeral(written: str) -> int | None:
    """Read a numeral below ten thousand.

    Args:
        written: characters such as those for three hundred and five.

    Returns:
        The number, or None where the characters are no numeral of that size.
    """
    digits, tens = _table()["digits"], _table()["tens"]
    total, digit, last = 0, None, 10_000
    for character in written:
        if character in digits:
            if digit:
                return None
            digit = digits[character]
        elif character in tens and tens[character] < last:
            last = tens[character]
            total += (1 if digit is None else digit) * last
            digit = None
        else:
            return None
    return total + (digit or 0) if written else None
