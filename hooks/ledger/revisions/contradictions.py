"""New corrections that say something else than what is published now."""

import re
import unicodedata
from collections.abc import Iterator

from ledger.problems import Problem
from ledger.revisions.demand import Content, shown
from ledger.revisions.duty import has_new_answers
from ledger.revisions.snapshot import Snapshot

# What `field` of a correction says → where that is published as readers see it.
_PUBLISHED = {
    "value": ("measures", "value_written"),
    "unit": ("measures", "unit_written"),
    "verdict": ("commitments", "verdict"),
}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def contradictions(before: Snapshot, after: Snapshot, content: Content) -> list[Problem]:
    """Report every new correction whose `to` is not what its records say.

    Args:
        before: the earlier revision.
        after: the later one.
        content: the working content.
    """
    places = {item.id: (item.path, *item.place) for item in content.ledger.corrections}
    found = []
    for entry, record in _latest(after):
        told = after.corrections[entry]
        table, column = _PUBLISHED.get(told.field, ("measures", ""))
        row = after.tables[table].get(record, {})
        if entry in before.corrections or not told.after or column not in row:
            continue
        if told.field == "verdict" and has_new_answers(record, before, after):
            # Reports that were added may have moved the verdict on since then.
            continue
        now = shown(column, row[column], content.ledger)
        if not _fits(told.field, _bare(told.after), _bare(now)):
            path, line, place, width = places[entry]
            details = {"record": record, "field": told.field, "text": told.after}
            details["now"] = now or shown("status", row["status"], content.ledger)
            found.append(Problem(path, line, place, "MZ097", details, width))
    return sorted(found)


def _latest(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Pair each correction with those of its records that no newer one speaks of in the same respect."""
    seen: set[tuple[str, str]] = set()
    for id_, entry in snapshot.corrections.items():
        for record in sorted(entry.records):
            if not seen & {(record, entry.field), (record, "")}:
                yield id_, record
            seen.add((record, entry.field))


def _fits(field: str, said: str, now: str) -> bool:
    if field == "value":
        numbers = set(_NUMBER.findall(_THOUSANDS.sub("", said)))
        return now.lstrip("-") in numbers if now else not numbers
    if field == "unit":
        # Readers see the unit behind its number.
        return re.fullmatch(rf"(.*\d)?{re.escape(now)}", said) is not None
    return said == now


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
