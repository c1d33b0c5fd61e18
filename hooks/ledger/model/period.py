"""Reporting periods: a year, a half, months, days, or an end that nobody stated."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PART = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?",
    re.ASCII,
)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _span(text: str) -> tuple[date, date]:
    match = _PART.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        return _months(year, int(match["month"]), int(match["month"]))
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6 * int(match["half"]))
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"]))
    return _months(year, 1, 12)


@dataclass(frozen=True)
class Period:
    """A span of days; an end that the document hides or leaves out is None.

    Args:
        start: first day, or None.
        end: last day, or None.
    """

    start: date | None
    end: date | None

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `2023-04-03`, `A/B`, `A/?`, `?/B` or `?`.

        Args:
            text: the period as written in a content file.

        Raises:
            ValueError: if it is none of these, or ends before it starts.
        """
        first, slash, last = text.partition("/")
        start = None if first == "?" else _span(first)[0]
        closing = last if slash else first
        end = None if closing == "?" else _span(closing)[1]
        if start and end and end < start:
            raise ValueError(text)
        return cls(start, end)

    @property
    def is_day(self) -> bool:
        """Whether this is one day: an as-of figure."""
        return self.start is not None and self.start == self.end

    def _is(self, first: int, last: int) -> bool:
        return self.start is not None and (self.start, self.end) == _months(self.start.year, first, last)

    @property
    def is_whole_year(self) -> bool:
        """Whether this runs from a year's first day to its last."""
        return self._is(1, 12)

    @property
    def is_first_half(self) -> bool:
        """Whether this is January to June of one year."""
        return self._is(1, 6)

    @property
    def is_second_half(self) -> bool:
        """Whether this is July to December of one year."""
        return self._is(7, 12)

    def reaches(self, day: date) -> bool:
        """Tell whether the period is known to run up to a day.

        Args:
            day: the day to reach, such as a due date.
        """
        return self.end is not None and self.end >= day
