"""The artificial content folder that measurements and tests of large sites use."""

import re
from pathlib import Path

import pytest

from ledger.content.loader import load_ledger
from ledger.model.measure import MeasureStatus
from tests.corpus.make_corpus import make_corpus

TOPIC_FILES = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus") / "content"
    make_corpus(folder, TOPIC_FILES)
    return folder


@pytest.fixture(scope="module")
def ledger(folder):
    ledger, problems = load_ledger(folder)
    assert [str(problem) for problem in problems] == []
    return ledger


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_has_as_many_topic_files_as_asked_for(ledger):
    assert len(ledger.files) == TOPIC_FILES


def test_every_file_has_the_records_of_a_full_document(ledger):
    counts = {
        (len(file.measures), len(file.commitments), len(file.outcomes), len(file.stated_problems))
        for file in ledger.files
    }
    assert counts == {(6, 5, 5, 1)}


def test_has_every_kind_of_figure_that_charts_are_drawn_from(ledger):
    figures = ledger.measures.values()
    assert {figure.status for figure in figures} >= {MeasureStatus.DISCLOSED, MeasureStatus.REDACTED}
    assert any(figure.baseline is not None for figure in figures)
    assert any(figure.numerator and figure.denominator for figure in figures)
    assert any(figure.indicator and figure.commitment for figure in figures)


def test_some_targets_are_reached_and_some_are_not(ledger):
    rates = [figure for figure in ledger.measures.values() if figure.numerator]
    reached = [figure.value >= ledger.commitments[figure.commitment].target.value for figure in rates]
    assert len(set(reached)) == 2


def test_promises_continue_those_of_the_year_before(ledger):
    assert any(promise.continues for promise in ledger.commitments.values())


def test_names_say_that_everything_is_made_up(ledger):
    assert all(re.fullmatch(r"样例区\d\d", region.name) for region in ledger.regions.values())
    assert all("测试用" in source.title for source in ledger.sources.values())


def test_equal_sizes_give_equal_files(folder, tmp_path):
    make_corpus(tmp_path / "again", TOPIC_FILES)
    assert contents(tmp_path / "again") == contents(folder)


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(folder, tmp_path):
    make_corpus(tmp_path / "smaller", TOPIC_FILES // 2)
    smaller, larger = contents(tmp_path / "smaller"), contents(folder)
    assert smaller.items() < larger.items()
