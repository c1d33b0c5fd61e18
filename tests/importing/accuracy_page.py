"""The measured tables of `docs/developers/import-accuracy.md`, each between two comments that name it."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.importing.scoring import Score, total

PAGE = Path(__file__).parents[2] / "docs" / "developers" / "import-accuracy.md"
# Set → what it is, for readers, in the order of the page.
SETS = {
    "sources": "网站上的五份真实文件",
    "made_on": "写规则时看过的样文",
    "checked_on": "后来照着改过规则的样文",
    "held_out": "写规则的人没有看过、也没有听说过的样文",
}
ROWS = {
    "outline": "提纲",
    "figures": "数字",
    "redactions": "隐去",
    "targets": "目标",
    "baselines": "原数",
    "changes": "变化",
    "commitments": "承诺",
    "outcomes": "成效",
    "problems": "问题",
    "names": "名称",
    "indicators": "指标",
    "topics": "主题",
    "year": "年份",
}


def tables_of(name: str, documents: Mapping[str, Mapping[str, Score]], as_of: date | None = None) -> str:
    """Put what was measured of one set into two Markdown tables.

    Args:
        name: of the set.
        documents: scores by document and row.
        as_of: up to when the content goes that the documents were held against.
    """
    sums = total(documents)
    head = ["文件", *ROWS.values()]
    dated = [f"对照的是账面截止日 {as_of} 的内容。", ""] if as_of else []
    lines = [f"### {SETS.get(name, name)}（{len(documents)} 份）", "", *dated]
    lines += [_line(head), _line(["---"] * len(head))]
    for title, scores in documents.items():
        lines.append(_line([f"`{title.removeprefix(name + '/')}`", *(_shares(scores[row]) for row in ROWS)]))
    lines.append(_line(["合计", *(_shares(sums[row]) for row in ROWS)]))
    lines += ["", _line(["合计的件数", *ROWS.values()]), _line(["---"] * len(head))]
    lines.append(_line(["应有", *(str(sums[row].expected) for row in ROWS)]))
    # Of curated content no place is a surplus, so none are counted as found.
    found = (str(sums[row].found) if sums[row].found or not sums[row].hits else "–" for row in ROWS)
    lines.append(_line(["找出", *found]))
    lines.append(_line(["一致", *(str(sums[row].hits) for row in ROWS)]))
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shares(score: Score) -> str:
    """Recall and precision in whole percent, rounded down, so that only all is 100."""
    if not score.expected and not score.found:
        return ""
    return " / ".join(
        "–" if not whole else str(100 * score.hits // whole) for whole in (score.expected, score.found)
    )


def write_tables(name: str, tables: str, page: Path = PAGE) -> None:
    """Put the tables of a set in the place of the old ones.

    Args:
        name: of the set.
        tables: Markdown.
        page: the file.

    Raises:
        ValueError: the page has no place for them.
    """
    text = page.read_text(encoding="utf-8")
    begin, end = _marks(name)
    if begin not in text or end not in text:
        raise ValueError(name)
    before, _, rest = text.partition(begin)
    page.write_text(f"{before}{begin}\n\n{tables}\n\n{end}{rest.partition(end)[2]}", encoding="utf-8")


def read_tables(name: str, page: Path = PAGE) -> str:
    """The tables of a set as they stand on the page.

    Args:
        name: of the set.
        page: the file.
    """
    begin, end = map(re.escape, _marks(name))
    found = re.search(rf"{begin}\n\n(.*?)\n\n{end}", page.read_text(encoding="utf-8"), re.DOTALL)
    return found[1] if found else ""


def _marks(name: str) -> tuple[str, str]:
    return f"[//]: # (measured: {name})", f"[//]: # (end: {name})"
