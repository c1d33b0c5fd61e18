"""One revision as the tables of its open data, every cell as text."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ledger.analysis.findings import analyse
from ledger.exports.descriptions import describe_columns
from ledger.exports.open_data import encode, tabulate_all
from ledger.model.ledger import Ledger

Row: TypeAlias = Mapping[str, str]
TABLES = ("measures", "commitments", "outcomes", "problems", "sources")
_CORRECTIONS = "corrections"
# Rows that the program adds for promises without a figure follow from the rest and are nobody's to correct.
_AWAITED = "-figure"
_SILENT = "not_reported"


class UnreadableDataError(Exception):
    """A data folder does not hold the tables of a ledger."""


@dataclass(frozen=True)
class Entry:
    """One correction of a revision.

    Args:
        records: ids of what it names.
        field: the part of them that was wrong; blank when it does not say.
        after: what it says is published now, as written; blank when it does not say.
    """

    records: frozenset[str]
    field: str
    after: str


@dataclass(frozen=True)
class Snapshot:
    """The tables of one revision.

    Args:
        tables: table → id → column → cell; a list's ids are joined by `;`.
        corrections: the corrections by id, newest first.
    """

    tables: Mapping[str, Mapping[str, Row]]
    corrections: Mapping[str, Entry]

    def columns(self, table: str) -> frozenset[str]:
        """Name the columns of a table; none when it has no rows.

        Args:
            table: the table.
        """
        return frozenset(column for row in self.tables[table].values() for column in row)

    def told(self, record: str, field: str) -> frozenset[str]:
        """List the ids of the corrections that speak of a part of a record, or of the record as a whole.

        Args:
            record: its id.
            field: the part, as `field` of a correction calls it.
        """
        return frozenset(
            id_
            for id_, entry in self.corrections.items()
            if record in entry.records and entry.field in {"", field}
        )


def of_ledger(ledger: Ledger) -> Snapshot:
    """Take the tables of a ledger, by way of the very bytes that are published.

    Args:
        ledger: the ledger.
    """
    files = encode(tabulate_all(ledger, analyse(ledger)))
    return _snapshot({name: files[f"data/{name}.json"].decode() for name in (*TABLES, _CORRECTIONS)})


def find_data(folder: Path) -> Path | None:
    """Find the tables in a published site or in its data folder.

    Args:
        folder: either of them; None is returned for any other folder.
    """
    candidates = (folder, folder / "data")
    try:
        return next((place for place in candidates if (place / "measures.json").is_file()), None)
    except OSError:
        # No folder of this system can be called so.
        return None


def of_data(folder: Path) -> Snapshot:
    """Read the tables of a published site.

    Args:
        folder: its data folder.

    Raises:
        UnreadableDataError: a file is missing or is no table.
    """
    try:
        texts = {name: (folder / f"{name}.json").read_text(encoding="utf-8") for name in TABLES}
        corrections = folder / f"{_CORRECTIONS}.json"
        # Sites of earlier programs have no such table: they had corrected nothing.
        texts[_CORRECTIONS] = corrections.read_text(encoding="utf-8") if corrections.is_file() else "[]"
        return _snapshot(texts)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableDataError(folder) from error


def describe(table: str, column: str) -> str:
    """Say what a column means, for readers; nothing for a column of another program.

    Args:
        table: the table.
        column: the column.
    """
    return dict(describe_columns().get(table, [])).get(column, "")


def _snapshot(texts: Mapping[str, str]) -> Snapshot:
    rows = {name: _rows(texts[name]) for name in (*TABLES, _CORRECTIONS)}
    promised = {row["id"] for row in rows["commitments"]}
    rows["measures"] = [row for row in rows["measures"] if not _is_awaited(row, promised)]
    told = {
        row["id"]: Entry(frozenset(row["record"].split(";")), row.get("field", ""), row.get("to", ""))
        for row in rows[_CORRECTIONS]
    }
    return Snapshot({name: {row["id"]: row for row in rows[name]} for name in TABLES}, told)


def _is_awaited(row: Row, promised: Collection[str]) -> bool:
    # By the status too: an editor may give a figure such an id.
    id_, status = row["id"], row.get("status")
    return status == _SILENT and id_.endswith(_AWAITED) and id_.removesuffix(_AWAITED) in promised


def _rows(text: str) -> list[Row]:
    # Numbers stay as written: 93.90 is not 93.9.
    rows = json.loads(text, parse_float=str, parse_int=str)
    return [{str(column): _cell(value) for column, value in row.items()} for row in rows]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = ";".join(map(str, value)) if isinstance(value, list) else str(value)
    # Halves of characters, which JSON can smuggle in, could not be printed.
    text.encode()
    return text
