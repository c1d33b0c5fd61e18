from itertools import pairwise

import pytest

from charts.composition import CompositionLabels, CompositionRow, build

LABELS = CompositionLabels("", "说明")


def parts(*values):
    return build([CompositionRow(str(value), value, str(value)) for value in values], LABELS).spec["datasets"]


def test_parts_follow_each_other_and_fill_the_whole():
    assert [(part["start"], part["end"]) for part in parts(1, 2, 1)["parts"]] == [
        (0, 0.25),
        (0.25, 0.75),
        (0.75, 1),
    ]


def test_whole_and_parts_stand_in_the_same_place():
    sets = parts(3, 5, 9)

    assert [(p["start"], p["end"]) for p in sets["whole"]] == [(p["start"], p["end"]) for p in sets["parts"]]
    assert len({part["y"] for part in sets["whole"]}) == 1
    assert len({part["y"] for part in sets["parts"]}) == 3


def test_part_of_zero_is_there_but_has_no_width():
    assert [(part["start"], part["end"]) for part in parts(4, 0)["parts"]] == [(0, 1), (1, 1)]


def test_thirds_leave_no_gap():
    ends = parts(0.1, 0.1, 0.1)["parts"]

    assert ends[-1]["end"] == 1
    assert all(one["end"] == other["start"] for one, other in pairwise(ends))


@pytest.mark.parametrize("values", [(-1, 5), (0,), (0, 0)])
def test_parts_of_nothing_are_an_error(values):
    with pytest.raises(ValueError, match="parts"):
        parts(*values)
