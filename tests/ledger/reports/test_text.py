"""The exact words of a report; the columns before each caret are counted by hand, Chinese signs as two."""

import pytest

from ledger.problems import Expected, Listing, Problem
from ledger.reports.text import as_text

PATH = "content/regions/example/2023/x.md"
DIGITS = "只写数字本身：不加 %、逗号和单位，用半角；隐去的写 redacted"
GOLDEN = [
    # 9 + 4 + 9 = 22 columns before the caret.
    (
        "- {name: 人数, value: 1,234, unit: 人}",
        (21, "MZ013", {"text": "1,234"}, 5),
        (
            "x.md:3:21: 错误 MZ013: “1,234”不是数字\n"
            "    3 | - {name: 人数, value: 1,234, unit: 人}\n"
            "      |                       ^^^^^\n"
            f"    改法: {DIGITS}"
        ),
    ),
    (
        "  人数: １２３４",
        (7, "MZ013", {"text": "１２３４"}, 4),
        (
            "x.md:3:7: 错误 MZ013: “１２３４”不是数字\n"
            "    3 |   人数: １２３４\n"
            "      |         ^^^^^^^^\n"
            f"    改法: {DIGITS}"
        ),
    ),
    (
        "title：标题",
        (6, "MZ004", {}, 1),
        (
            "x.md:3:6: 错误 MZ004: 这里的 YAML 写法读不懂\n"
            "    3 | title：标题\n"
            "      |      ^^\n"
            "    改法: 检查这一行和上一行：缩进用空格、冒号后有一个空格、引号和括号成对；"
            ".yml 文件中间没有单独一行的 ---"
        ),
    ),
    (
        "- {name: 体检, unit: 位}",
        (20, "MZ016", {"text": "位", "list": Listing.UNITS, "hint": "（最接近的是 人）"}, 1),
        (
            "x.md:3:20: 错误 MZ016: “位”不在单位表 units.yml里\n"
            "    3 | - {name: 体检, unit: 位}\n"
            "      |                      ^^\n"
            "    改法: 从单位表 units.yml里选一个（最接近的是 人）"
        ),
    ),
    (
        "  标题名: 甲",
        (3, "MZ010", {"name": "标题名"}, 3),
        (
            "x.md:3:3: 错误 MZ010: 没有“标题名”这个字段\n"
            "    3 |   标题名: 甲\n"
            "      |   ^^^^^^\n"
            "    改法: 改名；确实不要的才删掉"
        ),
    ),
    (
        "本年工作<b>进展顺利</b>。",
        (5, "MZ028", {"text": "<b>"}, 3),
        (
            "x.md:3:5: 错误 MZ028: 正文或文字里不允许 HTML 标签：<b>\n"
            "    3 | 本年工作<b>进展顺利</b>。\n"
            "      |         ^^^\n"
            "    改法: 删掉尖括号，用普通文字"
        ),
    ),
    # Two Chinese signs before the picture.
    (
        "详见![总结](summary.png)。",
        (3, "MZ031", {"text": "!["}, 2),
        (
            "x.md:3:3: 错误 MZ031: 正文里不允许小标题、图片和链接的定义：![\n"
            "    3 | 详见![总结](summary.png)。\n"
            "      |     ^^\n"
            "    改法: 写成普通段落；链接写 [文字](https://…)"
        ),
    ),
    (
        "  编号: 二",
        (3, "MZ005", {"name": "编号", "first": "2"}, 2),
        (
            "x.md:3:3: 错误 MZ005: 字段“编号”写了两次\n"
            "    3 |   编号: 二\n"
            "      |   ^^^^\n"
            "    改法: 删掉一处；首次在第 2 行"
        ),
    ),
    (
        "- {text: 建成中心, due: 2023-02-30}",
        (21, "MZ014", {"text": "2023-02-30"}, 10),
        (
            "x.md:3:21: 错误 MZ014: “2023-02-30”不是正确的日期\n"
            "    3 | - {text: 建成中心, due: 2023-02-30}\n"
            "      |                         ^^^^^^^^^^\n"
            "    改法: 写成 2025-12-31 这样，并且是真有的一天"
        ),
    ),
    (
        "- {text: 体检, commitment: c9}",
        (26, "MZ021", {"text": "c9", "hint": "（最接近的是 c1）"}, 2),
        (
            "x.md:3:26: 错误 MZ021: 找不到“c9”\n"
            "    3 | - {text: 体检, commitment: c9}\n"
            "      |                            ^^\n"
            "    改法: 引用同一文件写短编号，引用别的文件写全站编号（最接近的是 c1）"
        ),
    ),
    (
        "- id: 人数1",
        (7, "MZ017", {"text": "人数1"}, 3),
        (
            "x.md:3:7: 错误 MZ017: 编号“人数1”不合规\n"
            "    3 | - id: 人数1\n"
            "      |       ^^^^^\n"
            "    改法: 只用小写英文字母、数字和短横，以字母或数字开头，最多 60 个字符"
        ),
    ),
    (
        "  period: 2023年上半年",
        (11, "MZ015", {"text": "2023年上半年"}, 8),
        (
            "x.md:3:11: 错误 MZ015: “2023年上半年”不是正确的时段\n"
            "    3 |   period: 2023年上半年\n"
            "      |           ^^^^^^^^^^^^\n"
            "    改法: 写成 2023、2023-H1、2023-05、2023-01/2023-09、2023-01/? 等，结束不早于开始"
        ),
    ),
    # The accent takes no column of its own: 9 + 4 + 6.
    (
        "- {name: cafe\u0301, id: p1}",
        (21, "MZ020", {"text": "p1", "first": "a.md:2"}, 2),
        (
            "x.md:3:21: 错误 MZ020: 编号“p1”重复\n"
            "    3 | - {name: cafe\u0301, id: p1}\n"
            "      |                    ^^\n"
            "    改法: 换一个编号；首次在 a.md:2"
        ),
    ),
    (
        "measures: 𠮷村",
        (11, "MZ012", {"name": "measures", "expected": Expected.LIST}, 2),
        (
            "x.md:3:11: 错误 MZ012: “measures”应写成列表，每项以 - 开头\n"
            "    3 | measures: 𠮷村\n"
            "      |           ^^^^\n"
            "    改法: 改成列表，每项以 - 开头；写法见 content/README.md"
        ),
    ),
]


