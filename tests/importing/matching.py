"""One-to-one assignment of what was found to what was expected."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from tests.importing.facts import Fact

# Where pairs judged by hand are as often refused wrongly as accepted wrongly: see the docstring of `score`.
LEAST_LIKENESS = 0.3


def pairs_of_characters(text: str) -> Counter[str]:
    """Count neighbouring characters, punctuation and spaces left out."""
    letters = [character.lower() for character in text if character.isalnum() or character in "%‰"]
    return Counter(map("".join, pairwise(letters)))


def likeness(one: str, other: str, least_pairs: int = 6) -> float:
    """Share of the shorter text's pairs of characters that stand in the other too, 0 to 1.

    Args:
        one: a text.
        other: another.
        least_pairs: with how many pairs the shorter one is counted if it has fewer, so that a scrap of a few
            characters resembles nothing; names are short, and 1 is right for them.
    """
    first, second = pairs_of_characters(one), pairs_of_characters(other)
    return (first & second).total() / max(least_pairs, min(first.total(), second.total()))


def assign(
    expected: Sequence[Fact], found: Sequence[Fact], weigh: Callable[[Fact, Fact], float]
) -> dict[int, int]:
    """Match as many as possible, each at most once, better pairs first.

    Args:
        expected: what should be there.
        found: what is there.
        weigh: how well two fit; 0 where they do not.

    Returns:
        Index of the found thing by index of the expected one; Kuhn's augmenting paths make their number the
        largest.
    """
    weights = [[weigh(one, other) for other in found] for one in expected]
    choices = [
        sorted((at for at, weight in enumerate(row) if weight > 0), key=lambda at, row=row: -row[at])
        for row in weights
    ]
    owner: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for other in choices[one]:
            if other in tried:
                continue
            tried.add(other)
            if other not in owner or place(owner[other], tried):
                owner[other] = one
                return True
        return False

    # What is matched stays matched, only its partner may change: so what must be found goes first.
    for one in sorted(
        range(len(expected)), key=lambda at: (expected[at].optional, -max(weights[at], default=0))
    ):
        place(one, set())
    return {one: other for other, one in owner.items()}
