"""Reads each region's `corrections.yml`: what the ledger published wrongly and has mended."""

from collections import Counter
from collections.abc import Collection, Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any

from ledger.content import fields
from ledger.content.folder import Folder
from ledger.content.nodes import Mapping, Node, Scalar
from ledger.content.references import References
from ledger.model.correction import REMOVED, Correction
from ledger.model.source import Source
from ledger.problems import Problem, hint

_KINDS = ("sources", "measures", "commitments", "outcomes", "problems")


def read_corrections(
    folder: Folder,
    regions: Iterable[str],
    references: References,
    sources: Table[str, Source],
) -> tuple[Correction, ...]:
    """Read what every region has corrected, newest first; of one day, what stands further down is newer.

    Args:
        folder: the content folder.
        regions: names of the regions' folders.
        references: every record that the content defines.
        sources: documents by id.
    """
    # Below the content folder every record stands in regions/<region>/.
    records = {mention.id: mention.path.split("/")[2] for mention in references.definitions}
    records |= {id_: source.region for id_, source in sources.items()}
    names = list(regions)
    reading = _Reading(folder, names, records, sources)
    found = [correction for region in names for correction in reversed(reading.region(region))]
    return tuple(sorted(found, key=lambda item: item.date, reverse=True))


@dataclass
class _Reading:
    folder: Folder
    regions: Collection[str]
    # The region of every record and document, by id.
    records: Table[str, str]
    sources: Table[str, Source]
    told: Counter[str] = field(default_factory=Counter)

    def region(self, region: str) -> list[Correction]:
        file = self.folder.root / "regions" / region / "corrections.yml"
        if not file.exists():
            return []
        path = self.folder.path(file)
        entries = self.folder.items(file, fields.CORRECTION, "corrections")
        read = (self._correction(region, path, node, found) for node, found in entries)
        return [correction for correction in read if correction is not None]

    def _correction(self, region: str, path: str, node: Node, found: dict[str, Any]) -> Correction | None:
        before = len(self.folder.problems)
        self._check_records(region, path, node, found)
        self._check_source(path, node, found)
        if len(self.folder.problems) > before:
            return None
        records = tuple(item.text.strip() for item in found["record"])
        start = f"{found['date']}-{records[0]}"
        self.told[start] += 1
        number = self.told[start]
        return Correction(
            # The second one of a day gets a number, so that links to the first keep their aim.
            start if number == 1 else f"{start}-{number}",
            region,
            records,
            found["date"],
            found["what"],
            found["why"],
            found["source"].text.strip(),
            found.get("field"),
            found.get("from"),
            found.get("to"),
            path,
            _place(_child(node, "to")),
        )

    def _check_records(self, region: str, path: str, node: Node, found: dict[str, Any]) -> None:
        if not found["record"]:
            self._report("MZ011", path, node, name="record")
        is_removed = found.get("field") == REMOVED
        for item in found["record"]:
            text = item.text.strip()
            if is_removed and text in self.records:
                self._report("MZ092", path, item, text=text)
            elif not is_removed and any(self.folder.drafts.holds(kind, text) for kind in _KINDS):
                self._report("MZ150", path, item, text=text)
            elif not is_removed and text not in self.records and not self._is_lost(text, path):
                self._report("MZ021", path, item, text=text, hint=hint(text, sorted(self.records)))
            elif (home := self._home(text)) not in {None, region}:
                file = path.replace(f"/{region}/", f"/{home}/")
                self._report("MZ090", path, item, text=text, region=str(home), here=region, file=file)

    def _home(self, id_: str) -> str | None:
        """Name the region of a record; a record that is gone tells it by how its id begins."""
        if id_ in self.records:
            return self.records[id_]
        return max((name for name in self.regions if id_.startswith(f"{name}-")), key=len, default=None)

    def _is_lost(self, text: str, path: str) -> bool:
        losses = self.folder.losses
        return losses.cover("sources", text) or losses.cover_record(text, path)

    def _check_source(self, path: str, node: Node, found: dict[str, Any]) -> None:
        item, day = found["source"], _child(node, "date")
        text = item.text.strip()
        source = self.sources.get(text)
        if self.folder.drafts.holds("sources", text):
            self._report("MZ151", path, item, text=text)
        elif source is None and not self.folder.losses.cover("sources", text):
            self._report("MZ021", path, item, text=text, hint=hint(text, self.sources))
        if source is not None and found["date"].year < source.year:
            self._report("MZ091", path, day, text=str(found["date"]), source=text, year=str(source.year))

    def _report(self, code: str, path: str, node: Node, **details: str) -> None:
        line, column, width = _place(node)
        self.folder.problems.append(Problem(path, line, column, code, details, width))


def _place(node: Node) -> tuple[int, int, int]:
    return node.line, node.column, node.width if isinstance(node, Scalar) else 1


def _child(node: Node, name: str) -> Node:
    return (node.get(name) if isinstance(node, Mapping) else None) or node
