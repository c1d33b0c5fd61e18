"""Which differences must be told to readers as corrections. The only place of this decision.

Figures, targets and verdicts that were published may not change or go without an entry in `corrections.yml`
that speaks of what changed. A verdict that follows newly added reports or a later as-of day is an update.
Decision record 0009 gives the reasons.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from ledger.model.correction import REMOVED
from ledger.revisions.comparison import Change, Difference, Kind, compare
from ledger.revisions.snapshot import Snapshot

_PUBLISHED = {
    "measures": frozenset({"status", "value", "unit", "value_written", "unit_written", "qualifier"})
    | {"period_start", "period_end", "baseline_value"}
    | {"change_value", "change_unit", "change_against", "change_qualifier"},
    "commitments": frozenset({"target_op", "target_value", "target_unit", "target_redacted", "due"}),
}
# Column → what `field` of a correction calls it; other columns are called as they are.
_FIELDS = {
    "value_written": "value",
    "unit_written": "unit",
    "baseline_value": "baseline",
    **dict.fromkeys(("period_start", "period_end"), "period"),
    **dict.fromkeys(("change_value", "change_unit", "change_against", "change_qualifier"), "change"),
    **dict.fromkeys(("target_op", "target_value", "target_unit", "target_redacted"), "target"),
}
# What a verdict is worked out from: when none of it changed, additions or the as-of day have moved it.
_DECIDING = {
    "measures": _PUBLISHED["measures"] | {"commitment", "source"},
    "outcomes": frozenset({"claim", "commitment", "measures", "source"}),
    "commitments": _PUBLISHED["commitments"] | {"kind", "due_basis", "indicator"},
    "sources": frozenset({"kind", "year", "period_start", "period_end"}),
}
_VERDICT = "verdict"
_WAITING = {"not_due", "ongoing"}
_SILENT = "unreported"


class Standing(Enum):
    """What a difference asks of the editors."""

    FREE = "free"
    UPDATE = "update"
    CORRECTED = "corrected"
    OWED = "owed"


@dataclass(frozen=True)
class Judged:
    """A difference with what it asks for.

    Args:
        difference: the difference.
        standing: whether a correction is owed.
        published: the changes that ask for one, the verdict last; of those owed only what is not told yet.
        causes: records that the verdict follows and that changed or went.
    """

    difference: Difference
    standing: Standing
    published: tuple[Change, ...] = ()
    causes: tuple[str, ...] = ()


def by_field(changes: Collection[Change]) -> dict[str, list[Change]]:
    """Sort changes by what `field` of a correction calls them.

    Args:
        changes: changes of one record.
    """
    columns = {change.column for change in changes}
    groups: dict[str, list[Change]] = {}
    for change in changes:
        field = _FIELDS.get(change.column, change.column)
        if field == "value" and "status" in columns:
            # A figure that is hidden or shown is one change, not two.
            field = "status"
        elif change.column == "value" and "value_written" not in columns and "unit_written" in columns:
            # The same number in another unit: only the amount in the base unit follows.
            field = "unit"
        groups.setdefault(field, []).append(change)
    return groups


def judge_all(before: Snapshot, after: Snapshot) -> list[Judged]:
    """Compare two revisions and say of each difference what it asks for.

    Args:
        before: the earlier revision.
        after: the later one.
    """
    return [_judge(difference, before, after) for difference in compare(before, after)]


def has_new_answers(id_: str, before: Snapshot, after: Snapshot) -> bool:
    """Tell whether figures or outcomes were added that answer a promise.

    Args:
        id_: the promise's id.
        before: the earlier revision.
        after: the later one.
    """
    return bool(_answers(id_, after).keys() - _answers(id_, before).keys())


def _judge(difference: Difference, before: Snapshot, after: Snapshot) -> Judged:
    id_, table = difference.id, difference.table
    columns = _PUBLISHED.get(table, frozenset())
    published = [change for change in difference.changes if change.column in columns]
    verdict = [change for change in difference.changes if change.column == _VERDICT]
    moved = set(_moved(id_, before, after)) if verdict else set()
    is_update = bool(verdict) and _is_update(verdict[0], id_, moved, before, after)
    is_gone = difference.kind is Kind.REMOVED and table in _PUBLISHED
    if not is_update:
        published += verdict
    if not (published or is_gone):
        return Judged(difference, Standing.UPDATE if is_update else Standing.FREE)
    fields = {REMOVED: []} if is_gone else by_field(published)
    silent = [field for field in fields if not _is_told(id_, field, before, after)]
    asking = [change for field in silent for change in fields[field]] if silent else published
    standing = Standing.OWED if silent else Standing.CORRECTED
    return Judged(difference, standing, tuple(asking), tuple(sorted(moved)))


def _is_told(id_: str, field: str, before: Snapshot, after: Snapshot) -> bool:
    """Tell whether there is a new entry, not an earlier one with another day or another record added."""
    old, new = before.told(id_, field), after.told(id_, field)
    return len(new) > len(old) and not new <= before.corrections.keys()


def _is_update(verdict: Change, id_: str, moved: set[str], before: Snapshot, after: Snapshot) -> bool:
    if moved:
        return False
    if has_new_answers(id_, before, after):
        return True
    # Nothing else was published or changed: the as-of day has passed the due day.
    silence = after.tables["commitments"][id_].get("evidence") == "none"
    return silence and verdict.before in _WAITING and verdict.after == _SILENT


def _moved(id_: str, before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Find what a verdict rests on and what is no longer as it was published."""
    if _differs("commitments", id_, before, after):
        yield id_
    # Linking an earlier figure or outcome to another promise changes its own row, so it is found here too.
    for answer, table in {**_answers(id_, after), **_answers(id_, before)}.items():
        if answer not in before.tables[table]:
            continue
        if _differs(table, answer, before, after):
            yield answer
        source = before.tables[table][answer].get("source", "")
        if _differs("sources", source, before, after):
            yield source


def _answers(id_: str, snapshot: Snapshot) -> dict[str, str]:
    """Find the figures and outcomes that answer a promise, each with its table."""
    outcomes = {
        answer: row
        for answer, row in snapshot.tables["outcomes"].items()
        if id_ in row.get("commitment", "").split(";")
    }
    # The figures of an outcome that answers several promises count for none, as in analysis/verdict.py.
    single = [row for row in outcomes.values() if row["commitment"] == id_]
    cited = {measure for row in single for measure in row.get("measures", "").split(";")}
    measures = [
        answer
        for answer, row in snapshot.tables["measures"].items()
        if row.get("commitment") == id_ or answer in cited
    ]
    return {**dict.fromkeys(outcomes, "outcomes"), **dict.fromkeys(measures, "measures")}


def _differs(table: str, id_: str, before: Snapshot, after: Snapshot) -> bool:
    old, new = before.tables[table].get(id_), after.tables[table].get(id_)
    if old is None or new is None:
        return old is not new
    return any(old[column] != new[column] for column in _DECIDING[table] & old.keys() & new.keys())
