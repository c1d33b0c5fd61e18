"""A record that a row of a table proposes, before anyone has confirmed it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ledger.importers.figure import Goal
from ledger.importers.tables.cell_values import Doubt
from ledger.importers.tables.mapping import Mapped
from ledger.importers.tables.sheet import Sheet
from ledger.importers.tables.table_layout import Layout
from ledger.model.measure import MeasureStatus
from ledger.model.outcome import Claim
from ledger.problems import Problem


class RecordKind(Enum):
    """Which list of a content file a record belongs to."""

    MEASURE = "measures"
    COMMITMENT = "commitments"
    OUTCOME = "outcomes"
    PROBLEM = "problems"


class LeftOut(Enum):
    """Why a row makes no record."""

    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"
    NO_NAME = "no_name"
    PROBLEM = "problem"
    RECOGNISED = "recognised"


@dataclass(frozen=True)
class TableRecord:
    """One record; it mirrors the fields of a content file.

    Args:
        kind: which list it belongs to.
        key: its name among the records of this table, for links.
        row: row from 0.
        column: column from 0 of the cell that it comes from.
        at: its place as content files write it.
        text: what is promised, done or wanting, or the name of what is counted.
        topic: topic id; None where none could be proposed.
        status: of a figure, disclosed, redacted or not reported.
        value: the number with its digits as shown.
        unit: unit id, scale included; as written where the dictionary lacks it.
        qualifier: qualifier id.
        baseline: the earlier value.
        indicator: dictionary id.
        goal: target of a commitment.
        is_yes: whether its target is that a thing is done at all.
        due: `2025-12-31` or `ongoing`.
        lead: leading unit.
        support: supporting units.
        claim: of an outcome.
        note: what else the row says.
        commitment: key of the commitment that it answers.
        measures: keys of the figures that belong to it.
        addressed_by: of a problem, keys of the commitments that respond to it.
    """

    kind: RecordKind
    key: str
    row: int
    column: int
    at: str
    text: str
    topic: str | None = None
    status: MeasureStatus | None = None
    value: Decimal | None = None
    unit: str = ""
    qualifier: str | None = None
    baseline: Decimal | None = None
    indicator: str | None = None
    goal: Goal | None = None
    is_yes: bool = False
    due: str | None = None
    lead: str | None = None
    support: tuple[str, ...] = ()
    claim: Claim | None = None
    note: str | None = None
    commitment: str | None = None
    measures: tuple[str, ...] = ()
    addressed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class CellDoubt:
    """Something of a cell that an editor must look at.

    Args:
        row: row from 0.
        column: column from 0.
        doubt: what it is.
        text: the cell, or what was made of it.
    """

    row: int
    column: int
    doubt: Doubt
    text: str = ""


@dataclass(frozen=True)
class TotalCheck:
    """A total row held against the sum of the rows above it.

    Args:
        row: row of the total, from 0.
        column: column from 0.
        stated: what the total row says.
        summed: the sum of its parts.
    """

    row: int
    column: int
    stated: Decimal
    summed: Decimal


@dataclass(frozen=True)
class TablePlan:
    """What would be made of one sheet.

    Args:
        sheet: the sheet.
        layout: its parts; None where it holds no table.
        mapped: its columns.
        records: the records that its rows propose.
        left_out: rows that make no record, and why.
        doubts: what an editor must look at.
        totals: total rows that could be checked.
        problems: what is wrong.
        ids: row → id of a record that the ledger has already.
    """

    sheet: Sheet
    layout: Layout | None = None
    mapped: Mapped | None = None
    records: tuple[TableRecord, ...] = ()
    left_out: tuple[tuple[int, LeftOut], ...] = ()
    doubts: tuple[CellDoubt, ...] = ()
    totals: tuple[TotalCheck, ...] = ()
    problems: tuple[Problem, ...] = ()
    ids: tuple[tuple[int, str], ...] = ()
