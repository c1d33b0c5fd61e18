"""Tables for a terminal, in columns that stay straight with Chinese characters among others."""

from collections.abc import Sequence
from unicodedata import east_asian_width


def print_table(title: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: the first and the last column to the left, the others to the right."""
    lines = [list(names), *map(list, rows)]
    widths = [max(width(line[place]) for line in lines) for place in range(len(names))]
    left = {0, len(names) - 1}
    print(title)
    for line in lines:
        cells = []
        for place, cell in enumerate(line):
            pad = " " * (widths[place] - width(cell))
            cells.append(cell + pad if place in left else pad + cell)
        print("  ".join(cells).rstrip())
    print()


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
