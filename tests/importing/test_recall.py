"""Recall and precision of the importer on our own documents: the ones its rules were made on, and others."""

from pathlib import Path

import pytest

from ledger.content.loader import load_ledger
from tests.importing.accuracy_page import read_tables, tables_of
from tests.importing.findings import Importer
from tests.importing.score import AIMS, OWN, PROJECT, score_documents
from tests.importing.scoring import total

HERE = Path(__file__).parent
# Set → row → least recall and least precision in percent, over all its documents: the aim where it holds, else
# what was measured, rounded down, with the reason.
LIMITS = LIMITS_HERE
COUNTS = {"made_on": 7, "checked_on": 7, "held_out": 8}


@pytest.fixture(scope="module")
def measured():
    ledger, _ = load_ledger(PROJECT / "content")
    importer = Importer()
    found = {folder.name: score_documents(folder, ledger, importer) for folder in OWN}
    assert importer.unread == []
    return found


@pytest.mark.parametrize(("name", "row"), [(name, row) for name, rows in LIMITS.items() for row in rows])
def test_enough_is_found_and_little_invented(measured, name, row):
    value, limits = total(measured[name])[row], LIMITS[name][row]
    shares = [100 if share is None else share * 100 for share in (value.recall, value.precision)]
    told = f"{value.hits} of {value.expected}, {value.found} found"
    assert all(share >= limit for share, limit in zip(shares, limits, strict=True)), told


def test_every_aim_has_a_limit_that_is_not_above_it():
    for limits in LIMITS.values():
        assert limits.keys() == AIMS.keys() | {"year"}
        above = {row for row, aim in AIMS.items() if any(map(int.__gt__, limits[row], aim))}
        assert above == set()


@pytest.mark.parametrize("name", COUNTS)
def test_the_docs_say_what_is_measured(measured, name):
    told = "run `python -m tests.importing.score --write` and look at what changed"
    assert read_tables(name) == tables_of(name, measured[name]), told


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_every_document_has_its_expectation(name, count):
    files = {file.name.split(".")[0]: file for file in (HERE / name).iterdir() if file.suffix != ".yml"}
    assert set(files) == {file.stem for file in (HERE / name).glob("*.yml")}
    assert len(files) == count
