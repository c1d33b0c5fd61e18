"""Charts of counts: verdicts on promises, figures by status."""

from collections.abc import Sequence

from charts import disclosure, verdict_shares
from charts.chart import Chart
from ledger.analysis.disclosure import Disclosure
from ledger.analysis.tally import Tally
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure, make_figure

# Rows of a chart that a reader still takes in, and that weigh less than the rest of a page.
MOST_ROWS = 40


def verdict_chart(book: Book, tally: Tally) -> tuple[ChartFigure, ...]:
    """Draw how many promises have which verdict; nothing when there are fewer than two promises.

    Args:
        book: dictionary and words.
        tally: the counts.
    """
    if tally.total < 2:
        return ()
    say, terms = book.words.say, book.ledger.dictionary.terms["verdict"]
    counts = {terms[verdict.value].name: count for verdict, count in tally.counts.items() if count}
    rows = [
        verdict_shares.VerdictSharesRow(verdict.value, terms[verdict.value].name, count, say("count", count))
        for verdict, count in tally.counts.items()
        if count
    ]
    most = max(counts, key=lambda name: counts[name])
    caption = say("verdict_caption", tally.total, most, counts[most])
    table = tuple((row.name, row.label) for row in rows)

    def build(label: str) -> Chart:
        return verdict_shares.build(rows, verdict_shares.VerdictSharesLabels("", label))

    return (make_figure(book.words, caption, table, build),)


def disclosure_chart(book: Book, *divisions: Sequence[tuple[str, Disclosure]]) -> tuple[ChartFigure, ...]:
    """Draw how many figures are open, masked and missing; nothing when there are no figures.

    Args:
        book: words.
        divisions: names of topics, years or documents with their counts; the first division that is not too
            long is drawn, so the finest comes first. None is drawn where all are too long.
    """
    groups = ([(name, item) for name, item in items if item.total] for items in divisions)
    counted = next((items for items in groups if len(items) <= MOST_ROWS), [])
    if not counted:
        return ()
    say = book.words.say
    table = tuple(
        (name, *(say("figures", number) for number in (item.disclosed, item.redacted, item.not_reported)))
        for name, item in counted
    )
    caption = _disclosure_caption(book, counted)
    legends = [say(f"{name}_legend") for name in ("disclosed", "redacted", "not_reported")]
    rows = [
        disclosure.DisclosureRow(
            name, item.disclosed, item.redacted, item.not_reported, say("disclosure_label", item)
        )
        for name, item in counted
    ]

    def build(label: str) -> Chart:
        return disclosure.build(rows, disclosure.DisclosureLabels("", label, *legends))

    return (make_figure(book.words, caption, table, build),)


def _disclosure_caption(book: Book, counted: Sequence[tuple[str, Disclosure]]) -> str:
    worst, most = max(counted, key=lambda pair: pair[1].redacted)
    return book.words.say(
        "disclosure_caption",
        sum(item.disclosed for _, item in counted),
        sum(item.redacted for _, item in counted),
        sum(item.not_reported for _, item in counted),
        worst if len(counted) > 1 else None,
        most.redacted,
    )
