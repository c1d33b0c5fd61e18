"""What every row must be before it is drawn.

vl-convert draws an empty chart, without an error, for text, null or NaN in the place of a number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Any, get_args, get_type_hints

# Beyond it not every whole number is a float; and no count of anything in a plan is as large.
LARGEST = 1e15
# Characters that XML cannot hold, and line breaks, which no word on a chart has.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def check(rows: Sequence[Any], labels: Any) -> None:  # noqa: ANN401 - the dataclasses of any chart form
    """Raise ValueError unless there are rows, and every field of rows and labels holds what its type says.

    A `float` must be finite, an `int` is a count or a year and not negative, a `str` is one line of text.
    """
    if not rows:
        raise ValueError("a chart needs at least one row")
    _check_fields(labels, get_type_hints(type(labels)), "labels")
    if not labels.label.strip():
        raise ValueError("a chart needs a label for readers who cannot see it")
    hints = get_type_hints(type(rows[0]))
    for index, row in enumerate(rows):
        _check_fields(row, hints, f"row {index}")


def _check_fields(record: object, hints: Mapping[str, Any], place: str) -> None:
    for name, hint in hints.items():
        value = getattr(record, name)
        if not any(_holds(value, kind) for kind in _kinds(hint)):
            raise ValueError(f"{place}: {name} cannot be drawn: {value!r}")


def _kinds(hint: Any) -> Iterable[Any]:  # noqa: ANN401 - a type is a value of one of many types
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)


def _holds(value: object, kind: object) -> bool:
    # To Python True is a number.
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    if kind is float:
        return isinstance(value, int | float) and -LARGEST < value < LARGEST
    if kind is int:
        return isinstance(value, int) and 0 <= value < LARGEST
    if kind is str:
        return isinstance(value, str) and not _UNWRITABLE.search(value)
    if kind is type(None):
        return value is None
    return isinstance(value, Mapping) and all(_holds(word, str) for word in value.values())
