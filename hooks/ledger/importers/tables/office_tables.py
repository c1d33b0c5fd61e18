"""The ledger's records as the tables that offices keep: one row each, known by its id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from ledger.importers.tables.mapping import TableKind
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.dictionary import Term
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.target import Target
from ledger.own_table import read_own_table

OfficeCell: TypeAlias = str | Decimal | int
OfficeRow: TypeAlias = Mapping[str, OfficeCell]


@dataclass(frozen=True)
class OfficeTable:
    """A table as an office keeps it.

    Args:
        kind: task list or self-assessment.
        file: name of its file.
        sheet: name of its sheet.
        title: the line above it.
        columns: field, heading and width in Chinese characters of each column.
        rows: cells by field.
    """

    kind: TableKind
    file: str
    sheet: str
    title: str
    columns: tuple[tuple[str, str, int], ...]
    rows: tuple[OfficeRow, ...]

    def by_id(self) -> dict[str, OfficeRow]:
        """The rows by the id of their record."""
        return {str(row["id"]): row for row in self.rows}


@cache
def office_words() -> dict[str, Any]:
    """Read the words of the tables."""
    return read_own_table(Path(__file__).with_suffix(".toml"))


def office_tables(
    ledger: Ledger, region: str, year: int, verdicts: Mapping[str, Term]
) -> tuple[OfficeTable, OfficeTable]:
    """Lay out a region's year as a task list and a self-assessment.

    Args:
        ledger: the ledger.
        region: region id.
        year: year folder.
        verdicts: the verdict on each commitment, by its id.
    """
    files = [file for file in ledger.files if (file.region, file.year) == (region, year)]
    tasks = [_task_row(ledger, record) for file in files for record in file.commitments]
    figures = [row for file in files for row in _figure_rows(ledger, file, verdicts)]
    name = ledger.regions[region].name
    return (
        _table(TableKind.TASK_LIST, tasks, name, year),
        _table(TableKind.SELF_ASSESSMENT, figures, name, year),
    )


def _table(kind: TableKind, rows: list[dict[str, OfficeCell]], region: str, year: int) -> OfficeTable:
    words = office_words()["tables"][kind.value]
    columns = tuple((column["field"], column["heading"], column["width"]) for column in words["columns"])
    numbered = tuple({"serial": number, **row} for number, row in enumerate(rows, 1))
    title = words["title"].format(region=region, year=year)
    return OfficeTable(kind, words["file"], words["sheet"], title, columns, numbered)


def _task_row(ledger: Ledger, record: Commitment) -> dict[str, OfficeCell]:
    return {
        "task": record.text,
        "target": target_text(record.target),
        "lead": record.lead or "",
        "support": support_text(record.support),
        "due": due_text(record),
        "topic": ledger.dictionary.topics[record.key.topic].name,
        "id": record.id,
    }


def _figure_rows(
    ledger: Ledger, file: TopicYear, verdicts: Mapping[str, Term]
) -> Iterator[dict[str, OfficeCell]]:
    for measure in file.measures:
        commitment = ledger.commitments.get(measure.commitment or "")
        yield {
            "indicator": measure.name,
            "target": target_text(commitment.target) if commitment else "",
            "value": value_text(measure),
            "unit": measure.unit.written,
            **_judged(ledger, commitment, verdicts),
            "place": place_text(ledger, measure),
            "id": measure.id,
        }
    for commitment in file.commitments:
        if commitment.is_numeric and not ledger.measures_by_commitment.get(commitment.id):
            verdict = verdicts.get(commitment.id)
            is_missing = verdict is not None and verdict.id == "unreported"
            unit = commitment.target.unit if commitment.target else None
            yield {
                "indicator": commitment.text,
                "target": target_text(commitment.target),
                "value": office_words()["not_reported"] if is_missing else "",
                "unit": unit.written if unit else "",
                **_judged(ledger, commitment, verdicts),
                "place": place_text(ledger, commitment),
                "id": commitment.id,
            }


def _judged(
    ledger: Ledger, commitment: Commitment | None, verdicts: Mapping[str, Term]
) -> dict[str, OfficeCell]:
    verdict = verdicts.get(commitment.id) if commitment else None
    if commitment is None or verdict is None:
        return {"verdict": "", "reason": "", "remedy": ""}
    # A reason is only given for what was not reached; then the problems that the promise answers tell it.
    problems = ledger.problems_by_commitment.get(commitment.id, []) if verdict.id == "not_met" else []
    return {"verdict": verdict.name, "reason": "\n".join(item.text for item in problems), "remedy": ""}


def target_text(target: Target | None) -> str:
    """Write a target, such as ≥62%.

    Args:
        target: the target, or None.
    """
    words = office_words()
    if target is None:
        return ""
    if target.unit is None:
        return str(words["yes"])
    operator, unit = words["operators"][target.operator.value], target.unit.written
    if target.value is None:
        redacted = words["redacted"]
        return str(words["masked_target"].format(operator=operator, redacted=redacted, unit=unit))
    return f"{operator}{target.value:f}{unit}"


def value_text(measure: Measure) -> OfficeCell:
    """Write a figure without its unit: a number, or a text where a qualifier or a word stands with it.

    Args:
        measure: the figure.
    """
    is_open = measure.status is MeasureStatus.DISCLOSED and measure.value is not None
    number = f"{measure.value:f}" if is_open else str(office_words()[measure.status.value])
    if measure.qualifier is None:
        return measure.value if is_open and measure.value is not None else number
    word = measure.qualifier.id
    return f"{word}{number}" if measure.qualifier.place == "before" else f"{number}{word}"


def support_text(units: tuple[str, ...]) -> str:
    """Join units of work so that they can be told apart again.

    Args:
        units: their names.
    """
    words = office_words()
    if not any(words["between"] in unit for unit in units):
        return str(words["between"].join(units))
    # One name with such a sign in it is closed by the stronger sign.
    return "".join(f"{unit}{words['strong']}" for unit in units)


def due_text(commitment: Commitment) -> str:
    """Write a due date; nothing where the document states none.

    Args:
        commitment: the promise.
    """
    if commitment.due_basis is DueBasis.ONGOING:
        return str(office_words()["ongoing"])
    return commitment.due.isoformat() if commitment.due_basis is DueBasis.STATED else ""


def place_text(ledger: Ledger, record: Measure | Commitment) -> str:
    """Write where a record stands.

    Args:
        ledger: the ledger.
        record: the record.
    """
    source = ledger.sources[record.origin.source]
    return str(office_words()["place"].format(source=source.title, at=record.origin.at))
