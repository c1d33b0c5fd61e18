from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from charts.rows import check


@dataclass(frozen=True)
class Row:
    name: str = "指标"
    value: float = 1.5
    count: int = 3
    target: float | None = None
    open: bool = False


@dataclass(frozen=True)
class Labels:
    label: str = "说明"
    words: Mapping[str, str] = field(default_factory=dict)


@pytest.mark.parametrize(
    "row",
    [
        Row(),
        Row(value=3),
        Row(value=-0.5),
        Row(count=0),
        Row(target=0),
        Row(name=""),
        Row(name="全角\u3000空格\u00a0"),
        Row(name="😀"),
    ],
)
def test_good_rows_pass(row):
    check([row], Labels(words={"met": "达到目标"}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", None),
        ("value", "98.5%"),
        ("value", "98.5"),
        ("value", float("nan")),
        ("value", float("-inf")),
        ("value", 10**400),
        ("value", True),
        ("count", 2.0),
        ("count", -1),
        ("target", "无"),
        ("target", float("nan")),
        ("name", None),
        ("name", 5),
        ("name", "两\n行"),
        ("name", "\ud800"),
        ("open", 1),
        ("open", None),
    ],
)
def test_wrong_field_is_named_with_its_row(name, value):
    with pytest.raises(ValueError, match=f"^row 1: {name} cannot be drawn: "):
        check([Row(), Row(**{name: value})], Labels())


def test_labels_are_checked_too():
    with pytest.raises(ValueError, match=r"^labels: words cannot be drawn"):
        check([Row()], Labels(words={"met": None}))


def test_label_for_those_who_cannot_see_is_needed():
    with pytest.raises(ValueError, match="needs a label"):
        check([Row()], Labels(label=""))


def test_rows_are_needed():
    with pytest.raises(ValueError, match="at least one row"):
        check([], Labels())
