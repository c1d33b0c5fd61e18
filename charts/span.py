"""The stretch of numbers that a scale covers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """All numbers from `low` to `high`, of which `high` is the larger."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """How far along the span a value is: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def span_from_zero(*values: float | None) -> Span:
    """The span from 0 to the farthest of the values, on both sides if need be; 0 to 1 if all are 0."""
    known = [value for value in values if value is not None]
    low, high = min([0, *known]), max([0, *known])
    return Span(low, high if high > low else 1)
