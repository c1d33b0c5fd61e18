"""The line of labels, days and buttons that a page puts below a title → what it says."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_name("boilerplate.toml"))["byline"]


def _spaced(labels: Sequence[str]) -> str:
    """Labels, the longest first; pages fill short ones up with blanks."""
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(r"\s?".join(map(re.escape, label)) for label in longest_first)


_SPLIT = re.compile(
    rf"(?<![^\s|\])}},;·•●▪*\d])(?:"
    rf"[\[(【]?({_spaced(_TABLE['labels'])})[】]?\s*:"
    rf"|[\[【]\s*({_spaced(_TABLE['labels'])})\s*[\]】]"
    rf"|(?<!\S)({_spaced(_TABLE['unmarked'])})(?!\S))\s*"
)
_FREE = re.compile(_TABLE["free"])
_STAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}")
_DAY = re.compile(_TABLE["day"])
_FACT = {label: fact for fact, labels in _TABLE["facts"].items() for label in labels}
_PUBLIC, _WEBSITE, _NOTHING = (
    re.compile(_TABLE["values"][name]) for name in ("public", "website", "nothing")
)
_WHITE = re.compile(r"\s+")
_AROUND = " []()【】|•●▪;,"
_DAYS = ("written", "published", "posted")


def facts_of_a_byline(line: str) -> dict[str, str] | None:
    """Read a byline; None if the line is anything else.

    Args:
        line: one line with half-width punctuation.
    """
    if len(line) > _TABLE["longest"] or any(stop in line for stop in _TABLE["stops"]):
        return None
    before, pairs = _pairs(line)
    if not _FREE.fullmatch(before) or not (pairs or _STAMP.search(before)):
        return None
    if any(len(value) > _TABLE["longest_value"] for label, value in pairs if _FACT.get(label) != "title"):
        return None
    return {**_posted(before), **_facts(pairs)}


def _pairs(line: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first label, and the labels with their values."""
    found = [*_SPLIT.finditer(line)]
    ends = [*(one.start() for one in found), len(line)]
    pairs = [
        (_WHITE.sub("", one[one.lastindex or 0]), line[one.end() : end].strip(_AROUND))
        for one, end in zip(found, ends[1:], strict=True)
    ]
    return line[: ends[0]], pairs


def facts_of_cells(rows: Sequence[Sequence[str]]) -> dict[str, str] | None:
    """Read a table of labels and values; None if it is any other table.

    Args:
        rows: cells with half-width punctuation, merged ones repeated.
    """
    cells = [cell.rstrip(": ") for row in rows for cell in dict.fromkeys(row)]
    labelled = [(one.replace(" ", ""), two) for one, two in zip(cells[::2], cells[1::2], strict=False)]
    known = [(label, value) for label, value in labelled if label in _TABLE["labels"]]
    if len(known) < 2 or len(known) < len(labelled):
        return None
    return _facts(known)


def iso_day(text: str) -> str:
    """Find the first day in a text, or nothing.

    Args:
        text: such as 2024年1月5日 or 2024-01-05 10:21.
    """
    found = _DAY.search(text)
    if not found:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def settled(facts: dict[str, str]) -> dict[str, str]:
    """Decide what a source and a day on a page mean: a public body published it, a website reposted it.

    Args:
        facts: what was read of a page; `source` and `posted` are still open.
    """
    known = {name: text for name, text in facts.items() if text and name not in {"source", "posted"}}
    source = facts.get("source", "")
    if _PUBLIC.fullmatch(source):
        known.setdefault("publisher", source)
    elif _WEBSITE.fullmatch(source):
        known.setdefault("reposter", source)
    reposted = "reposter" in known and "publisher" not in known
    if reposted and "published" in known:
        known["reposted"] = known.pop("published")
    if facts.get("posted"):
        known.setdefault("reposted" if "reposter" in known else "published", facts["posted"])
    return known


def _posted(before: str) -> dict[str, str]:
    day = iso_day(before)
    return {"posted": day} if day else {}


def _facts(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for label, value in pairs:
        fact, text = _FACT.get(label, ""), value.strip(_AROUND)
        text = iso_day(text) if fact in _DAYS else text
        if fact == "source" and not (_PUBLIC.fullmatch(text) or _WEBSITE.fullmatch(text)):
            text = text.split(" ")[0]
        if fact and not _NOTHING.fullmatch(text):
            found.setdefault(fact, text)
    return found
