"""Signs that are written full width or half width."""

from functools import cache

from ledger.importers.figures.unit import number_table


@cache
def _signs() -> dict[int, int]:
    """Half-width sign by full-width sign."""
    signs = number_table()["fold"]
    return str.maketrans(signs["from"], signs["to"])


def fold(text: str) -> str:
    """Write full-width signs half width, one for one, so that places stay.

    Args:
        text: a sentence.
    """
    return text.translate(_signs())
