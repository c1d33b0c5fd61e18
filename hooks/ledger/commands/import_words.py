"""What `ledger import` says of a document: read, left out, mended, found, and what to look at first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.importers.drafts.import_plan import ImportPlan
    from ledger.importers.reading import Reading
    from ledger.model.dictionary import Dictionary
    from ledger.problems import Problem

_FEW = 5
_FORMS = {"docx": "Word 文件", "txt": "文本文件", "html": "网页", "pdf": "PDF 文件", "pasted": "粘贴的文字"}
_REASONS = {
    "navigation": "网站导航",
    "reposter": "转载网站加的话",
    "legal": "声明和版权",
    "related": "相关文章和广告",
    "page_furniture": "页眉页脚",
    "repeated_title": "重复的标题",
}
_SHORTFALLS = {
    "pictures": "文件里有图片，图里的字没有读；请对照原件补录",
    "some_pages_without_text": "PDF 有几页没有文字层，那几页没有读",
    "tracked_changes": "文件里有没有接受的修订；请在 Word 里接受或拒绝以后再导入",
    "text_boxes": "文本框里的字可能没有读到，或者位置不对",
    "footnotes": "脚注和尾注没有归进正文",
    "formulas": "公式没有读",
    "unreadable_characters": "有些字读不出来",
}
_LIMITS = (
    "图片、扫描件、手写的字和印章；",
    "跨好几句才说全的数字（“上述两项共……”），和要靠常识补全的指代；",
    "表里没有写明单位、合并得很乱的表格；",
    "用自己的话重写：承诺、成效、问题的文字是原文的话，要由人改写；",
    "判断原文写得对不对：数字照抄，互相对不上的由 ledger check 指出。",
)


def report(
    plan: "ImportPlan", problems: "Sequence[Problem]", dictionary: "Dictionary", *, whole: bool
) -> list[str]:
    """Say what was found in a document, part by part.

    Args:
        plan: what the import writes.
        problems: what is wrong in the drafts.
        dictionary: names of topics.
        whole: whether every list is given whole, as in the report file.
    """
    reading = plan.extraction.reading
    most = None if whole else _FEW
    parts = (
        _read(plan),
        _dropped(reading, most),
        _mended(reading, most),
        _found(plan, dictionary),
        _eyes_first(plan, problems, most),
        _missed(reading),
    )
    return [line for part in parts for line in part]


def _read(plan: "ImportPlan") -> Iterator[str]:
    reading, passages = plan.extraction.reading, plan.extraction.passages
    encoding = f"，编码 {reading.encoding}" if reading.encoding else ""
    yield f"读到：{reading.name or '标准输入'}（{_FORMS.get(reading.form, reading.form)}{encoding}）"
    tables = sum(bool(block.rows) for block in reading.blocks)
    paragraphs = len(reading.blocks) - tables
    yield f"  {paragraphs} 段，{tables} 张表，分成 {len(passages)} 句；来源编号 {plan.source}"


def _some(lines: Iterable[str], total: int, most: int | None) -> Iterator[str]:
    yield from islice(lines, most)
    if most is not None and total > most:
        yield f"  …… 还有 {total - most} 处，见报告文件"


def _dropped(reading: "Reading", most: int | None) -> Iterator[str]:
    dropped = reading.dropped
    if dropped:
        yield f"没有当作正文的：{len(dropped)} 处"
        lines = (f"  {_REASONS[item.reason.value]}：{_short(item.text, most)}" for item in dropped)
        yield from _some(lines, len(dropped), most)


def _mended(reading: "Reading", most: int | None) -> Iterator[str]:
    repairs = [repair for block in reading.blocks for repair in block.repairs]
    if repairs:
        yield f"读的时候修过的字：{len(repairs)} 处（原样 → 修复，都要对照原文）"
        yield from _some((f"  {item.raw} → {item.mended}" for item in repairs), len(repairs), most)


def _found(plan: "ImportPlan", dictionary: "Dictionary") -> Iterator[str]:
    yield "找到的，都写成草稿："
    order = list(dictionary.topics)
    for key, file in sorted(plan.drafts.items(), key=lambda item: (item[0].year, order.index(item[0].topic))):
        entries = file.entries
        values = Counter(str(entry.fields.get("value")) for entry in entries.get("measures", ()))
        counts = {
            "数字": values.total(),
            "承诺": len(entries.get("commitments", ())),
            "成效": len(entries.get("outcomes", ())),
            "问题": len(entries.get("problems", ())),
        }
        told = "，".join(f"{name} {count}" for name, count in counts.items() if count)
        hidden = f"（其中隐去 {values['redacted']}）" if values["redacted"] else ""
        yield f"  {key.year} {dictionary.topics[key.topic].name}：{told}{hidden}"
    if not plan.drafts:
        yield "  一条也没有。请看看文件是不是读对了。"


def _eyes_first(plan: "ImportPlan", problems: "Sequence[Problem]", most: int | None) -> Iterator[str]:
    doubts = [
        (entry.fields.get("id"), key, comment)
        for key, file in plan.drafts.items()
        for entries in file.entries.values()
        for entry in entries
        for comment in entry.comments[1:]
        if comment.startswith("请核对")
    ]
    if doubts:
        yield f"最要先看的：{len(doubts)} 处没有把握"
        lines = (f"  {key.year}/{key.topic} {id_}　{text}" for id_, key, text in doubts)
        yield from _some(lines, len(doubts), most)
    if problems:
        yield f"还不能确认的：{len(problems)} 处有错，确认以前要改好"
        lines = (f"  {item.path}:{item.line} {item.code} {item.message}" for item in problems)
        yield from _some(lines, len(problems), most)


def _missed(reading: "Reading") -> Iterator[str]:
    if reading.shortfalls:
        yield "这份文件里没有读到的："
        yield from (f"  {_SHORTFALLS[item.value]}" for item in reading.shortfalls)
    yield "程序做不到的，要靠人看："
    yield from (f"  {line}" for line in _LIMITS)


def _short(text: str, most: int | None) -> str:
    line = " ".join(text.split())
    return line if most is None or len(line) <= 30 else f"{line[:30]}……"
