"""The words in which the plan of an import is told."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ledger.importers.tables.cell_values import Doubt
from ledger.importers.tables.mapping import Mapped, TableKind, field_name
from ledger.importers.tables.office_tables import office_words
from ledger.importers.tables.sheet import Remark, SheetRemark, TableFile, cell_name
from ledger.importers.tables.table_changes import FieldChange, Refusal, TableChanges
from ledger.importers.tables.table_record import LeftOut, RecordKind, TablePlan, TableRecord
from ledger.problems import Problem, printable

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

_KINDS = {
    TableKind.TASK_LIST: "任务分解表",
    TableKind.SELF_ASSESSMENT: "自评表",
    TableKind.INDICATOR_TABLE: "指标表",
    TableKind.LIVELIHOOD: "民生实事进度表",
}
_RECORDS = {
    RecordKind.COMMITMENT: "承诺",
    RecordKind.MEASURE: "数字",
    RecordKind.OUTCOME: "成效",
    RecordKind.PROBLEM: "问题",
}
_LEFT_OUT = {
    LeftOut.TOTAL: "合计一类的行",
    LeftOut.SECTION: "表内小标题",
    LeftOut.NOTE: "表下的注",
    LeftOut.NO_NAME: "没有写任务、指标或项目",
    LeftOut.PROBLEM: "有问题，见下",
}
_REMARKS = {
    SheetRemark.HIDDEN_SHEET: "这张工作表是隐藏的",
    SheetRemark.HIDDEN_ROW: "这一行是隐藏的，照样读了",
    SheetRemark.HIDDEN_COLUMN: "这一列是隐藏的，照样读了",
    SheetRemark.ROUNDED: "表里存的是 {text}，按显示的记",
    SheetRemark.UNKNOWN_FORMAT: "数字格式“{text}”看不懂，按存的数记",
    SheetRemark.FORMULA: "是公式 {text}，按算好的数记",
    SheetRemark.MACROS: "文件里有宏，没有运行，也没有读",
}
_DOUBTS = {
    Doubt.UNREAD_NUMBER: "读不出一个数，没有记：“{text}”",
    Doubt.SEVERAL_NUMBERS: "有几个数，不知道取哪一个，没有记：“{text}”",
    Doubt.UNKNOWN_UNIT: "单位表里没有这个单位：“{text}”",
    Doubt.NO_UNIT: "没有写单位：“{text}”",
    Doubt.EXPONENT: "是科学记数法，核对位数：“{text}”",
    Doubt.BARE_TARGET: "目标没有写≥或≤，按越高越好记作≥（越低越好的指标记作≤）：“{text}”",
    Doubt.STRICT_TARGET: "“大于”“小于”按“不低于”“不高于”记：“{text}”",
    Doubt.UNREAD_TARGET: "目标读不出，没有记：“{text}”",
    Doubt.UNREAD_DUE: "期限读不出，没有记：“{text}”",
    Doubt.SERIAL_DAY: "像是没有设成日期格式的日期，按日期记：“{text}”",
    Doubt.NO_TOPIC: "看不出属于哪个主题：“{text}”",
    Doubt.NEAR_INDICATOR: "名称里含有指标“{text}”，没有当作它；就是它的，自己写上 indicator",
    Doubt.NOT_IN_TABLE: "编号不是这个地区这一年这种表的，没有比较：“{text}”",
}
_REFUSALS = {
    Refusal.COMPUTED: "这一列由程序算出或由文件位置决定，不从表里改",
    Refusal.EMPTIED: "清空了，没有照改；要去掉这一条，到内容文件里去掉",
    Refusal.NO_RECORD: "这个数字没有对应的承诺，目标没有地方记；先在内容文件里加一条承诺",
}
_UNUSED = frozenset({"serial", "weight", "score", "place", "verdict"})
_MOST_LINES = 400
# Cells that only follow from others are told by number, so that a sheet full of formulas stays readable.
_MOST_REMARKS = 8


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Write problems with the cell they stand in.

    Args:
        problems: the problems; sheet and cell stand in their details, line and column.
    """
    lines = []
    for problem in problems:
        sheet = problem.details.get("sheet")
        where = f" 工作表“{printable(sheet)}”" if sheet else ""
        cell = f" {cell_name(problem.line - 1, problem.column - 1)}" if "sheet" in problem.details else ""
        lines += [
            f"{printable(problem.path)}{where}{cell}: 错误 {problem.code}: {problem.message}",
            problem.advice,
        ]
    return lines


def plan_lines(file: TableFile, plan: TablePlan, changes: TableChanges, ledger: "Ledger") -> list[str]:
    """Write the plan of one sheet.

    Args:
        file: the file.
        plan: the plan.
        changes: what differs from records that the ledger has already.
        ledger: the ledger.
    """
    lines = [_head(file, plan)]
    if plan.mapped and plan.layout:
        lines += ["  列：", *_columns(plan.mapped)]
        lines += [f"    表上写着：{printable(title)}" for title in plan.layout.titles]
    records = [*plan.records, *changes.added]
    if records:
        shown = [_record(plan, record, ledger) for record in records[:_MOST_LINES]]
        lines += [f"  会写成草稿的 {len(records)} 条：", *shown]
        lines += [f"    ……另有 {len(records) - _MOST_LINES} 条"] if len(records) > _MOST_LINES else []
    lines += _changes(plan, changes)
    left_out = [(row, reason) for row, reason in plan.left_out if reason in _LEFT_OUT]
    if left_out:
        lines += ["  没有收的行：", *(_left_out(plan, row, reason) for row, reason in left_out)]
    lines += [
        f"    {_cell(plan, total.row, total.column)} 合计 {total.stated:f}，与各行相加一致"
        for total in plan.totals
        if total.stated == total.summed
    ]
    looks = [*_remarks(plan), *_doubts(plan, changes)]
    lines += ["  请核对：", *looks] if looks else []
    if plan.problems:
        lines += ["  问题：", *(f"    {line}" for line in problem_lines(plan.problems))]
    return lines