@pytest.mark.parametrize(("line", "place", "expected"), GOLDEN)
def test_a_problem_is_told_with_its_line_a_caret_and_the_mend(line, place, expected, tmp_path):
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text(f"---\nsource: s\n{line}\n---\n", encoding="utf-8")
    column, code, details, width = place

    told = list(as_text([Problem(PATH, 3, column, code, details, width)], tmp_path))

    assert told == [PATH.removesuffix("x.md") + expected]


def test_without_a_line_to_show_place_and_mend_are_told(tmp_path):
    problem = Problem("content/site.yml", 1, 1, "MZ007", {"name": "site.yml"})
    head = "content/site.yml:1:1: 错误 MZ007: 找不到文件 site.yml"
    assert list(as_text([problem], tmp_path)) == [f"{head}\n    改法: 补上这个文件；写法见 content/README.md"]


@pytest.mark.parametrize("line", ["::error file=a::x", "::add-mask::x", "::stop-commands::x", "##[error]x"])
def test_no_line_begins_with_what_was_written(line, tmp_path):
    name = f"content/{line}\n{line}"
    (tmp_path / "content").mkdir()
    (tmp_path / name.replace("\n", "")).write_text("", encoding="utf-8")
    (tmp_path / "content/a.md").write_text(f"{line}\n{line}\x1b[31m\n", encoding="utf-8")
    problems = [
        Problem("content/a.md", 2, 1, "MZ013", {"text": f"{line}\n{line}"}),
        Problem(name, 1, 1, "MZ008", {"name": name}),
        Problem(f"::x\n{line}", 1, 1, "MZ025"),
    ]

    lines = [part for text in as_text(problems, tmp_path) for part in text.split("\n")]

    assert [part for part in lines if part.strip().startswith("::")] == []
    assert [part for part in lines if "##[" in part or not part.isprintable()] == []
    assert len(lines) == 4 + 2 + 2
