"""`ledger new year` and `ledger new topic`: drafts, prepared from the dictionary and from the year before."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ledger.commands.asking import ask, unknown
from ledger.commands.exit_code import ExitCode, StopError
from ledger.commands.new_form import NewFiles, Request

if TYPE_CHECKING:
    from ledger.content.writer import Entry
    from ledger.importers.drafts.draft_files import DraftFiles, RegionFiles
    from ledger.importers.drafts.scaffold import Scaffold
    from ledger.model.commitment import Commitment

_LISTS = {"measures": "数字", "commitments": "承诺", "outcomes": "成效"}
_REVIEW = "原文里有的，填上内容和位置；没有的删去。ledger review 一条一条问，还缺什么它会说。"


def make_year(request: Request) -> NewFiles:
    """Make the draft of a document, and drafts for what the year before left open.

    Args:
        request: what is asked for.

    Raises:
        StopError: the document is there already.
    """
    from ledger.importers.drafts.scaffold import scaffold_source
    from ledger.importers.drafts.source_draft import source_id

    region, year, kind = (request.given[name] for name in ("region", "year", "kind"))
    files = _region_files(request)
    if there := files.find_document(request.given["title"], int(year), request.given.get("url")):
        raise StopError(
            f"这份文件已经在账里：来源 {there}，没有写入。要准备它的主题文件，运行 ledger new topic。"
        )
    id_ = source_id(region, int(year), kind, files.documents())
    given = {"id": id_, **{name: text for name, text in request.given.items() if name != "region"}}
    scaffold = _scaffold(request, files, id_)
    said = _offer(request, scaffold, int(year), kind)
    told = (f"来源 {id_}：草稿", *said)
    entry = scaffold_source(given, request.ledger.dictionary)
    step = f"ledger new topic {region} {year} 主题，准备词典里的指标。{_REVIEW}"
    return _new_files(scaffold.files, entry, told, step)


def _offer(request: Request, scaffold: "Scaffold", year: int, kind: str) -> list[str]:
    """Offer what a document of this kind speaks of, and say where that comes from."""
    if kind == "statistics":
        return []
    said = []
    promises = _promises(request)
    is_promised = any(
        (p.key.region, p.key.year) == (request.given["region"], year) for p in promises.values()
    )
    if kind in {"summary", "both"} and is_promised:
        count = scaffold.answer_promises(year, promises)
        said.append(f"{year} 年还没有下文的承诺：准备 {count} 条回答它们的成效")
    elif kind != "both":
        said.append(_continued(request, scaffold, year))
    if kind == "both":
        # The plan part is for the next year.
        said.append(_continued(request, scaffold, year + 1))
    return said


def make_topic(request: Request) -> NewFiles:
    """Make drafts for the indicators of a topic, and for what the year before left open in it.

    Args:
        request: what is asked for.

    Raises:
        StopError: it cannot be told which document they stand in.
    """
    year, topic = int(request.given["year"]), request.given["topic"]
    files = _region_files(request)
    scaffold = _scaffold(request, files, _source(request, files))
    count = scaffold.measure_indicators(year, topic)
    told = (f"词典里的指标，连同分子、分母，准备数字 {count} 条", _continued(request, scaffold, year, topic))
    return _new_files(scaffold.files, None, told, _REVIEW)


def _region_files(request: Request) -> "RegionFiles":
    from ledger.importers.drafts.draft_files import RegionFiles

    return RegionFiles(request.content, request.given["region"])


def _source(request: Request, files: "RegionFiles") -> str:
    """The document that was named, or the only one of the year."""
    year = request.given["year"]
    known = {id_: str(fields.get("title", "")) for id_, fields in files.documents().items()}
    of_year = [id_ for id_ in known if files.documents()[id_].get("year") == year]
    named = request.given.get("source")
    if named is None and len(of_year) == 1:
        return of_year[0]
    if named is None and sys.stdin.isatty() and known:
        named = ask("来源", "这些记录在哪一份文件里", known)
    if named in known:
        return str(named)
    if not known:
        raise StopError(
            f"这个地区还没有来源，先运行 ledger new year {files.region} {year}。",
            ExitCode.TOOL,
        )
    told = unknown("来源", named, known) if named else f"{year} 年不是只有一份来源，加上 --source"
    listed = "" if named else "：" + "、".join(known)
    raise StopError(f"{told}{listed}\n没有写入。", ExitCode.TOOL)


def _scaffold(request: Request, files: "RegionFiles", source: str) -> "Scaffold":
    from ledger.analysis.findings import analyse
    from ledger.importers.drafts.draft_files import DraftFiles
    from ledger.importers.drafts.scaffold import Scaffold

    names = request.ledger.dictionary.terms["verdict"]
    found = analyse(request.ledger).assessments
    unfinished = {
        id_: names[item.verdict.value].name for id_, item in found.items() if not item.verdict.is_finished
    }
    return Scaffold(DraftFiles(files, source), request.ledger, unfinished)


def _promises(request: Request) -> "Mapping[str, Commitment]":
    """Every promise; also those that nobody has confirmed, as far as the drafts can be read."""
    from ledger.content.loader import load_ledger

    with_drafts, _ = load_ledger(request.content, drafts=True)
    return (with_drafts or request.ledger).commitments


def _continued(request: Request, scaffold: "Scaffold", year: int, topic: str | None = None) -> str:
    from ledger.importers.drafts.scaffold import last_year

    before = last_year(request.ledger, request.given["region"], year)
    count = scaffold.continue_promises(year, topic)
    if before is None:
        return f"{year} 年以前没有内容，没有可以接续的承诺"
    return f"{before} 年没有了结的承诺：准备 {count} 条接续它们的承诺"


def _new_files(topics: "DraftFiles", entry: "Entry | None", told: tuple[str, ...], step: str) -> NewFiles:
    texts = topics.texts(entry)
    lines = [f"写：{topics.files.path('sources.yml')}"] if entry else []
    for key, file in sorted(topics.items()):
        if file.entries:
            counts = "、".join(f"{_LISTS[kind]} {len(found)} 条" for kind, found in file.entries.items())
            where = "加在已有的后面" if topics.files.text(key.name) else "新文件"
            lines.append(f"写：{topics.files.path(key.name)}（{where}）：{counts}")
    if not texts:
        lines.append("没有要写的。")
    return NewFiles(texts, (*told, *lines), step)
