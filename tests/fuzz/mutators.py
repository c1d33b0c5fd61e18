"""The ways in which a content file gets spoiled, and for each what may come of it without a report.

A mutator takes the text of a file and a source of chance, and gives the spoiled file, or None where there is
nothing of its kind to spoil. To be diagnosed is always right, unless the mutator is harmless. Otherwise the
file must say the same as before, except for what the mutator is declared to alter, to drop or to add: what an
editor may well have meant, nobody can tell from a mistake.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.fuzz import field_slips as fields
from tests.fuzz import text_slips as text

Mutate = Callable[[str, Random], str | bytes | None]

NOTHING: frozenset[str] = frozenset()
# A text is free: whatever is added to it may have been meant.
TEXT = frozenset({"text"})
# A character taken out of a number leaves a number.
ANYTHING = frozenset({"text", "number", "date", "word"})


@dataclass(frozen=True)
class Mutator:
    """One way to spoil a file.

    Args:
        mutate: the function.
        about: what an editor did.
        alters: kinds of single values that may change without a report.
        drops: whether values may go without a report.
        adds: whether values may come without a report.
        moves: whether characters may turn up in another value, so that counting them tells nothing.
        harmless: whether the file must go on saying the same, without a report.
    """

    mutate: Mutate
    about: str
    alters: frozenset[str] = NOTHING
    drops: bool = False
    adds: bool = False
    moves: bool = False
    harmless: bool = False


MUTATORS: dict[str, Mutator] = {
    mutator.mutate.__name__: mutator
    for mutator in (
        # A letter less or more leaves a text, a number, a word such as `=`; a remark may become a field.
        Mutator(text.drop_character, "少打一个字", ANYTHING, adds=True),
        Mutator(text.double_character, "多打一个字", ANYTHING),
        Mutator(text.double_line, "一行写了两遍", TEXT),
        # Two lines of one text, two supporting bodies, two entries of a vocabulary: their order is free.
        Mutator(text.swap_lines, "两行对调", ANYTHING, drops=True, adds=True, moves=True),
        Mutator(fields.swap_values, "两个值对调", ANYTHING, drops=True, adds=True, moves=True),
        Mutator(text.widen_colon, "中文冒号", TEXT),
        Mutator(text.widen_digit, "全角数字", TEXT),
        Mutator(text.widen_punctuation, "全角标点", TEXT),
        Mutator(text.add_tab, "制表符", TEXT),
        Mutator(fields.indent_by_tab, "制表符缩进"),
        Mutator(text.add_no_break_space, "不换行空格", TEXT),
        Mutator(text.add_wide_space, "全角空格", TEXT),
        Mutator(text.add_mark_inside, "文件中间的字节顺序标记", TEXT),
        Mutator(text.add_invisible, "看不见的字符", TEXT),
        Mutator(text.add_line_separator, "行分隔符", TEXT),
        Mutator(text.add_control_character, "控制字符"),
        # The rest of a list of sources or of a narrative cannot be missed by anybody.
        Mutator(text.cut_file, "文件被截断", ANYTHING, drops=True, moves=True),
        Mutator(text.empty_file, "空文件"),
        Mutator(text.drop_fence, "缺 ---"),
        Mutator(text.bend_fence, "--- 写歪了"),
        Mutator(text.encode_gbk, "存成 GBK"),
        Mutator(text.encode_utf16, "存成 UTF-16"),
        Mutator(text.become_archive, "Office 文件"),
        Mutator(text.flip_bit, "坏了一位", ANYTHING, adds=True),
        Mutator(fields.duplicate_key, "字段写两次"),
        Mutator(fields.unquote, "少了引号"),
        Mutator(fields.quote_in_chinese, "中文引号", TEXT),
        Mutator(fields.open_quote, "引号括号不成对"),
        Mutator(fields.add_comment_sign, "值里有 #", TEXT),
        Mutator(fields.add_colon, "值里有冒号加空格", TEXT),
        Mutator(fields.add_sign, "值以符号开头", TEXT),
        Mutator(fields.delete_required_field, "少了必填字段"),
        # A figure without a name has that of its indicator; without a period, that of its document.
        Mutator(
            # Without its own period, of which an end may be open, a figure has that of its file or document.
            fields.delete_optional_field,
            "少了可省的字段",
            TEXT | {"date", "word"},
            drops=True,
            adds=True,
            moves=True,
        ),
        Mutator(fields.blank_value, "值留空", TEXT | {"date", "word"}, drops=True, adds=True, moves=True),
        Mutator(fields.misspell_field, "字段名拼错"),
        Mutator(fields.capitalise_field, "字段名大写"),
        Mutator(fields.change_unit, "换成另一个单位", TEXT | {"number"}, moves=True),
        Mutator(fields.invent_unit, "没有的单位"),
        # Which figure bears which id is free as long as both are in one list.
        Mutator(fields.swap_ids, "两个编号对调", ANYTHING, moves=True),
        Mutator(fields.double_id, "编号重复"),
        Mutator(fields.delete_entry, "删去一条", ANYTHING, drops=True, adds=True, moves=True),
        Mutator(text.insert_html, "HTML 标签"),
        Mutator(text.insert_link, "不许有的链接、图片、小标题"),
        Mutator(text.leave_conflict, "没有解决的合并冲突"),
        Mutator(text.leave_conflict_rest, "合并冲突剩下的一行"),
        Mutator(fields.write_odd_number, "不是数字的数字"),
        Mutator(fields.add_percent, "数字后面带单位"),
        Mutator(fields.group_digits, "千分位"),
        Mutator(fields.spell_date_otherwise, "别的日期写法"),
        Mutator(fields.nest_deeply, "层层嵌套"),
        Mutator(text.repeat_character, "一个字连写五千遍", TEXT),
        Mutator(text.add_brackets, "一串括号"),
        Mutator(fields.use_escape, "不成字的转义"),
        Mutator(fields.use_machinery, "锚点、引用、标签", TEXT, drops=True, moves=True),
        Mutator(fields.guess_value, "容易被猜成别的词", ANYTHING, drops=True, adds=True, moves=True),
        Mutator(fields.shift_line, "缩进错位"),
        Mutator(text.add_document, "第二份文档的记号"),
        Mutator(text.use_other_line_ends, "别的换行", harmless=True),
        Mutator(text.add_byte_order_mark, "开头的字节顺序标记", harmless=True),
        Mutator(text.drop_last_line_end, "末尾没有换行", harmless=True),
        Mutator(fields.add_blank_lines, "多一个空行", harmless=True),
        Mutator(fields.add_spaces_after_line, "行末空格", harmless=True),
        Mutator(fields.add_comment_line, "一行备注", harmless=True),
        Mutator(fields.quote_value, "加英文引号", harmless=True),
    )
}
