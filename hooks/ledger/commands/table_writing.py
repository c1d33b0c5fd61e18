"""Writes what a table proposes: changed records, drafts, its own entry among the sources; all or nothing."""

import argparse
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger.commands.exit_code import StopError
from ledger.commands.trial import require_sound, write_texts

if TYPE_CHECKING:
    from ledger.content.writer import Entry
    from ledger.importers.drafts.draft_files import DraftFiles, RegionFiles
    from ledger.importers.tables.sheet import Sheet, TableFile
    from ledger.importers.tables.table_changes import TableChanges
    from ledger.importers.tables.table_drafts import Written
    from ledger.importers.tables.table_plan import Wanted
    from ledger.importers.tables.table_record import TablePlan, TableRecord
    from ledger.model.ledger import Ledger


@dataclass
class Job:
    """One run: what was read, and what would be made of it.

    Args:
        file: the table.
        ledger: the ledger.
        wanted: what the editor said of it.
        region: region id.
        plans: what each sheet becomes.
        changes: what differs from records that are there, by sheet.
    """

    file: "TableFile"
    ledger: "Ledger"
    wanted: "Wanted"
    region: str
    plans: "list[TablePlan]" = field(default_factory=list)
    changes: "list[TableChanges]" = field(default_factory=list)

    def records(self) -> "list[tuple[Sheet, list[TableRecord]]]":
        """The proposed records of each sheet."""
        pairs = zip(self.plans, self.changes, strict=True)
        return [(plan.sheet, [*plan.records, *changes.added]) for plan, changes in pairs]


def write_job(arguments: argparse.Namespace, job: Job) -> None:
    """Write the changes and the drafts of a table.

    Args:
        arguments: the parsed command line.
        job: what is to be written.

    Raises:
        StopError: nothing was written, and why.
    """
    from ledger.importers.drafts.draft_files import DraftFiles, RegionFiles
    from ledger.importers.tables.table_drafts import change_records, draft_records

    content = arguments.content
    every = [change for changes in job.changes for change in changes.changes]
    changed = change_records(content, job.ledger, every)
    drafts = [(sheet, records) for sheet, records in job.records() if records]
    texts, added, source = dict(changed.texts), None, None
    if drafts:
        files = RegionFiles(content, job.region, changed.texts)
        source, entry = _source(arguments, job, files)
        topics = DraftFiles(files, source)
        added = draft_records(topics, job.wanted.year, drafts, job.ledger.dictionary)
        texts |= _texts(topics, entry if added.drafts else None)
        source = source if entry and added.drafts else None
    require_sound(content, texts, "照表改了以后")
    write_texts(content, texts)
    _tell(changed, added, sorted(texts.keys() - changed.texts.keys()), source)


def _source(arguments: argparse.Namespace, job: Job, files: "RegionFiles") -> "tuple[str, Entry | None]":
    """The document that the drafts come from, and its entry where it is new."""
    from ledger.importers.tables.table_source import draft_table_source, table_title
    from ledger.problems import nearest

    known = files.documents()
    if arguments.source in known:
        return arguments.source, None
    if arguments.source:
        near = nearest(arguments.source, known)
        meant = f"，是不是 {near}？" if near else "。"
        raise StopError(
            f"sources.yml 里没有来源“{arguments.source}”{meant}没有写入。\n"
            "不写 --source，就把这张表登记成一份新的草稿。"
        )
    name, year = job.file.name, job.wanted.year
    if there := files.find_document(table_title(name, job.plans), year):
        raise StopError(
            f"这张表已经在账里：来源 {there}，没有写入。\n"
            f"还要把它的行写成草稿，加 --source {there} 再运行一次。"
        )
    entry = draft_table_source(name, job.plans, job.region, year, arguments.year, known)
    return str(entry.fields["id"]), entry


def _texts(topics: "DraftFiles", entry: "Entry | None") -> dict[str, str]:
    from ledger.content.record_lines import UnreadableTextError

    try:
        return topics.texts(entry)
    except UnreadableTextError:
        raise StopError(
            "要加草稿的文件里有一个列表写在 [ ] 里，没有写入。先改成每条另起一行，再导入。"
        ) from None


def _tell(changed: "Written", added: "Written | None", files: list[str], source: str | None) -> None:
    for change in changed.by_hand:
        print(f"{change.record} 写在花括号里，程序不改：请自己把 {change.field} 改成“{change.new}”")
    if changed.texts:
        print(
            f"已改 {len(changed.texts)} 个文件。公布过的数字、目标、期限改了，要在 corrections.yml 写更正："
        )
        print("运行 ledger diff main，会给出可以直接贴的一条。")
    if added is None:
        return
    for path in files:
        print(f"已写 {path}")
    if source:
        print(f"这张表登记成来源 {source}，也是草稿：标题、年份、时段照原表核对。")
    print(f"写了 {added.drafts} 条草稿（draft: true），没有公开。下一步：ledger review 一条一条确认。")
    for record in added.without_topic:
        print(f"{record.at} 看不出主题，没有写：加 --topic 主题编号再导入，或者自己写")
