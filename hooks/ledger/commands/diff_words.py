"""What `ledger diff` says: for a terminal, for a program, for the summary of a CI run."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from ledger.problems import Problem
from ledger.revisions.comparison import Change, Difference, Kind
from ledger.revisions.demand import Content
from ledger.revisions.duty import Judged, Standing
from ledger.revisions.snapshot import TABLES, describe

_TABLES = dict(zip(TABLES, ("数字", "承诺", "成效", "自述问题", "文件"), strict=True))
_KINDS = {Kind.ADDED: "新增", Kind.CHANGED: "改动", Kind.REMOVED: "去掉"}
_STANDINGS = {
    Standing.FREE: "",
    Standing.UPDATE: "结论随新的报告或账面截止日更新，不用写更正",
    Standing.CORRECTED: "已写更正",
    Standing.OWED: "缺更正",
}
_LONGEST_CELL = 80
_CONTEXT = 12
# A step summary of GitHub holds 1 MiB; the rest is for the sentences at its end.
_MOST_BYTES = 850_000
_SIGNS = re.compile(r"[\\`*_{}\[\]()#+!|~$:@-]")


@dataclass(frozen=True)
class Report:
    """Everything a comparison found.

    Args:
        base: what was compared with, on one line.
        judged: the differences, in their order.
        problems: the corrections that are owed, contradict what is published, or were taken back.
        apart: columns that only one side has.
        content: the working content.
    """

    base: str
    judged: Sequence[Judged]
    problems: Sequence[Problem]
    apart: Sequence[str]
    content: Content

    def groups(self) -> Iterator[tuple[str, list[Judged]]]:
        """Gather the differences by region, year and topic, each group with its heading."""
        for place, items in groupby(self.judged, key=lambda item: item.difference.place):
            yield self._heading(place), list(items)

    def _heading(self, place: tuple[str, str, str]) -> str:
        region, year, topic = place
        ledger = self.content.ledger
        region_name = ledger.regions[region].name if region in ledger.regions else region
        topics = ledger.dictionary.topics
        topic_name = topics[topic].name if topic in topics else topic
        return _plain(f"{region_name} {year}年 {topic_name or '文件'}")

    def counts(self) -> list[str]:
        """Count the differences, all of them first and then by table."""
        counted = Counter((item.difference.table, item.difference.kind) for item in self.judged)
        total = Counter(item.difference.kind for item in self.judged)
        lines = ["，".join(f"{word} {total[kind]} 条" for kind, word in _KINDS.items())]
        lines += [
            f"{name}：" + "，".join(f"{word} {counted[table, kind]}" for kind, word in _KINDS.items())
            for table, name in _TABLES.items()
            if any(counted[table, kind] for kind in _KINDS)
        ]
        return lines

    def closing(self) -> str:
        """Say what must be done next."""
        owed = len(self.problems)
        if owed:
            return f"更正有 {owed} 处要补或要改：按上面每一处的“改法”改好，再运行一次。"
        told = sum(item.standing is Standing.CORRECTED for item in self.judged)
        if told:
            return f"公开过的数字、目标和结论有 {told} 处改动，都已写了更正，可以提交。"
        return "公开过的数字、目标和结论没有改动，不用写更正，可以提交。"

    def apart_words(self) -> str:
        """Name the columns that were not compared, or nothing."""
        return f"这些列只有一边有，没有比较：{_plain('、'.join(self.apart))}" if self.apart else ""


def text(report: Report) -> str:
    """Write a report for a terminal.

    Args:
        report: the report.
    """
    total, *tables = report.counts()
    lines = [f"与 {report.base} 比较：{total}。", *(f"  {line}" for line in tables)]
    lines += filter(None, [report.apart_words()])
    for heading, items in report.groups():
        # A CI obeys lines that begin with some signs, and a region may be called by them.
        lines += ["", f"— {heading}"]
        for item in items:
            lines.append(f"  {_title(item, report)}")
            lines += [f"      {_change(item, change, report)}" for change in item.difference.changes]
    lines += ["", *map(str, report.problems)] if report.problems else []
    return "\n".join([*lines, "", report.closing()])


def markdown(report: Report) -> str:
    """Write a report as Markdown, for the summary of a CI run; no line begins with a text of the content.

    Args:
        report: the report.
    """
    total, *tables = report.counts()
    lines = ["## 内容的改动", "", f"与 {_escaped(report.base)} 比较：{total}。{report.closing()}", ""]
    lines += [f"- {line}" for line in tables]
    lines += [f"- {_escaped(report.apart_words())}"] if report.apart else []
    if report.problems:
        lines += ["", "### 要补或要改的更正", ""]
        for problem in report.problems:
            place = f"{problem.path}:{problem.line}:{problem.column}"
            lines.append(f"- {_escaped(place)} {problem.code} {_escaped(problem.message)}")
            lines.append(f"  - 改法：{_escaped(problem.mend)}")
    sections = [list(_section(heading, items, report)) for heading, items in report.groups()]
    return _within_limit(lines, sections)


def as_json(report: Report) -> str:
    """Write a report for a program.

    Args:
        report: the report.
    """
    found = {
        "base": report.base,
        "counts": {
            kind.value: sum(item.difference.kind is kind for item in report.judged) for kind in _KINDS
        },
        "columns_not_compared": list(report.apart),
        "differences": [_object(item, report) for item in report.judged],
        "problems": [
            {"path": problem.path, "line": problem.line, "column": problem.column, "width": problem.width}
            | {"code": problem.code, "message": problem.message, "mend": problem.mend}
            for problem in report.problems
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _section(heading: str, items: list[Judged], report: Report) -> Iterator[str]:
    yield from ("", f"### {_escaped(heading)}", "")
    for item in items:
        yield f"- {_escaped(_title(item, report))}"
        for change in item.difference.changes:
            yield f"  - {_escaped(_change(item, change, report))}"


def _within_limit(lines: list[str], sections: list[list[str]]) -> str:
    size = len("\n".join(lines).encode())
    kept = 0
    for section in sections:
        size += len("\n".join(section).encode()) + 1
        if size > _MOST_BYTES:
            break
        lines += section
        kept += 1
    if kept < len(sections):
        lines += ["", f"还有 {len(sections) - kept} 组改动太长，没有列出；在本机运行 ledger diff 看全部。"]
    # Even the missing corrections alone may be too long.
    whole = "\n".join(lines).encode()
    return whole[:_MOST_BYTES].decode(errors="ignore")


def _object(item: Judged, report: Report) -> dict[str, object]:
    difference = item.difference
    region, year, topic = difference.place
    return {
        "kind": difference.kind.value,
        "table": difference.table,
        "id": difference.id,
        "name": _name(difference),
        "region": region,
        "year": year,
        "topic": topic,
        "path": report.content.path_of(difference),
        "correction": item.standing.value,
        "same_as": difference.same_as,
        "changes": [
            {"column": change.column, "from": change.before, "to": change.after}
            for change in difference.changes
        ],
    }


def _title(item: Judged, report: Report) -> str:
    difference = item.difference
    words = [
        f"{_KINDS[difference.kind]}{_TABLES[difference.table]}",
        _plain(difference.id),
        f"“{_cut(_name(difference))}”（{_plain(report.content.path_of(difference))}）",
    ]
    if _STANDINGS[item.standing]:
        words.append(f"【{_STANDINGS[item.standing]}】")
    if difference.same_as:
        words.append(f"同样的内容现在编号是 {_plain(difference.same_as)}：改编号算去掉一条、新增一条")
    return " ".join(words)


def _name(difference: Difference) -> str:
    row = difference.row
    return row.get("name") or row.get("text") or row.get("title") or ""


def _change(item: Judged, change: Change, report: Report) -> str:
    described = describe(item.difference.table, change.column)
    column = f"{re.split('[，；：]', described)[0]} {change.column}".strip()
    vocabulary = re.search(r"词表 (\w+)", described)
    terms = report.content.ledger.dictionary.terms.get(vocabulary[1], {}) if vocabulary else {}
    cells = [
        ";".join(terms[code].name if code in terms else code for code in cell.split(";"))
        for cell in (change.before, change.after)
    ]
    # Of long texts only what follows their common beginning tells them apart.
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(*cells, strict=False))
    same = len(list(alike)) - _CONTEXT
    is_long = max(map(len, cells)) > _LONGEST_CELL
    shown = [f"…{cell[same:]}" if is_long and same > 0 else cell for cell in cells]
    before, after = (f"“{_cut(cell)}”" if cell else "（空）" for cell in shown)
    return f"{_plain(column)}：{before} → {after}"


def _cut(cell: str) -> str:
    plain = _plain(cell)
    return plain if len(plain) <= _LONGEST_CELL else plain[:_LONGEST_CELL] + "…"


def _plain(text_: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text_)


def _escaped(text_: str) -> str:
    html = text_.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(lambda sign: f"\\{sign.group()}", html)
