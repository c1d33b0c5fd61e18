"""Short sentences as such documents have them, by style, with what must be found in each.

A file of `sentences` has one sentence a block: the sentence (△ before one of a plan), then a line for each
figure: name, colon, value and unit (x for a mask), qualifier; PLAN and operator of a planned number; GOAL
with operator, value and unit; FROM with the earlier value; CHANGE with value, unit and comparison; = with
the indicator. A sentence without lines has no figure.
"""

from pathlib import Path

import pytest

from ledger.importers.figures.figures import find_figures
from ledger.importers.passage import Passage, Role
from tests.ledger.importers.content_dictionary import content_dictionary

PLAN = "△"


def cases():
    """Sentence → lines of its figures."""
    found = {}
    for file in sorted((Path(__file__).parent / "sentences").glob("*.txt")):
        lines = []
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.endswith("。"):
                lines = found.setdefault(line, [])
            elif line and not line.startswith("#"):
                lines.append(line)
    return found


CASES = cases()


def number(value):
    """A number or the sign of a mask."""
    return "x" if value is None else str(value)


def told(figure):
    """A figure as a line of the files."""
    parts = [f"{figure.name}:"]
    if figure.redacted or figure.value is not None:
        parts += [number(figure.value), figure.unit]
    if figure.is_goal:
        parts += ["PLAN", figure.goal.operator]
    elif figure.qualifier:
        parts.append(figure.qualifier)
    if figure.goal and not figure.is_goal:
        parts += ["GOAL", figure.goal.operator, number(figure.goal.value), figure.goal.unit]
    if figure.baseline is not None:
        parts += ["FROM", str(figure.baseline)]
    if figure.movement:
        parts += ["CHANGE", str(figure.movement.value), figure.movement.unit, figure.movement.against or ""]
    if figure.indicator:
        parts.append(f"={figure.indicator}")
    return " ".join(filter(None, parts))


@pytest.mark.parametrize("sentence", CASES)
def test_a_sentence_gives_its_figures_and_no_others(sentence):
    role = Role.PLAN if sentence.startswith(PLAN) else Role.SUMMARY
    passage = Passage(sentence.removeprefix(PLAN), "一", role, block=1)
    found = [told(figure) for figure in find_figures([passage], content_dictionary(), 2023)]
    # The indicator may stand anywhere behind the name in a hand-written line.
    assert [sorted(line.split()) for line in found] == [sorted(line.split()) for line in CASES[sentence]]
