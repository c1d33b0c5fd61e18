"""What `ledger check --fix` writes into files and says of it, byte for byte."""

import pytest

from ledger import cli
from tests.ledger.builders import write_content

HEALTH = "regions/example/2023/health.md"
OTHER = "regions/example/2023/elderly-health.md"
BAD = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 随访\u200b力量不足, at: 三}\n---\n"
GOOD = BAD.replace("\u200b", "")
# One line for each kind: a mark and ends of another system, a colon, blanks, digits, a date, a hidden sign.
BEFORE = (
    "\ufeff---\r\n"
    "source: example-2023-summary\r\n"
    "measures:\r\n"
    "  - id：m1\r\n"
    "    name:\u3000签约人数\r\n"
    "    value: １２．５\r\n"
    "    unit: 人\r\n"
    "    at: 一\r\n"
    "commitments:\r\n"
    "  - id: c1\r\n"
    "    text: 建成\u200b中心\r\n"
    "    due: 2023年5月1日\r\n"
    "    at: 三\r\n"
    "---\r\n"
    "第一段。\r\n"
)
AFTER = (
    "---\n"
    "source: example-2023-summary\n"
    "measures:\n"
    "  - id: m1\n"
    "    name: 签约人数\n"
    "    value: 12.5\n"
    "    unit: 人\n"
    "    at: 一\n"
    "commitments:\n"
    "  - id: c1\n"
    "    text: 建成中心\n"
    "    due: 2023-05-01\n"
    "    at: 三\n"
    "---\n"
    "第一段。\n"
)
TOLD = f"""\
已改 content/{HEALTH}
  第 1 行 删去文件开头的标记：U+FEFF
  第 1 行起 统一换行符：U+000DU+000A → U+000A
  第 11 行 删去不可见字符：U+200B
  第 4 行 冒号改为半角：- id： → - id:
  第 5 行 空格改为半角：name:U+3000 → name:
  第 6 行 数字改为半角：１２．５ → 12.5
  第 12 行 改日期写法：2023年5月1日 → 2023-05-01
"""


@pytest.fixture(autouse=True)
def _outside_of_continuous_integration(monkeypatch):
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def fix(capsys):
    """A function that mends a content folder and returns the exit code and what was printed."""

    def run(content, *words):
        code = cli.main(["check", "--fix", "--content", str(content), *map(str, words)])
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def bytes_of(content):
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*.*")}


def test_each_kind_is_mended_and_told_and_nothing_else_is_touched(fix, tmp_path):
    content = write_content(tmp_path, {HEALTH: BEFORE.encode()})
    before = bytes_of(content)
    code, out = fix(content)

    assert code == 0
    assert out == TOLD + "内容检查通过：1 个地区，1 个文件，没有发现问题。\n"
    assert bytes_of(content) == before | {HEALTH: AFTER.encode()}

    code, out = fix(content)
    assert code == 0
    assert out == "没有可以自动改的写法。\n内容检查通过：1 个地区，1 个文件，没有发现问题。\n"
    assert bytes_of(content) == before | {HEALTH: AFTER.encode()}


def test_only_the_files_asked_for_are_mended(fix, tmp_path):
    content = write_content(tmp_path, {HEALTH: BAD, OTHER: BAD})
    code, out = fix(content, content / HEALTH)

    assert code == 1
    assert out.startswith(
        f"已改 content/{HEALTH}\n  第 4 行 删去不可见字符：U+200B\n其他 1 个文件里还有 1 处问题"
    )
    assert [(content / name).read_bytes().decode() for name in (HEALTH, OTHER)] == [GOOD, BAD]

    code, out = fix(content)
    assert code == 0
    assert out.startswith(f"已改 content/{OTHER}\n")


@pytest.mark.parametrize(
    ("words", "ci"), [([], "true"), (["--format", "json"], ""), (["--format", "github"], "")]
)
def test_fixing_is_refused_in_continuous_integration_and_for_programs(fix, tmp_path, monkeypatch, words, ci):
    monkeypatch.setenv("CI", ci)
    content = write_content(tmp_path, {HEALTH: BEFORE.encode()})
    before = bytes_of(content)
    code, out = fix(content, *words)

    assert code == 2
    assert out.startswith("--fix ")
    assert out.count("\n") == 1
    assert bytes_of(content) == before
