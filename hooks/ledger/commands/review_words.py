"""How a draft looks in a terminal: its sentence, its fields by their names, what is wrong, and the keys."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.commands.review_draft import Draft
    from ledger.content.writer import Value
    from ledger.problems import Problem

WIDTH = 80
KINDS = {
    "sources.yml": "来源",
    "measures": "数字",
    "commitments": "承诺",
    "outcomes": "成效",
    "problems": "问题",
}
NAMES = {
    "id": "编号",
    "source": "来源",
    "indicator": "指标",
    "name": "名称",
    "value": "数值",
    "unit": "单位",
    "qualifier": "限定词",
    "period": "时段",
    "baseline": "原来的数",
    "change": "变化量",
    "numerator": "分子",
    "denominator": "分母",
    "part_of": "是哪条的一部分",
    "parts": "各部分列全",
    "commitment": "回答的承诺",
    "text": "文字",
    "target": "目标",
    "due": "期限",
    "lead": "牵头单位",
    "support": "配合单位",
    "owner": "谁的承诺",
    "continues": "接续哪条承诺",
    "claim": "机构自己的说法",
    "measures": "用到的数字",
    "addressed_by": "回应的承诺",
    "raw": "原样",
    "repaired": "修复",
    "at": "位置",
    "note": "说明",
    "title": "标题",
    "kind": "种类",
    "publisher": "发布机构",
    "number": "文号",
    "index_number": "索引号",
    "written": "成文日期",
    "published": "发布日期",
    "reposter": "转载者",
    "reposted": "转载日期",
    "url": "网址",
    "year": "年份",
    "year_basis": "年份依据",
    "year_reason": "年份理由",
    "plan_period": "计划时段",
    "completeness": "是否完整",
    "completeness_note": "完整说明",
    "legibility": "是否清楚",
    "legibility_note": "清楚说明",
    "masking_note": "隐去说明",
}
KEYS = "y 接受  m 改  e 编辑器  d 删  s 跳过  u 回退  a 其余  q 退出  ? 帮助"
HELP = """\
y 或回车  接受：对照原文没有错，就公开它
m         改一个字段：先写字段前面的号，再写新的值；没有的字段写它的英文名
e         在自己的编辑器里改这一条（用环境变量 EDITOR 指定的程序）
d         删：这一条不要
s         跳过：以后再看
u         回退：撤销上一步
a         同一文件里剩下的，没有错的全部接受（会再问一次）
q         退出：已做的都存好了，下次接着看
每一步都马上写进内容文件；自己用编辑器打开那个文件，去掉 draft: true 一行也是一样的。"""
_SENTENCE = "原文："
_LEAST_COPIED = 8


def width(text: str) -> int:
    """Count the columns of a terminal that a text takes: Chinese characters take two.

    Args:
        text: one line.
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def folded(text: str, margin: str = "") -> Iterator[str]:
    """Break a text into lines that fit a terminal.

    Args:
        text: the text.
        margin: what every line but the first begins with.
    """
    line = ""
    for character in text:
        if width(line) + width(character) > WIDTH - 1:
            yield line
            line = margin
        line += character
    yield line


def draft_lines(draft: "Draft", place: str, problems: "list[Problem]") -> Iterator[str]:
    """Show a draft.

    Args:
        draft: the draft.
        place: how far the review has come, and where the draft stands.
        problems: what is wrong with it.
    """
    yield "─" * (WIDTH // 2)
    yield from folded(f"{place}  {KINDS[draft.record.kind]} {draft.record.id}")
    for comment in draft.record.comments:
        yield from folded(comment, "    ")
    for number, (name, value) in enumerate(shown(draft), 1):
        yield from folded(f"  {number} {NAMES.get(name, name)} {name}: {plain(value)}", "      ")
    for problem in problems:
        yield from folded(f"  ✗ {problem.code} {problem.message}", "    ")
        yield from folded(f"    改法：{problem.mend}", "    ")
    if is_copied(draft):
        yield "  提醒：文字和原文一字不差。请用自己的话写（按 m 改）。"


def shown(draft: "Draft") -> "list[tuple[str, Value]]":
    """Give the fields of a draft that are shown, in their order.

    Args:
        draft: the draft.
    """
    return [(name, value) for name, value in draft.record.fields.items() if name != "draft"]


def plain(value: "Value") -> str:
    """Write a value for people.

    Args:
        value: the value.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {plain(item)}" for name, item in value.items()) + "}"
    return "[" + ", ".join(map(plain, value)) + "]"


def is_copied(draft: "Draft") -> bool:
    """Tell whether the text of a draft is that of its document, word for word.

    Args:
        draft: the draft.
    """
    text = str(draft.record.fields.get("text", ""))
    sentences = (comment for comment in draft.record.comments if comment.startswith(_SENTENCE))
    bare = (sentence.translate({ord("⟦"): None, ord("⟧"): None}) for sentence in sentences)
    return len(text) >= _LEAST_COPIED and any(text in sentence for sentence in bare)
