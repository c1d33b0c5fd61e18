"""Recall and precision of the importer on our own documents, in styles it was made on and in others."""

from pathlib import Path

import pytest

from ledger.content.loader import load_ledger
from tests.importing.findings import Importer
from tests.importing.score import AIMS, PROJECT, score_documents
from tests.importing.scoring import total

HERE = Path(__file__).parent
# Set → row → least recall and least precision in percent, over all its documents.
LIMITS = {"made_on": AIMS, "unseen": AIMS}


@pytest.fixture(scope="module")
def sums():
    ledger, _ = load_ledger(PROJECT / "content")
    importer = Importer()
    found = {name: total(score_documents(HERE / name, ledger, importer)) for name in LIMITS}
    assert importer.missing == []
    return found


@pytest.mark.parametrize(("name", "row"), [(name, row) for name, rows in LIMITS.items() for row in rows])
def test_enough_is_found_and_little_invented(sums, name, row):
    value, limits = sums[name][row], LIMITS[name][row]
    shares = [100 if share is None else share * 100 for share in (value.recall, value.precision)]
    told = f"{value.hits} of {value.expected}, {value.found} found"
    assert all(share >= limit for share, limit in zip(shares, limits, strict=True)), told


def test_every_document_has_its_expectation():
    for folder in LIMITS:
        files = {file.name.split(".")[0]: file for file in (HERE / folder).iterdir() if file.suffix != ".yml"}
        assert set(files) == {file.stem for file in (HERE / folder).glob("*.yml")}
        assert len(files) == 7
