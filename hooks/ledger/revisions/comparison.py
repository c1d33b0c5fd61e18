"""Everything that differs between two revisions, record by record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from ledger.revisions.snapshot import TABLES, Row, Snapshot

# Columns that repeat other records or count them: what they say is listed where it stands.
_REPEATED: Mapping[str, frozenset[str]] = {
    "measures": frozenset({"target_op", "target_value", "target_unit", "numerator", "denominator"}),
    "sources": frozenset({"disclosed", "redacted", "commitments", "outcomes", "problems"}),
}
# What an id decides, and references that a renaming changes.
_PLACE = frozenset({"id", "region", "year", "topic", "commitment", "measures", "addressed_by"}) | {
    *("continues", "numerator_id", "denominator_id", "part_of"),
}


class Kind(Enum):
    """How a record differs."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Change:
    """One cell that differs.

    Args:
        column: its column.
        before: the earlier text.
        after: the later text.
    """

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """One record that differs.

    Args:
        kind: how.
        table: its table.
        id: its id.
        row: its cells; of a removed record those it had.
        changes: the cells that differ, when it was changed.
        same_as: id of an added record that says the same, when it was removed.
    """

    kind: Kind
    table: str
    id: str
    row: Row
    changes: tuple[Change, ...] = ()
    same_as: str | None = None

    @property
    def place(self) -> tuple[str, str, str]:
        """Region, year and topic; a document has no topic."""
        return self.row.get("region", ""), self.row.get("year", ""), self.row.get("topic", "")


def compare(before: Snapshot, after: Snapshot) -> list[Difference]:
    """List every record that differs, by region, year, topic, table and id.

    Args:
        before: the earlier revision.
        after: the later one.
    """
    found = [difference for table in TABLES for difference in _compare_table(table, before, after)]
    return sorted(found, key=lambda item: (item.place, TABLES.index(item.table), item.id))


def columns_apart(before: Snapshot, after: Snapshot) -> list[str]:
    """Name the columns that only one revision has, as `table.column`; they are not compared.

    Args:
        before: the earlier revision.
        after: the later one.
    """
    return [
        f"{table}.{column}"
        for table in TABLES
        if before.tables[table] and after.tables[table]
        for column in sorted(before.columns(table) ^ after.columns(table))
    ]


def _compare_table(table: str, before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    old, new = before.tables[table], after.tables[table]
    compared = (before.columns(table) & after.columns(table)) - _REPEATED.get(table, frozenset())
    added = {id_: row for id_, row in new.items() if id_ not in old}
    by_words = {_words(row, compared): id_ for id_, row in added.items()}
    for id_, row in added.items():
        yield Difference(Kind.ADDED, table, id_, row)
    for id_, row in old.items():
        if id_ not in new:
            same = by_words.get(_words(row, compared))
            yield Difference(Kind.REMOVED, table, id_, row, same_as=same)
        elif changes := _changes(row, new[id_], compared):
            yield Difference(Kind.CHANGED, table, id_, new[id_], changes)


def _changes(old: Row, new: Row, compared: frozenset[str]) -> tuple[Change, ...]:
    columns = (column for column in new if column in compared)
    pairs = ((column, old.get(column, ""), new[column]) for column in columns)
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


def _words(row: Row, compared: frozenset[str]) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in sorted(compared - _PLACE))
