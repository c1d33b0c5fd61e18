"""Counts of what was found, missed and invented, by kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.importing.facts import KINDS, MASKED, TOLD, Fact, Facts, are_together, section
from tests.importing.matching import LEAST_LIKENESS, assign, likeness

SCALES = ("万", "亿")


@dataclass(frozen=True)
class Score:
    """How far what was found agrees with what was expected.

    Args:
        expected: how many things should be there.
        found: how many are there.
        hits: how many of them are the same; of the found ones for shares such as topics.
        missed: what is not there.
        surplus: what should not be there.
    """

    expected: int = 0
    found: int = 0
    hits: int = 0
    missed: tuple[Fact, ...] = ()
    surplus: tuple[Fact, ...] = ()

    @property
    def recall(self) -> float | None:
        """Share of the expected things that were found."""
        return self.hits / self.expected if self.expected else None

    @property
    def precision(self) -> float | None:
        """Share of the found things that were expected."""
        return self.hits / self.found if self.found else None

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.expected + other.expected,
            self.found + other.found,
            self.hits + other.hits,
            self.missed + other.missed,
            self.surplus + other.surplus,
        )


@dataclass
class _Tally:
    """Pairs of records that are the same thing, from which names, indicators and topics are judged."""

    figures: list[tuple[Fact, Fact]] = field(default_factory=list)
    told: list[tuple[Fact, Fact]] = field(default_factory=list)


def score(expected: Facts, found: Facts) -> dict[str, Score]:
    """Compare everything of one document.

    Args:
        expected: what a person read in it.
        found: what the importer found in it.

    Returns:
        Scores by row of the table, in its order.
    """
    scores = {"year": _score_year(expected.year, found.year), "outline": _score_outline(expected, found)}
    tally = _Tally()
    for kind in KINDS:
        weigh = _weigh_texts if kind in TOLD else _weigh_keys
        scores[kind], pairs = _score_kind(expected.of(kind), found.of(kind), weigh)
        if kind == "figures":
            for row, otherwise in (
                ("at same place", _weigh_keys_at_same_place),
                ("in section", _weigh_keys_in_section),
            ):
                scores[f"{kind} {row}"], _ = _score_kind(expected.of(kind), found.of(kind), otherwise)
        if kind in {"figures", "redactions"}:
            tally.figures += pairs
        elif kind in TOLD:
            tally.told += pairs
    return scores | _score_marks(tally)


def total(documents: Mapping[str, Mapping[str, Score]]) -> dict[str, Score]:
    """Add up the scores of several documents.

    Args:
        documents: scores by document.
    """
    sums: dict[str, Score] = {}
    for scores in documents.values():
        for row, value in scores.items():
            sums[row] = sums.get(row, Score()) + value
    return sums


def _same_key(expected: Fact, found: Fact) -> bool:
    if expected.key[:-1] != found.key[:-1]:
        return False
    # Where a document writes only 万, an editor has to add what is counted.
    wanted, unit = expected.key[-1], found.key[-1]
    return unit == wanted or (unit in SCALES and wanted[:1] == unit and _is_masked(expected))


def _is_masked(fact: Fact) -> bool:
    return len(fact.key) == 1 or MASKED in fact.key


def _weigh_keys(expected: Fact, found: Fact) -> float:
    return _weigh_names(expected, found) if are_together(expected, found) else 0


def _weigh_keys_at_same_place(expected: Fact, found: Fact) -> float:
    return _weigh_names(expected, found) if set(expected.at) & set(found.at) else 0


def _weigh_keys_in_section(expected: Fact, found: Fact) -> float:
    is_near = set(map(section, expected.at)) & set(map(section, found.at))
    return _weigh_names(expected, found) if is_near else 0


def _weigh_names(expected: Fact, found: Fact) -> float:
    return 1 + likeness(expected.text, found.text) if _same_key(expected, found) else 0


def _weigh_texts(expected: Fact, found: Fact) -> float:
    if not are_together(expected, found):
        return 0
    alike = max(likeness(expected.text, words) for words in (found.text, found.span))
    return alike if alike >= LEAST_LIKENESS else 0


def _score_kind(
    expected: list[Fact], found: list[Fact], weigh: Callable[[Fact, Fact], float]
) -> tuple[Score, list[tuple[Fact, Fact]]]:
    matches = assign(expected, found, weigh)
    missed = tuple(fact for at, fact in enumerate(expected) if at not in matches and not fact.optional)
    used = set(matches.values())
    surplus = tuple(fact for at, fact in enumerate(found) if at not in used)
    pairs = [(expected[one], found[other]) for one, other in matches.items()]
    hits = sum(not one.optional for one, _ in pairs)
    return Score(hits + len(missed), hits + len(surplus), hits, missed, surplus), pairs


def _score_year(expected: int | None, found: int | None) -> Score:
    """Asking for the year is a miss, a wrong one a miss and a surplus."""
    if expected is None:
        return Score()
    wanted, given = Fact((), (str(expected),)), Fact((), (str(found),))
    if found is None or found == expected:
        return Score(1, int(found is not None), int(found is not None), () if found else (wanted,))
    return Score(1, 1, 0, (wanted,), (given,))


def _score_outline(expected: Facts, found: Facts) -> Score:
    if not expected.is_whole:
        there = set(found.outline)
        missed = tuple(Fact((place,)) for place in expected.outline if place not in there)
        return Score(len(expected.outline), 0, len(expected.outline) - len(missed), missed)
    wanted = [place for place in expected.outline if place not in expected.optional]
    given = [place for place in found.outline if place not in expected.optional]
    common = _longest_common(wanted, given)
    missed = tuple(Fact((place,)) for place in wanted if place not in common)
    surplus = tuple(Fact((place,)) for place in given if place not in common)
    return Score(len(wanted), len(given), len(common), missed, surplus)


def _longest_common(one: list[str], other: list[str]) -> list[str]:
    """The longest list of places that stands in both in this order."""
    rows: list[list[list[str]]] = [[[] for _ in range(len(other) + 1)]]
    for place in one:
        row: list[list[str]] = [[]]
        for at, candidate in enumerate(other):
            above = rows[-1]
            same = [*above[at], place] if place == candidate else []
            row.append(max(same, above[at + 1], row[at], key=len))
        rows.append(row)
    return rows[-1][-1]


def _score_marks(tally: _Tally) -> dict[str, Score]:
    named = [pair for pair in tally.figures if likeness(pair[0].text, pair[1].text, 1) >= LEAST_LIKENESS]
    wanted = [pair for pair in tally.figures if pair[0].indicator]
    given = [pair for pair in tally.figures if pair[1].indicator]
    right = [pair for pair in wanted if pair[0].indicator == pair[1].indicator]
    placed = [pair for pair in tally.figures + tally.told if pair[0].topic and pair[1].topic]
    at_home = [pair for pair in placed if pair[0].topic == pair[1].topic]
    return {
        "names": _share(tally.figures, named),
        "indicators": Score(
            len(wanted), len(given), len(right), _firsts(wanted, right), _seconds(given, right)
        ),
        "topics": _share(placed, at_home),
    }


def _share(pairs: list[tuple[Fact, Fact]], right: list[tuple[Fact, Fact]]) -> Score:
    return Score(len(pairs), len(pairs), len(right), _firsts(pairs, right), _seconds(pairs, right))


def _firsts(pairs: list[tuple[Fact, Fact]], right: list[tuple[Fact, Fact]]) -> tuple[Fact, ...]:
    return tuple(pair[0] for pair in pairs if pair not in right)


def _seconds(pairs: list[tuple[Fact, Fact]], right: list[tuple[Fact, Fact]]) -> tuple[Fact, ...]:
    return tuple(pair[1] for pair in pairs if pair not in right)
