"""Finds the figures of a document."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ledger.importers.figure import Figure
from ledger.importers.figures.indicator_match import IndicatorMatcher
from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.ratio import with_parts, with_ratios
from ledger.importers.figures.row_figures import figures_of_row
from ledger.importers.figures.sentence_figures import figures_of_sentence
from ledger.importers.figures.sign import fold
from ledger.importers.passage import Passage
from ledger.model.dictionary import Dictionary

# How much of a paragraph is kept to know what a sentence speaks of.
_CONTEXT = 160


def find_figures(passages: Sequence[Passage], dictionary: Dictionary, year: int) -> tuple[Figure, ...]:
    """Find the figures of a document's sentences and tables.

    Args:
        passages: the sentences in reading order.
        dictionary: units, qualifiers and indicators.
        year: the year the document reports on or plans for.

    Returns:
        The figures in reading order; indices of numerators, denominators and totals count in them.
    """
    reader, matcher = NumberReader(dictionary), IndicatorMatcher(dictionary)
    figures: list[Figure] = []
    for _, paragraph in groupby(enumerate(passages), key=lambda numbered: numbered[1].block):
        base, found, context = len(figures), list[Figure](), ""
        for index, passage in paragraph:
            spoken_of = passage.year or year
            if passage.cells:
                new = figures_of_row(passage, reader, matcher, spoken_of)
            else:
                new = figures_of_sentence(passage, context, reader, matcher, spoken_of)
            new = [replace(figure, passage=index) for figure in new]
            context = (context + passage.text)[-_CONTEXT:]
            found += with_parts(new, fold(passage.text), base + len(found))
        figures += with_ratios(found, dictionary, base)
    return tuple(figures)
