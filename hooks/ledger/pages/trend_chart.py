"""The chart of an indicator over the years of one region."""

from charts import trend
from charts.chart import Chart
from ledger.analysis.series import Series
from ledger.model.indicator import Indicator
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.target import Target
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure, make_figure


def trend_charts(book: Book, indicator: Indicator, series: Series) -> tuple[ChartFigure, ...]:
    """Draw an indicator over the years of a region; nothing when fewer than two years are open.

    Args:
        book: ledger and words.
        indicator: the indicator.
        series: its figures in the region.
    """
    by_year = {_year(measure): measure for measure in series.measures}
    given = [(year, measure) for year, measure in by_year.items() if measure.value is not None]
    if len(given) < 2:
        return ()
    say = book.words.say
    segments = series.segments
    rows = [_row(book, year, measure, segments[measure.id]) for year, measure in by_year.items()]
    with_target = any(row.target is not None for row in rows)
    table = tuple((row.name, row.label, *([row.target_label] if with_target else ())) for row in rows)
    (first_year, first), (last_year, last) = given[0], given[-1]
    caption = say(
        "trend_caption",
        book.ledger.regions[series.region].name,
        indicator.name,
        say("value", first),
        first_year,
        say("value", last),
        last_year,
        [(_year(item.after), item.reasons) for item in series.breaks],
    )
    legends = [say(f"{name}_legend") for name in ("value", "partial", "target")]

    def build(label: str) -> Chart:
        return trend.build(rows, trend.TrendLabels("", label, *legends))

    return (make_figure(book.words, caption, table, build, "trend_target_headers" if with_target else ""),)


def target_value(goal: Target | None) -> float | None:
    """Convert an open target to a number in base units; None when there is none to draw.

    Args:
        goal: the target, if there is one.
    """
    if goal is None or goal.value is None or goal.unit is None:
        return None
    return float(goal.unit.to_base(goal.value))


def _year(measure: Measure) -> int:
    end = measure.period.end or measure.period.start
    return end.year if end else measure.key.year


def _row(book: Book, year: int, measure: Measure, segment: int) -> trend.TrendRow:
    say = book.words.say
    answered = book.ledger.commitments.get(measure.commitment or "")
    goal = answered.target if answered else None
    given = measure.status is MeasureStatus.DISCLOSED
    return trend.TrendRow(
        year,
        say("year", year),
        float(measure.base_value) if measure.base_value is not None else None,
        say("value", measure)
        if given
        else book.ledger.dictionary.terms["measure_status"][measure.status.value].name,
        part_year=given and not (measure.period.is_whole_year or measure.period.is_day),
        gap="" if given else measure.status.value,
        target=target_value(goal),
        target_label=say("goal", goal) if target_value(goal) is not None else "",
        segment=segment,
        period="" if measure.period.is_whole_year else say("time", measure.period),
    )
