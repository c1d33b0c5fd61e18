"""Charts of figures: against their targets, against earlier values, over years, over regions."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from charts import before_after, composition, regions_compared, target_actual
from charts.chart import Chart
from ledger.analysis.comparison import Group
from ledger.analysis.series import Series
from ledger.analysis.verdict import Assessment
from ledger.model.indicator import Direction, Indicator
from ledger.model.measure import Measure
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure, make_figure
from ledger.pages.count_charts import MOST_ROWS
from ledger.pages.trend_chart import target_value, trend_charts

_WHOLE = 100.0
# Beyond these the drawings of an indicator's page would outweigh its figures, which its table gives in full.
MOST_TRENDS = 12


def target_actual_charts(book: Book, measures: Iterable[Measure]) -> tuple[ChartFigure, ...]:
    """Draw the open figures that are held against an open target; nothing when there are none.

    Args:
        book: ledger, findings and words.
        measures: any figures.
    """
    held = [
        (measure, book.findings.assessments[measure.commitment]) for measure in measures if measure.commitment
    ]
    held = [(measure, item) for measure, item in held if item.measure == measure and item.margin is not None]
    if not held:
        return ()
    say = book.words.say
    rows = [_target_row(book, measure, item) for measure, item in held]
    names = book.ledger.dictionary.terms["verdict"]
    table = tuple((row.name, row.label, row.target_label, names[row.verdict].name) for row in rows)
    caption = _target_caption(book, held)
    verdicts = {verdict: names[verdict].name for verdict in dict.fromkeys(row.verdict for row in rows)}

    def build(label: str) -> Chart:
        labels = target_actual.TargetActualLabels("", label, say("target_legend"), verdicts)
        return target_actual.build(rows, labels)

    return (make_figure(book.words, caption, table, build),)


def _target_row(book: Book, measure: Measure, item: Assessment) -> target_actual.TargetActualRow:
    goal = item.commitment.target
    return target_actual.TargetActualRow(
        measure.name,
        float(measure.base_value or 0),
        book.words.say("value", measure),
        target_value(goal),
        book.words.say("goal", goal),
        item.verdict.value,
        _full(measure),
        book.words.say("time", measure.period),
    )


def _full(measure: Measure) -> float | None:
    fits = measure.unit.base == "%" and (measure.value or 0) <= Decimal(100)
    return _WHOLE if fits else None


def _target_caption(book: Book, held: Sequence[tuple[Measure, Assessment]]) -> str:
    kept = sum(item.verdict.is_kept for _, item in held)
    percent = [(measure, item.margin or Decimal(0)) for measure, item in held if measure.unit.base == "%"]
    widest, margin = max(percent, key=lambda pair: pair[1], default=(None, Decimal(0)))
    ahead = widest is not None and margin > 0 and len(held) > 1
    name = widest.name if ahead and widest else None
    return book.words.say("target_actual_caption", len(held), kept, name, format(margin.normalize(), "f"))


def before_after_chart(book: Book, measures: Iterable[Measure]) -> tuple[ChartFigure, ...]:
    """Draw the open figures that are stated with an earlier value; nothing when there are none.

    Args:
        book: ledger and words.
        measures: any figures.
    """
    moved = [measure for measure in measures if measure.baseline is not None and measure.value is not None]
    if not moved:
        return ()
    say = book.words.say
    rows = [_moved_row(book, measure) for measure in moved]
    table = tuple((item.name, say("baseline", item), say("value", item)) for item in moved)
    caption = say("before_after_caption", moved[0], len(moved))
    legends = [say(f"{name}_legend") for name in ("before", "after", "worse")]

    def build(label: str) -> Chart:
        return before_after.build(rows, before_after.BeforeAfterLabels("", label, *legends))

    return (make_figure(book.words, caption, table, build),)


def _moved_row(book: Book, measure: Measure) -> before_after.BeforeAfterRow:
    before, after = measure.baseline or Decimal(0), measure.value or Decimal(0)
    indicator = book.ledger.dictionary.indicators.get(measure.indicator or "")
    direction = indicator.direction if indicator else Direction.NONE
    worse = (direction is Direction.HIGHER and after < before) or (
        direction is Direction.LOWER and after > before
    )
    return before_after.BeforeAfterRow(
        measure.name,
        float(measure.unit.to_base(before)),
        float(measure.unit.to_base(after)),
        book.words.say("from_to", measure),
        worse=worse,
        full=_full(measure),
        period=book.words.say("time", measure.period),
    )


def composition_charts(book: Book, measures: Sequence[Measure]) -> tuple[ChartFigure, ...]:
    """Draw the parts of every open total that has at least two open parts.

    Args:
        book: words.
        measures: the figures of one content file.
    """
    parts: dict[str, list[Measure]] = {}
    for measure in measures:
        if measure.part_of and measure.base_value is not None:
            parts.setdefault(measure.part_of, []).append(measure)
    totals = [measure for measure in measures if measure.base_value is not None]
    return tuple(
        _composition_chart(book, total, parts[total.id])
        for total in totals
        if len(parts.get(total.id, ())) > 1
    )


def _composition_chart(book: Book, total: Measure, parts: Sequence[Measure]) -> ChartFigure:
    say = book.words.say
    rows = [
        composition.CompositionRow(
            item.name, float(item.base_value or 0), say("value", item), say("time", item.period)
        )
        for item in parts
    ]
    table = tuple((row.name, row.label) for row in rows)
    caption = say("composition_caption", total, parts)
    return make_figure(
        book.words,
        caption,
        table,
        lambda label: composition.build(rows, composition.CompositionLabels("", label)),
    )


def series_charts(book: Book, indicator: Indicator, series: Sequence[Series]) -> tuple[ChartFigure, ...]:
    """Draw an indicator over the years of each region, and over regions where their figures may be compared.

    The first regions only where there are many, and no comparison of more figures than a chart can hold.

    Args:
        book: ledger and words.
        indicator: the indicator.
        series: its figures by region.
    """
    drawn = (figure for item in series for figure in trend_charts(book, indicator, item))
    trends = islice(drawn, MOST_TRENDS)
    found = book.findings.comparisons.get(indicator.id)
    groups = [group for group in found.groups if not group.over_years] if found else []
    groups = [group for group in groups if len(group.measures) <= MOST_ROWS]
    return (*trends, *(group_chart(book, indicator, group) for group in groups))


def group_chart(book: Book, indicator: Indicator, group: Group) -> ChartFigure:
    """Draw figures that may be compared: over years as a line, over places one sign each.

    Args:
        book: ledger and words.
        indicator: what they measure.
        group: the figures.
    """
    if group.over_years:
        region = group.measures[0].key.region
        return trend_charts(book, indicator, Series(indicator.id, region, group.measures))[0]
    return _regions_chart(book, indicator, group.measures)


def _regions_chart(book: Book, indicator: Indicator, measures: Sequence[Measure]) -> ChartFigure:
    say = book.words.say
    named = [(book.ledger.regions[measure.key.region].name, measure) for measure in measures]
    table = tuple((name, say("value", measure), say("time", measure.period)) for name, measure in named)
    places = len({measure.key.region for measure in measures})
    caption = say("regions_caption", indicator.name, places, measures[0].period)
    rows = [
        regions_compared.RegionsComparedRow(
            name, float(measure.base_value or 0), say("value", measure), period=say("time", measure.period)
        )
        for name, measure in named
    ]

    def build(label: str) -> Chart:
        full = _full(measures[0])
        labels = regions_compared.RegionsComparedLabels("", label, say("target_legend"), {}, full)
        return regions_compared.build(rows, labels)

    return make_figure(book.words, caption, table, build)
