"""Everything that can be wrong: one code, one Chinese sentence and one way to mend it each.

The codes and their words are listed in `problems.toml`. Imports nothing of the ledger but what reads that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from unicodedata import normalize

from ledger.own_table import read_own_table

_LONGEST_DETAIL = 120
# A list of words is of use only as a whole.
_LONGEST_LIST = 600
_MOST_CHOICES = 12
# Signs that people write for others, and marks that they put around a word.
_ALIKE = str.maketrans({"≥": ">=", "≤": "<=", "≈": "approx", **dict.fromkeys("\"'“”‘’「」【】", "")})


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
    TRUE = "true；不是草稿就去掉这一行"
    ADDRESS = "以 https:// 或 http:// 开头的网址"


class Listing(StrEnum):
    """Where the valid words stand; fills the hole of MZ016."""

    UNITS = "单位表 units.yml"
    QUALIFIERS = "限定词表 units.yml"
    INDICATORS = "指标词典"
    SUBJECTS = "指标词典和主题表"
    STATUSES = "statuses.yml 的 {vocabulary}"
    PROGRAM = "程序认识的词"


class Limit(StrEnum):
    """How much of something there may be; fills the hole of MZ034."""

    SIZE = "一个文件 512 KB"
    LINE = "一行 20000 个字符"
    VALUES = "一个文件约 10000 个字段或列表项"
    FILES = "一共 5000 个文件"


class PersonalData(StrEnum):
    """What must not be published of people; fills the hole of MZ080."""

    ID_NUMBER = "身份证号"
    MOBILE = "手机号码"
    PATIENT = "能认出患者的姓名、床位或病案编号"


class Told(StrEnum):
    """The few words of a report beside those of the catalogue."""

    ERROR = "错误"
    MEND = "改法"
    PLACE = "位置"
    REST = "另有 {count} 处问题，见汇总"
    TOTAL = "内容检查：{count} 处问题"
    DRAFTS = "还有 {count} 条草稿没有确认，没有公开；运行 ledger review 确认"
    CUT = "汇总太长，下面还有 {count} 处没有列出；运行 ledger check 查看"


HERE = "这里"
# Holes of a mend that may stay empty.
_NOTHING = {"hint": "", "words": ""}
# Added to the mend of a link of a page in docs/.
LOCAL_LINK = "；docs 里的页面和图片，写相对的文件名，和真的文件名一字不差"


@dataclass(frozen=True)
class Fault:
    """A kind of mistake.

    Args:
        message: what is wrong, with holes for details.
        mend: how to mend it, with the same holes.
        why: why it matters, for those who ask.
        bad: a few lines with the mistake in them.
        good: the same lines without it.
        place: where in the content those lines stand; empty for a whole topic file.
    """

    message: str
    mend: str
    why: str = ""
    bad: str = ""
    good: str = ""
    place: str = ""

    @property
    def plain_message(self) -> str:
        """What is wrong, with … for every hole."""
        return self.message.format_map(_Holes())

    @property
    def plain_mend(self) -> str:
        """How to mend it, with … for every hole."""
        return self.mend.format_map(_Holes(_NOTHING))


class _Holes(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _read_catalogue(file: Path) -> dict[str, Fault]:
    faults = read_own_table(file)
    return {code: Fault(place=fault.pop("in", ""), **fault) for code, fault in faults.items()}


CATALOGUE: Mapping[str, Fault] = _read_catalogue(Path(__file__).with_suffix(".toml"))


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place.

    Args:
        path: file, relative to the project, with forward slashes.
        line: line, from 1.
        column: column in characters, from 1.
        code: key of the catalogue.
        details: what fills the holes of the message.
        width: how many characters, from the column on, are wrong.
    """

    path: str
    line: int
    column: int
    code: str
    details: Mapping[str, str] = field(default_factory=dict, compare=False)
    width: int = field(default=1, compare=False)

    @property
    def message(self) -> str:
        """What is wrong, in Chinese."""
        return CATALOGUE[self.code].message.format(**self._details)

    @property
    def mend(self) -> str:
        """How to mend it, in Chinese."""
        return CATALOGUE[self.code].mend.format(**{**_NOTHING, **self._details})

    @property
    def _details(self) -> dict[str, str]:
        # What an editor wrote may hold line ends or control characters that a terminal or a CI would obey.
        return {
            name: printable(text, _LONGEST_LIST if name == "words" else _LONGEST_DETAIL)
            for name, text in self.details.items()
        }

    @property
    def headline(self) -> str:
        """One line: `path:line:column: 错误 CODE: message`."""
        path = printable(self.path)
        path = f"./{path}" if f"{path}:".lstrip().startswith("::") else path
        return f"{path}:{self.line}:{self.column}: {Told.ERROR} {self.code}: {self.message}"

    @property
    def advice(self) -> str:
        """One line below the headline: the mend."""
        return f"    {Told.MEND}: {self.mend}"

    def __str__(self) -> str:
        """Format as the headline with the mend on a second line."""
        return f"{self.headline}\n{self.advice}"


def printable(text: str, longest: int | None = None) -> str:
    """Show any text on one line so that neither a terminal nor a CI takes it for a command.

    Args:
        text: anything an editor wrote, names of files included.
        longest: characters after which it is cut; None cuts nothing.
    """
    shown = "".join(character if character.isprintable() else " " for character in text)
    shown = shown if longest is None or len(shown) <= longest else shown[:longest] + "…"
    return without_commands(shown)


def without_commands(text: str) -> str:
    """Break the one command that GitHub's runner obeys in the middle of a line; positions stay as they are.

    Args:
        text: any text.
    """
    return text.replace("##[", "##［")


def hint(text: str, valid: Iterable[str]) -> str:
    """Name the nearest valid word, or nothing.

    Args:
        text: the unknown word.
        valid: an iterable of the words that would be right.
    """
    near = nearest(text, valid)
    return f"（最接近的是 {near}）" if near else ""


def choices(names: Mapping[str, str]) -> str:
    """List the valid words where they are few, each with its name, or nothing.

    Args:
        names: word → name, which may be empty.
    """
    words = [f"{word} {name}".strip() for word, name in names.items()]
    return f"：{'、'.join(words)}" if 0 < len(words) <= _MOST_CHOICES else ""


def nearest(text: str, valid: Iterable[str]) -> str:
    """Find the nearest valid word, or nothing; letter case, width and quotes make no difference.

    Args:
        text: the unknown word.
        valid: an iterable of the words that would be right.
    """
    words = {_bare(word): word for word in valid}
    close = get_close_matches(_bare(text), words, n=1)
    return words[close[0]] if close else ""


def _bare(word: str) -> str:
    return normalize("NFKC", word).casefold().translate(_ALIKE)
