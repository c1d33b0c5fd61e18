import re
from pathlib import Path

import pytest

from ledger.content.loader import load_ledger
from ledger.exports.columns import COMMITMENTS, CORRECTIONS, MEASURES, OUTCOMES, PROBLEMS, SOURCES
from ledger.exports.descriptions import describe_columns

CONTENT = Path(__file__).parents[3] / "content"


def test_every_column_is_described_and_nothing_else():
    named = {
        table: [column for column, description in columns] for table, columns in describe_columns().items()
    }

    assert named == {
        "measures": list(MEASURES),
        "commitments": list(COMMITMENTS),
        "outcomes": list(OUTCOMES),
        "problems": list(PROBLEMS),
        "sources": list(SOURCES),
        "corrections": list(CORRECTIONS),
    }


@pytest.mark.parametrize(
    "table", ["measures", "commitments", "outcomes", "problems", "sources", "corrections"]
)
def test_description_is_one_line_of_chinese(table):
    for column, description in describe_columns()[table]:
        assert re.search("[一-龥]", description), column
        assert description == description.strip()
        assert "\n" not in description
        assert not description.endswith("。")


def test_vocabularies_named_in_descriptions_exist():
    ledger, problems = load_ledger(CONTENT)
    assert problems == []

    named = {
        name
        for columns in describe_columns().values()
        for _, description in columns
        for name in re.findall(r"词表 (\w+)", description)
    }

    assert named
    assert named <= set(ledger.dictionary.terms)
