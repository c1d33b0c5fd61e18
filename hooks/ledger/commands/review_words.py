"""How a draft looks in a terminal: its sentence, its fields by their names, what is wrong, and the keys."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.commands.review_draft import Draft
    from ledger.commands.review_sentence import Sentence
    from ledger.content.writer import Value
    from ledger.problems import Problem

WIDTH = 80
# What stands before the id proper in a full id, and the claim that says nothing.
_BEFORE_ID = re.compile(r"\b[a-z][a-z0-9-]*-(?=[mco][0-9]+\b)")
_USUAL = ("claim", "stated")
# How many wrong drafts are named at the end.
_MOST_LISTED = 10
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
KEYS = "y 接受  m 改  t 换主题  d 删  s 跳过  u 回退  q 退出  ? 全部键"
SENTENCE_KEYS = "y 接受  1-9 单看一条  r 去重复  a 补一条  s 跳过  u 回退  q 退出  ? 全部键"
HELP = """\
一句话里有好几条时：
y 或回车  接受这一句里没有疑问（!）也没有错（✗）的；有疑问的接着一条一条看
1-9       单看一条：改、删、换主题、单独接受
r         去重复：删去只把数字又说了一遍的成效（=）
d         整句不要：这一句的每一条都删（会再问一次）
g         合并：两条说的是一件事，并成一条
a         补一条：程序漏了的数字、承诺、成效、问题
一条一条看时：
y 或回车  接受：对照原文没有错，就公开它
m         改一个字段：先写前面的号，再在原来的值上改；没有的字段写它的英文名，
          牵头单位、期限这类字段（lead support owner due note）上次写的值已经填好，
          回车就照用
t         换主题：移到别的主题文件，引用它的一起改
w         单位表里没有这个单位：加进去
e         在自己的编辑器里改这一条（用环境变量 EDITOR 指定的程序）
d         删：这一条不要
什么时候都可以：
D         （大写）这个主题文件里剩下的草稿全删：要写出条数才删；没有全部接受的键
s         跳过：这次不看，下次再看
u         回退：撤销上一步
q         退出：已做的都存好了，下次从剩下的第一句接着看
文字和原文一字不差、又有 15 个字以上的，接受时会问一次：在原句上改成自己的话，
或者直接回车照用。每一步都马上写进内容文件；自己打开那个文件，去掉 draft: true 一行也是一样的。"""


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
    from ledger.commands.review_sentence import is_copied

    yield "─" * (WIDTH // 2)
    yield from folded(f"{place}  {KINDS[draft.record.kind]} {draft.record.id}")
    for comment in draft.record.comments:
        yield from folded(comment, "    ")
    for number, (name, value) in enumerate(shown(draft), 1):
        yield from folded(f"  {number} {NAMES.get(name, name)} {name}: {plain(value)}", "      ")
    yield from _problem_lines(problems)
    if is_copied(draft):
        yield "  提醒：文字和原文一字不差，接受时请改成自己的话。"


def _problem_lines(problems: "list[Problem]") -> Iterator[str]:
    for problem in problems:
        yield from folded(f"  ✗ {problem.code} {problem.message}", "    ")
        yield from folded(f"    改法：{problem.mend}", "    ")


def sentence_lines(
    sentence: "Sentence", place: str, problems: "Callable[[Draft], list[Problem]]", names: Mapping[str, str]
) -> Iterator[str]:
    """Show a sentence once, and under it every draft on a line or two.

    Args:
        sentence: the sentence.
        place: how far the review has come.
        problems: what is wrong with a draft.
        names: names of topics and indicators by their ids.
    """
    from ledger.commands.review_sentence import is_doubtful, repeats

    yield "─" * (WIDTH // 2)
    yield from folded(place)
    yield from folded(f"原文：{sentence.text}", "    ")
    for number, draft in enumerate(sentence.drafts, 1):
        wrong = problems(draft)
        sign = (
            "✗" if wrong else "!" if is_doubtful(draft) else "=" if repeats(draft, sentence.drafts) else " "
        )
        topic = (
            f"{draft.file.parts[-2]} {names.get(draft.file.stem, draft.file.stem)}" if draft.prefix else ""
        )
        kind = KINDS[draft.record.kind]
        yield from folded(f" {sign}{number} {kind}　{in_short(draft, names)}　〔{topic}〕", "        ")
        for comment in draft.record.comments[1:]:
            yield from folded(f"      {comment}", "        ")
        for line in _problem_lines(wrong):
            yield f"    {line}"


def in_short(draft: "Draft", names: Mapping[str, str]) -> str:
    """Say the whole of a draft on one line: what, how much, and what it is tied to.

    Args:
        draft: the draft.
        names: names of indicators by their ids.
    """
    fields = {name: plain(value) for name, value in shown(draft)}
    value = {"redacted": "（隐去）", "not_reported": "（没有数值）"}.get(
        fields.get("value", ""), fields.get("value")
    )
    what = fields.get("name") or fields.get("text") or names.get(fields.get("indicator", ""), "")
    amount = f"　{fields.get('qualifier', '')} {value} {fields.get('unit', '')}" if value else ""
    if what == names.get(fields.get("indicator", "")):
        fields.pop("indicator", None)
    first = {"id", "source", "name", "text", "value", "unit", "qualifier", "at"}
    rest = [
        f"{NAMES.get(name, name)} {names.get(text) or _BEFORE_ID.sub('', text)}"
        for name, text in fields.items()
        if name not in first and (name, text) != _USUAL
    ]
    return f"{what}{amount}" + (f"　（{'；'.join(rest)}）" if rest else "")


def left_lines(
    drafts: "Sequence[Draft]",
    problems: "Callable[[Draft], list[Problem]]",
    skipped: "Container[tuple[Path, str, str]]",
) -> Iterator[str]:
    """Say of the drafts that are left why they are: wrong, left for another time, or not looked at yet.

    Args:
        drafts: the drafts that are left.
        problems: what is wrong with a draft.
        skipped: drafts that were left for another time.
    """
    wrong = [draft for draft in drafts if problems(draft)]
    passed = sum(draft.key in skipped and draft not in wrong for draft in drafts)
    if wrong:
        yield f"{len(wrong)} 条有错，改好才能接受："
    for draft in wrong[:_MOST_LISTED]:
        problem = problems(draft)[0]
        yield f"  {draft.id} {problem.code} {problem.message}"
    if len(wrong) > _MOST_LISTED:
        yield f"  ……共 {len(wrong)} 条，ledger review --doubtful 只看它们"
    if passed:
        yield f"{passed} 条这次跳过了。"
    if rest := len(drafts) - len(wrong) - passed:
        yield f"{rest} 条还没有确认。"


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
