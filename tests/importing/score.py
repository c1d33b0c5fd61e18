"""Measures what the importer finds against what people found, by document and by kind.

Run as ``python -m tests.importing.score [--sources FOLDER] [--documents FOLDER] [--differences]
[--markdown | --write]``.
``--sources`` names a folder with the real documents whose content stands in ``content/``; a file belongs
to the source record whose title it contains. ``--documents`` names a folder of documents with a YAML
expectation beside each; if neither is given, these are ``made_on``, which whoever writes rules may read,
``checked_on``, of whose kinds of misses they have heard in general terms, and ``held_out``, of which they
have heard nothing; differences of the latter two are listed only when their folder is named.
``--markdown`` prints the tables as the docs carry them, ``--write`` puts them there. The exit code is 1 when
an aim is missed and 2 when a document cannot be read.

How it is scored:

- A place is compared with half-width parentheses, a row of a table by the place of its table. A curated
  record may name several places (甲；乙): one is enough.
- A part that repeats another one of the same document is recorded once (``repeats`` of the source record),
  so what is found in it is left out.
- What two careful people may differ over is marked in our expectations (``~``): it is neither missed nor a
  surplus.
- figures: value with its digits as written, unit with its scale, and place must all be equal, each at
  most once. A curated record may name the section (六、(一)) where the document has an item in it
  (六、(一)二是): an item of the curated place is that place, in curated content only; ``figures at same
  place`` counts without this, ``figures in section`` asks only for the section. Class words (65岁及以上),
  dates, numbers of documents and names (12345热线) are no figures: whoever finds one has invented it.
- The number of a plan is a target and no figure: what stands with ``is_goal`` counts among the targets
  only. Where the content records a planned number of a summary both as a figure and as a target, the
  figure may be found or not.
- A record with ``not_reported`` is no number of the document: its change counts among the changes,
  itself nowhere.
- redactions: unit and place of every masked number, as a multiset, be it a result or a target. Where a
  document writes only 万 beside the mask, an editor has had to add what is counted; then the scale alone
  is enough.
- targets: operator, value, unit and place, of commitments with a number; one that stands both on a figure
  and on the commitment it belongs to counts once. ``yes`` has no number and is judged with its commitment.
- baselines: value and unit of the earlier number; changes: signed value and its unit. Both with the place.
- commitments, outcomes, problems: the curated text tells the thing in other words, so two texts are the
  same thing when they stand at the same place and are alike: at least 0.3 of the shorter one's pairs of
  neighbouring characters stand in the other (``matching.likeness``), be the other the text that was made
  of the sentence or its span in it. Judged by hand on the five documents, commitments and problems
  matched best first: the only pair below 0.3 was not the same thing, of those from 0.3 to 0.5 17 of 21
  were, from 0.5 to 0.7 38 of 39; the assignment is one to one and as large as possible, which adds 2 to
  397. So the score flatters by about one in a hundred. A sentence that is not taken apart loses all its
  things but one, and a thing that is found twice is once a surplus.
- year: the importer's own, before anybody is asked. If it asks, that is a miss, and if it is wrong a surplus
  too; everything else is found with the right year. A workbook is left out here.
- outline: of curated content every place that carries a record must be the place of a passage (it says
  nothing of other places, so there is no precision); of our own documents the whole list of places in
  order, by the longest common subsequence; headings without a sentence of their own may be listed or not.
- names, indicators, topics: of the records that were found. A name is right when it is alike as above; an
  indicator when it is the same; a topic when it is the same.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.content.loader import load_ledger
from ledger.importers.tables.table_file import is_table
from ledger.model.ledger import Ledger
from tests.importing.accuracy_page import tables_of, write_tables
from tests.importing.building import build_document
from tests.importing.expectation import curated_facts, written_facts
from tests.importing.findings import Importer
from tests.importing.scoring import Score, score, total

PROJECT = Path(__file__).parents[2]
OWN = tuple(Path(__file__).parent / name for name in ("made_on", "checked_on", "held_out"))
Groups = Mapping[str, Mapping[str, Mapping[str, Score]]]
# Row of the table → least recall and least precision, in percent.
AIMS = {
    "outline": (100, 100),
    "figures": (97, 95),
    "redactions": (95, 95),
    "targets": (95, 95),
    "baselines": (95, 95),
    "commitments": (90, 90),
    "problems": (90, 90),
}


def score_sources(folder: Path, ledger: Ledger, importer: Importer) -> dict[str, dict[str, Score]]:
    """Score the real documents.

    Args:
        folder: where they are.
        ledger: the curated content.
        importer: what reads them.

    Returns:
        Scores by document and row.
    """
    found = {}
    for file in sorted(path for path in folder.iterdir() if path.is_file()):
        source = next((one for one in ledger.sources.values() if one.title in _text_of(file)), None)
        if source:
            repeated = [repeat.part for repeat in source.repeats if repeat.source is None]
            facts = importer.read(file, ledger.dictionary, source.year).without(repeated)
            found[f"{file.stem} {source.region}"] = score(curated_facts(ledger, source.id), facts)
    return found


def _text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def score_documents(folder: Path, ledger: Ledger, importer: Importer) -> dict[str, dict[str, Score]]:
    """Score the documents that have their expectation beside them.

    Args:
        folder: where they are.
        ledger: the content, for its dictionary.
        importer: what reads them.

    Returns:
        Scores by document and row.
    """
    found = {}
    with TemporaryDirectory() as built:
        for wanted in sorted(folder.glob("*.yml")):
            source = next(path for path in folder.glob(f"{wanted.stem}.*") if path != wanted)
            file = build_document(source, Path(built))
            expected = written_facts(wanted)
            facts = importer.read(file, ledger.dictionary, expected.year)
            if is_table(file):
                expected = replace(expected, year=None)
            found[f"{folder.name}/{file.name}"] = score(expected, facts)
    return found


def missed_aims(scores: Mapping[str, Score]) -> list[str]:
    """Name the rows that miss their aim.

    Args:
        scores: by row.
    """
    return [row for row, aims in AIMS.items() if row in scores and not _holds(scores[row], aims)]


def _holds(value: Score, aims: tuple[int, int]) -> bool:
    shares = zip((value.recall, value.precision), aims, strict=True)
    return all(share is None or share * 100 >= aim for share, aim in shares)


def print_scores(title: str, scores: Mapping[str, Score]) -> None:
    """Print the table of one document or of a total.

    Args:
        title: what was scored.
        scores: by row.
    """
    print(f"\n{title}")
    print(f"  {'':20}{'expected':>9}{'found':>7}{'same':>6}{'recall':>8}{'precision':>11}  aim")
    for row, value in scores.items():
        aim = "≥ {} / {}".format(*AIMS[row]) if row in AIMS else ""
        mark = " MISSED" if row in AIMS and not _holds(value, AIMS[row]) else ""
        counts = f"{value.expected:>9}{value.found:>7}{value.hits:>6}"
        print(f"  {row:20}{counts}{_percent(value.recall):>8}{_percent(value.precision):>11}  {aim}{mark}")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.1f}"


def print_differences(title: str, scores: Mapping[str, Score]) -> None:
    """List every miss and every surplus with its place and sentence.

    Args:
        title: what was scored.
        scores: by row.
    """
    for row, value in scores.items():
        for sign, facts in (("-", value.missed), ("+", value.surplus)):
            for fact in facts:
                mark = " ".join(filter(None, (fact.indicator and "#" + fact.indicator, fact.topic)))
                told = f"{' '.join(fact.key)} {fact.text} {mark}".strip()
                stands = f"  ← {fact.sentence}" if fact.sentence else ""
                print(f"{title} {row} {sign} {'；'.join(fact.at)} | {told}{stands}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables.

    Args:
        arguments: of the command line.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description="Recall and precision of the importer")
    parser.add_argument("--sources", type=Path, help="folder of the real documents of content/")
    parser.add_argument(
        "--documents", type=Path, action="append", help="folder of documents with expectations"
    )
    parser.add_argument("--differences", action="store_true", help="list every miss (-) and surplus (+)")
    parser.add_argument("--markdown", action="store_true", help="print the tables as the docs carry them")
    parser.add_argument("--write", action="store_true", help="put the tables into the docs")
    chosen = parser.parse_args(arguments)
    ledger, problems = load_ledger(PROJECT / "content")
    if ledger is None:
        print(f"content/ has {len(problems)} problems: run `ledger check`", file=sys.stderr)
        return 2
    importer = Importer()
    groups = {}
    if chosen.sources:
        groups["sources"] = score_sources(chosen.sources, ledger, importer)
    folders = chosen.documents or (() if chosen.sources else OWN)
    groups |= {folder.name: score_documents(folder, ledger, importer) for folder in folders}
    # Whoever writes rules must not see by the way what they are tried on.
    hidden = () if chosen.documents else ("checked_on", "held_out")
    shown = [name for name in groups if chosen.differences and name not in hidden]
    if chosen.markdown or chosen.write:
        _report_tables(groups, ledger, is_written=chosen.write)
    else:
        _print_all(groups, shown)
    for name in importer.unread:
        print(f"Cannot be read, so nothing was found in it: {name}", file=sys.stderr)
    is_missed = any(missed_aims(total(documents)) for documents in groups.values())
    return 2 if importer.unread else int(is_missed)


def _report_tables(groups: Groups, ledger: Ledger, *, is_written: bool) -> None:
    for name, documents in groups.items():
        tables = tables_of(name, documents, ledger.settings.as_of if name == "sources" else None)
        if is_written:
            write_tables(name, tables)
        else:
            print(f"{tables}\n")


def _print_all(groups: Groups, shown: Sequence[str]) -> None:
    for name, documents in groups.items():
        for title, scores in documents.items():
            print_scores(title, scores)
            if name in shown:
                print_differences(title, scores)
        sums = total(documents)
        print_scores(f"TOTAL {name} ({len(documents)} documents)", sums)


if __name__ == "__main__":
    sys.exit(main())