def _cell(plan: TablePlan, row: int, column: int) -> str:
    return f"表{plan.sheet.number}!{cell_name(row, column)}"


def _head(file: TableFile, plan: TablePlan) -> str:
    sheet = f"工作表“{printable(plan.sheet.name)}”" if plan.sheet.name else printable(file.name)
    how = f"（{file.encoding}）" if file.encoding else ""
    if plan.layout is None or plan.mapped is None:
        return f"{sheet}{how}：没有找到表格"
    kind = _KINDS[plan.mapped.kind] if plan.mapped.kind else "看不出是哪一种表"
    headings = "、".join(str(row + 1) for row in plan.layout.heading_rows)
    unit = f"，全表单位 {plan.layout.unit}" if plan.layout.unit else ""
    return f"{sheet}{how}：{kind}；标题在第 {headings} 行，下面 {len(plan.layout.body)} 行{unit}"


def _columns(mapped: Mapped) -> Iterator[str]:
    for field, column in sorted(mapped.columns.items(), key=lambda item: item[1].index):
        remark = "（列名只是相近，请核对）" if field in mapped.guessed else ""
        remark += "（不收）" if field in _UNUSED else ""
        yield f"    {cell_name(-1, column.index)} {field_name(field)} ← “{printable(column.heading)}”{remark}"
    for column in mapped.unplaced:
        yield f"    {cell_name(-1, column.index)} 不知道放哪里，没有用 ← “{printable(column.heading)}”"


def _record(plan: TablePlan, record: TableRecord, ledger: "Ledger") -> str:
    topic = ledger.dictionary.topics.get(record.topic or "")
    number = f"{record.value:f} {record.unit}" if record.value is not None else ""
    number += f"（{record.qualifier}）" if record.qualifier else ""
    status = ledger.dictionary.terms["measure_status"][record.status.value].name if record.status else ""
    goal = record.goal
    target = ""
    if goal:
        sign = office_words()["operators"][goal.operator]
        target = f"{sign}{'隐去' if goal.value is None else format(goal.value, 'f')}{goal.unit}"
    parts = {
        "": number or status,
        "目标 ": target or ("做到" if record.is_yes else ""),
        "期限 ": office_words()["ongoing"] if record.due == "ongoing" else record.due or "",
        "牵头 ": record.lead or "",
        "配合 ": "、".join(record.support),
        "基期 ": f"{record.baseline:f}" if record.baseline is not None else "",
        "说法 ": ledger.dictionary.terms["claim"][record.claim.value].name if record.claim else "",
        "指标 ": record.indicator or "",
        "主题 ": topic.name if topic else "",
    }
    said = "".join(f"；{name}{printable(text)}" for name, text in parts.items() if text)
    text = printable(record.text, 60)
    return f"    {_cell(plan, record.row, record.column)} {_RECORDS[record.kind]}：{text}{said}"


def _changes(plan: TablePlan, changes: TableChanges) -> Iterator[str]:
    if plan.ids:
        yield f"  账里已有的 {len(plan.ids)} 行"
    if changes.changes:
        yield "  改动："
        yield from map(_change, changes.changes)
    if changes.deleted:
        yield f"  表里删去了 {len(changes.deleted)} 行，账里的记录不动（要去掉，到内容文件里去掉并写更正）："
        yield from (f"    {id_}" for id_ in changes.deleted)


def _change(change: FieldChange) -> str:
    old, new = printable(change.old, 60) or "空", printable(change.new, 60) or "空"
    said = f"    第 {change.row + 1} 行 {field_name(change.field)}：{old} → {new}（{change.record}）"
    return f"{said}：{_REFUSALS[change.refusal]}" if change.refusal else said


def _left_out(plan: TablePlan, row: int, reason: LeftOut) -> str:
    texts = dict.fromkeys(text for text in plan.sheet.rows[row] if text)
    return f"    第 {row + 1} 行 {_LEFT_OUT[reason]}：{printable(' '.join(texts), 60)}"


def _remarks(plan: TablePlan) -> Iterator[str]:
    by_kind: dict[SheetRemark, list[Remark]] = {}
    for remark in plan.sheet.remarks:
        by_kind.setdefault(remark.kind, []).append(remark)
    for kind, remarks in by_kind.items():
        for remark in remarks[:_MOST_REMARKS]:
            where = cell_name(remark.row, remark.column)
            words = _REMARKS[kind].format(text=printable(remark.text, 60))
            yield f"    {where and f'表{plan.sheet.number}!{where} '}{words}"
        if len(remarks) > _MOST_REMARKS:
            yield f"    ……这样的另有 {len(remarks) - _MOST_REMARKS} 处"


def _doubts(plan: TablePlan, changes: TableChanges) -> Iterator[str]:
    for item in (*plan.doubts, *changes.doubts):
        words = _DOUBTS[item.doubt].format(text=printable(item.text, 60))
        yield f"    {_cell(plan, item.row, item.column)} {words}"
