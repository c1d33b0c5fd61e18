"""The problems that missing corrections are: where to look, and an entry to paste."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.model.ledger import Ledger
from ledger.problems import Problem, hint
from ledger.revisions.comparison import Change, Difference, Kind
from ledger.revisions.duty import Judged, Standing, by_field
from ledger.revisions.snapshot import Snapshot

# Where two columns tell the same, the one that stands in the document.
_AS_WRITTEN = {"value": "value_written", "unit": "unit_written"}
# The vocabularies whose words readers see in place of the cell.
_TERMS = {"verdict": "verdict", "status": "measure_status"}


@dataclass(frozen=True)
class Content:
    """The content that the corrections are to be added to.

    Args:
        folder: the content folder.
        ledger: what was read from it.
    """

    folder: Path
    ledger: Ledger

    def place(self, difference: Difference) -> tuple[str, int, int, int]:
        """Find a record, or where it stood: path, line, column and width.

        Args:
            difference: what became of it.
        """
        record = self.ledger.measures.get(difference.id) or self.ledger.commitments.get(difference.id)
        if record is None:
            return self._former_file(difference), 1, 1, 1
        key = record.key
        path = next(
            file.path
            for file in self.ledger.files
            if (file.region, file.year, file.topic) == (key.region, key.year, key.topic)
        )
        column, width = self._find(path, record.origin.line, key.local)
        return path, record.origin.line, column, width

    def path_of(self, difference: Difference) -> str:
        """Name the file of a record of any kind.

        Args:
            difference: what became of it.
        """
        region, year, topic = difference.place
        name = f"regions/{region}/{year}/{topic}.md" if topic else f"regions/{region}/sources.yml"
        return f"{self.folder.name}/{name}"

    def _find(self, path: str, line: int, local: str) -> tuple[int, int]:
        lines = (self.folder / path.partition("/")[2]).read_text(encoding="utf-8").split("\n")
        text = lines[line - 1]
        if found := re.search(rf"\bid:\s*[\"']?({re.escape(local)})(?![\w-])", text):
            return found.start(1) + 1, len(local)
        begins = re.match(r"\s*-?\s*", text)
        return (begins.end() if begins else 0) + 1, 1

    def _former_file(self, difference: Difference) -> str:
        region, year, topic = difference.place
        names = (f"regions/{region}/{year}/{topic}.md", f"regions/{region}/sources.yml", "site.yml")
        found = next((name for name in names if (self.folder / name).is_file()), names[-1])
        return f"{self.folder.name}/{found}"


def demands(judged: Iterable[Judged], content: Content) -> list[Problem]:
    """Ask for every correction that is owed; a verdict is asked for with what moved it.

    Args:
        judged: the differences.
        content: the working content.
    """
    owed = {item.difference.id: item for item in judged if item.standing is Standing.OWED}
    with_causes: dict[str, list[str]] = {}
    for id_, item in owed.items():
        # An entry for a record that went can name no record that stays.
        causes = [
            cause
            for cause in item.causes
            if cause in owed and cause != id_ and owed[cause].difference.kind is not Kind.REMOVED
        ]
        if causes and all(change.column == "verdict" for change in item.published):
            with_causes.setdefault(causes[0], []).append(id_)
    followers = {id_ for ids in with_causes.values() for id_ in ids}
    found = (
        _demand(item, [id_, *with_causes.get(id_, ())], content)
        for id_, item in owed.items()
        if id_ not in followers
    )
    return sorted(found)


def entries_lost(before: Snapshot, after: Snapshot, content: Content) -> list[Problem]:
    """Report the corrections that were taken back: what was told stays told.

    Args:
        before: the earlier revision.
        after: the later one.
        content: the working content.
    """
    found = []
    for entry, told in before.corrections.items():
        kept = after.corrections[entry].records if entry in after.corrections else frozenset()
        for id_ in told.records - kept:
            regions = [region for region in content.ledger.regions if id_.startswith(f"{region}-")]
            region = max(regions, key=len, default=next(iter(content.ledger.regions), ""))
            path = f"{content.folder.name}/regions/{region}/corrections.yml"
            found.append(Problem(path, 1, 1, "MZ096", {"record": id_, "entry": entry}))
    return sorted(found)


def _demand(item: Judged, records: list[str], content: Content) -> Problem:
    difference = item.difference
    path, line, column, width = content.place(difference)
    details = {
        "record": difference.id,
        "records": records[0] if len(records) == 1 else f"[{', '.join(records)}]",
        "file": f"{content.folder.name}/regions/{_region(difference, content)}/corrections.yml",
        "source": difference.row.get("source", ""),
    }
    if difference.kind is Kind.REMOVED:
        code = "MZ094"
        details["hint"] = hint(difference.same_as, [difference.same_as]) if difference.same_as else ""
    else:
        fields = by_field(item.published)
        code = "MZ095" if fields.keys() == {"verdict"} else "MZ093"
        told = [_as_written(changes) for changes in fields.values()]
        was = " ".join(shown(change.column, change.before, content.ledger) for change in told)
        now = " ".join(shown(change.column, change.after, content.ledger) for change in told)
        # An entry without `field` speaks of all that changed, also of the verdicts of the other records.
        asked = fields.keys() | ({"verdict"} if len(records) > 1 else set())
        details |= {"field": f"field: {next(iter(asked))}, " if len(asked) == 1 else ""}
        details |= {"was": was, "now": now, "changes": " ".join(fields)}
        details |= {
            "before": json.dumps(was, ensure_ascii=False),
            "after": json.dumps(now, ensure_ascii=False),
        }
    return Problem(path, line, column, code, details, width)


def _as_written(changes: Sequence[Change]) -> Change:
    by_column = {change.column: change for change in changes}
    return by_column.get(_AS_WRITTEN.get(changes[0].column, ""), changes[0])


def shown(column: str, cell: str, ledger: Ledger) -> str:
    """Word a cell as readers see it.

    Args:
        column: its column.
        cell: its text.
        ledger: the ledger with its vocabularies.
    """
    terms = ledger.dictionary.terms[_TERMS[column]] if column in _TERMS else {}
    return terms[cell].name if cell in terms else cell


def _region(difference: Difference, content: Content) -> str:
    region = difference.place[0]
    return region if region in content.ledger.regions else next(iter(content.ledger.regions), region)
