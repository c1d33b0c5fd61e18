"""`ledger audit`: what the figures say to each other, as figures."""

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ledger.analysis.agreement import Obstacle
from ledger.analysis.audit import Audit, Check, audit
from ledger.analysis.disclosure import Disclosure, disclosure_by_source
from ledger.analysis.findings import Findings, analyse
from ledger.analysis.verdict import Flag
from ledger.commands.exit_code import ExitCode
from ledger.commands.trial import sound_ledger

_CHECKS = {
    Check.RATE: "比率与分子、分母",
    Check.TOTAL: "总数与各部分",
    Check.CHANGE: "前后两个数与变化量",
    Check.CLAIM: "说法与数字",
    Check.RETELLING: "同一件事的几处数字",
    Check.DATE: "时段、期限与日期",
}
_OBSTACLES = {
    Obstacle.REDACTED: "隐去",
    Obstacle.NOT_GIVEN: "没有写明",
    Obstacle.QUALIFIED: "只是大约或上下限",
    Obstacle.UNITS: "单位不同",
}


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """


def run(arguments: argparse.Namespace) -> int:
    """Check the content and print what its figures say to each other.

    Args:
        arguments: the parsed command line.
    """
    ledger = sound_ledger(arguments.content)
    findings = analyse(ledger)
    by_source = disclosure_by_source(ledger, findings.missing)
    names = {id_: term.name for id_, term in ledger.dictionary.terms["flag"].items()}
    print(_table(("核对", "能核对", "一致", "不一致", "无法核对"), map(_check, audit(findings))))
    print(_table(("公开了多少", "公开", "隐去", "未见报告", "隐去比例"), _disclosures(by_source)))
    print(_table(("历年", "处"), _years(findings, names)))
    return ExitCode.GOOD


def _check(item: Audit) -> Sequence[str]:
    why = "，".join(f"{_OBSTACLES[obstacle]} {count}" for obstacle, count in item.unchecked.items())
    unchecked = item.unchecked.total()
    counts = (item.checked, item.agreeing, item.differing)
    return (_CHECKS[item.check], *map(str, counts), f"{unchecked}（{why}）" if why else str(unchecked))


def _disclosures(by_source: Mapping[str, Disclosure]) -> Iterable[Sequence[str]]:
    yield from (_disclosure(id_, counts) for id_, counts in by_source.items())
    counts = by_source.values()
    total = Disclosure(
        sum(item.disclosed for item in counts),
        sum(item.redacted for item in counts),
        sum(item.not_reported for item in counts),
    )
    yield _disclosure("合计", total)


def _disclosure(name: str, counts: Disclosure) -> Sequence[str]:
    numbers = (counts.disclosed, counts.redacted, counts.not_reported)
    return (name, *map(str, numbers), f"{counts.redacted_share:.1f}%")


def _years(findings: Findings, names: Mapping[str, str]) -> Iterable[Sequence[str]]:
    flags = Counter(flag for item in findings.assessments.values() for flag in item.flags)
    linked = sum(item.is_linked for item in findings.successions)
    breaks = sum(len(series.breaks) for items in findings.series.values() for series in items)
    yield "接续上一年的承诺", str(linked)
    yield "没有写明接续、文字与上一年相同的承诺", str(len(findings.successions) - linked)
    yield from ((names[flag.value], str(flags[flag])) for flag in Flag)
    yield "同一指标的数字断开", str(breaks)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, *rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )


def _width(text: str) -> int:
    """Columns of a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
