"""What `ledger import` says of a document: read, left out, mended, found, and what to look at first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.importers.drafts.draft_files import DraftFile
    from ledger.importers.drafts.import_plan import ImportPlan
    from ledger.importers.reading import Reading
    from ledger.model.dictionary import Dictionary
    from ledger.problems import Problem

_FEW = 5
_MANY = 12
_DOUBT = "请核对："
_UNKNOWN_UNIT = "MZ016"
_LISTS = {"measures": "数字", "commitments": "承诺", "outcomes": "成效", "problems": "问题"}
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
        _found(plan, dictionary, most),
        _eyes_first(plan, problems, most),
        _nothing_found(plan, most),
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


def _found(plan: "ImportPlan", dictionary: "Dictionary", most: int | None) -> Iterator[str]:
    yield "找到的，都写成草稿："
    order = list(dictionary.topics)
    files = sorted(plan.drafts.items(), key=lambda item: (item[0].year, order.index(item[0].topic)))
    for year in dict.fromkeys(key.year for key, _ in files):
        of_year = [(key, file) for key, file in files if key.year == year]
        yield f"  {year} 年，{len(of_year)} 个主题：{_told([file for _, file in of_year])}"
        for key, file in of_year if most is None else ():
            yield f"    {dictionary.topics[key.topic].name}：{_told([file])}"
    if not files:
        yield "  一条也没有。请看看文件是不是读对了。"


def _told(files: "list[DraftFile]") -> str:
    counts = {name: sum(len(file.entries.get(kind, ())) for file in files) for kind, name in _LISTS.items()}
    hidden = sum(
        entry.fields.get("value") == "redacted"
        for file in files
        for entry in file.entries.get("measures", ())
    )
    told = "，".join(f"{name} {count}" for name, count in counts.items() if count)
    return told + (f"（其中隐去 {hidden}）" if hidden else "")


def _eyes_first(plan: "ImportPlan", problems: "Sequence[Problem]", most: int | None) -> Iterator[str]:
    """Tell what to look at first: the year, what is wrong, and each doubt once with its records."""
    lines = [*_year_doubts(plan), *_wrong(problems), *_doubts(plan, most)]
    if lines:
        yield "请先看这些："
        yield from _some((f"  {line}" for line in lines), len(lines), None if most is None else _MANY)


def _year_doubts(plan: "ImportPlan") -> Iterator[str]:
    fields = plan.document.fields
    if fields.get("year_basis") != "stated":
        yield f"年份 {fields['year']} 是推断的：{fields.get('year_reason', '文件没有写明')}"


def _wrong(problems: "Sequence[Problem]") -> Iterator[str]:
    # A unit that the table lacks is a doubt of its record already, told with its sentence.
    others = [item for item in problems if item.code != _UNKNOWN_UNIT]
    yield from (f"{item.path}:{item.line} {item.code} {item.message}" for item in others)


def _doubts(plan: "ImportPlan", most: int | None) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for key, file in plan.drafts.items():
        for entry in (entry for entries in file.entries.values() for entry in entries):
            where = f"{key.year}/{key.topic} {entry.fields['id']}（{entry.fields.get('at', '')}）"
            for comment in entry.comments[1:]:
                if comment.startswith(_DOUBT):
                    found.setdefault(comment.removeprefix(_DOUBT), []).append(where)
    for doubt, places in found.items():
        shown = places[:most]
        more = f" 等 {len(places)} 条" if len(places) > len(shown) else ""
        yield f"{doubt}——{'、'.join(shown)}{more}"


def _nothing_found(plan: "ImportPlan", most: int | None) -> Iterator[str]:
    from ledger.importers.passage import Role

    passages = plan.extraction.passages
    headings = {heading for item in passages for heading in item.headings}
    left = [
        item
        for index, item in enumerate(passages)
        if index not in plan.used and item.role is not Role.FRAME and item.text not in headings
    ]
    if left:
        yield f"没有写成草稿的句子：{len(left)} 句（漏了的，review 时按 a 补）"
        yield from _some((f"  {item.at}　{_short(item.text, most)}" for item in left), len(left), most)


def _missed(reading: "Reading") -> Iterator[str]:
    if reading.shortfalls:
        yield "这份文件里没有读到的："
        yield from (f"  {_SHORTFALLS[item.value]}" for item in reading.shortfalls)
    yield "程序做不到的，要靠人看："
    yield from (f"  {line}" for line in _LIMITS)


def _short(text: str, most: int | None) -> str:
    line = " ".join(text.split())
    return line if most is None or len(line) <= 30 else f"{line[:30]}……"
