"""Everything that can be wrong with content: one code, one Chinese sentence and one way to mend it each.

The only place of codes and of the words editors read about mistakes. Imports nothing of the ledger.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

_LONGEST_DETAIL = 120


class Expected(StrEnum):
    """What a field should hold; fills the hole of MZ012."""

    LINE = "一行文字"
    NUMBER = "一个数字"
    WHOLE_NUMBER = "整数"
    DATE = "日期"
    PERIOD = "时段"
    LIST = "列表，每项以 - 开头"
    FIELDS = "“字段: 值”的形式"
    ID = "一个编号"
    ADDRESS = "以 https:// 或 http:// 开头的网址"


class Listing(StrEnum):
    """Where the valid words stand; fills the hole of MZ016."""

    UNITS = "单位表 units.yml"
    QUALIFIERS = "限定词表 units.yml"
    INDICATORS = "指标词典"
    STATUSES = "statuses.yml 的 {vocabulary}"
    CLAIMS = "程序认识的说法"


HERE = "这里"


@dataclass(frozen=True)
class Fault:
    """A kind of mistake.

    Args:
        message: what is wrong, with holes for details.
        mend: how to mend it, with the same holes.
    """

    message: str
    mend: str


CATALOGUE: Mapping[str, Fault] = {
    "MZ001": Fault("文件不是 UTF-8 编码", "用记事本或编辑器“另存为”，编码选 UTF-8"),
    "MZ002": Fault("文件第一行必须正好是 ---", "在最前面加一行 ---，把字段写在两行 --- 之间"),
    "MZ003": Fault("开头的字段没有结束，缺第二行 ---", "在字段之后、正文之前加一行 ---"),
    "MZ004": Fault(
        "这里的 YAML 写法读不懂", "检查这一行和上一行：缩进用空格、冒号后有一个空格、引号和括号成对"
    ),
    "MZ005": Fault("字段“{name}”写了两次", "删掉一处；首次在第 {first} 行"),
    "MZ006": Fault("不允许用 & * << 或 ! 开头的 YAML 写法", "直接写出内容；文字以这些符号开头时加英文双引号"),
    "MZ007": Fault("找不到文件 {name}", "补上这个文件；写法见 content/README.md"),
    "MZ008": Fault(
        "文件放错了位置：{name}", "内容文件放在 regions/<地区>/<四位年份>/<主题>.md，主题见 topics.yml{hint}"
    ),
    "MZ010": Fault("没有“{name}”这个字段", "删掉或改名{hint}"),
    "MZ011": Fault("缺少字段“{name}”", "补上 {name}: …"),
    "MZ012": Fault("“{name}”应写成{expected}", "改成{expected}；写法见 content/README.md"),
    "MZ013": Fault("“{text}”不是数字", "只写数字本身：不加 %、逗号和单位，用半角；隐去的写 redacted"),
    "MZ014": Fault("“{text}”不是正确的日期", "写成 2025-12-31 这样，并且是真有的一天"),
    "MZ015": Fault(
        "“{text}”不是正确的时段", "写成 2023、2023-H1、2023-05、2023-01/2023-09、2023-01/? 等，结束不早于开始"
    ),
    "MZ016": Fault("“{text}”不在{list}里", "从{list}里选一个{hint}"),
    "MZ017": Fault("编号“{text}”不合规", "只用小写英文字母、数字和短横，以字母或数字开头"),
    "MZ018": Fault("数字“{text}”超出能处理的范围", "核对原文；最多 15 位"),
    "MZ020": Fault("编号“{text}”重复", "换一个编号；首次在 {first}"),
    "MZ021": Fault("找不到“{text}”", "引用同一文件写短编号，引用别的文件写全站编号{hint}"),
    "MZ022": Fault("既没有 name 也没有 indicator", "写上指标编号，或者写一个名称"),
    "MZ023": Fault("写了 repaired 却没有 raw", "补上 raw：原文里这个数字的原样字符"),
    "MZ024": Fault("没有写来源 source", "在文件顶层写 source: <来源编号>，或在这一条里写"),
    "MZ025": Fault("文件里一条记录也没有", "至少写一条 measures、commitments、outcomes 或 problems"),
    "MZ026": Fault(
        "目标写得不完整，或是否类多写了数字",
        '写成 {{op: ">=", value: 62, unit: "%"}}；是否类写 {{op: "yes"}}',
    ),
    "MZ027": Fault("这条的单位“{text}”与所指承诺的单位“{other}”不能比较", "核对两处的单位"),
    "MZ028": Fault("正文或文字里不允许 HTML 标签：{text}", "删掉尖括号，用普通文字"),
    "MZ029": Fault("编号“{text}”连成的全站编号与另一条相同", "换一个编号；首次在 {first}"),
    "MZ030": Fault("地区文件夹“{text}”与网站栏目的地址相同", "给文件夹换一个名字"),
    "MZ031": Fault(
        "正文里不允许小标题、图片和不以 http 开头的链接：{text}", "写成普通段落；链接写 [文字](https://…)"
    ),
}


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place.

    Args:
        path: file, relative to the project, with forward slashes.
        line: line, from 1.
        column: column in characters, from 1.
        code: key of the catalogue.
        details: what fills the holes of the message.
    """

    path: str
    line: int
    column: int
    code: str
    details: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def message(self) -> str:
        """What is wrong, in Chinese."""
        return CATALOGUE[self.code].message.format(**self._details)

    @property
    def mend(self) -> str:
        """How to mend it, in Chinese."""
        return CATALOGUE[self.code].mend.format(**{"hint": "", **self._details})

    @property
    def _details(self) -> dict[str, str]:
        # What an editor wrote may hold line ends or control characters that a terminal or a CI would obey.
        return {name: _printable(text) for name, text in self.details.items()}

    def __str__(self) -> str:
        """Format as `path:line:column: 错误 CODE: message` with the mend on a second line."""
        return (
            f"{self.path}:{self.line}:{self.column}: 错误 {self.code}: {self.message}\n    改法: {self.mend}"
        )


def _printable(text: str) -> str:
    shown = "".join(character if character.isprintable() else " " for character in text)
    return shown if len(shown) <= _LONGEST_DETAIL else shown[:_LONGEST_DETAIL] + "…"


def hint(text: str, valid: Iterable[str]) -> str:
    """Name the nearest valid word, or nothing.

    Args:
        text: the unknown word.
        valid: an iterable of the words that would be right.
    """
    close = get_close_matches(text, list(valid), n=1)
    return f"（最接近的是 {close[0]}）" if close else ""
