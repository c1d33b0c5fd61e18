from pathlib import Path

import pytest

from ledger.content.authored import Place, check_authored

ROOT = Path(__file__).parents[3]


def told(tmp_path, files):
    for name, data in files.items():
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    problems = check_authored(tmp_path / "docs")
    return [(p.code, p.path.removeprefix("docs/"), p.line, p.column) for p in problems]


def test_the_pages_of_the_project_are_good():
    assert check_authored(ROOT / "docs") == []


def test_a_page_may_hold_headings_links_pictures_and_code(tmp_path):
    page = "---\ntitle: 甲\nhide: [navigation]\n---\n# 甲\n见[乙](b.md#c)、[网](https://a.org)、[信](mailto:a@b.org)\n"
    page += "![图](assets/images/x.png)\n\n```yaml\n<地区>: {{ x }}\n```\n`<b>`\n"
    files = {
        "a.md": page,
        "b.md": "# 乙\n",
        "assets/images/x.png": b"\x89PNG\r\n\x1a\n",
        "assets/javascripts/a.js": "1",
    }
    assert told(tmp_path, files) == []


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("---\ntemplate: ../../etc/passwd\n---\n", ("MZ010", 2, 1)),
        ("---\ntitle: 甲<b>\n---\n", ("MZ028", 2, 8)),
        ("---\ntitle：甲\n---\n", ("MZ041", 2, 6)),
        ("---\ntitle: 甲\n", ("MZ003", 1, 1)),
        ("甲<br>\n", ("MZ028", 1, 2)),
        ("[甲](javascript:alert)\n", ("MZ049", 1, 5)),
        ("[甲](/about/)\n", ("MZ049", 1, 5)),
        ("[甲](../mkdocs.yml)\n", ("MZ049", 1, 5)),
        ("[甲](../../README.md)\n", ("MZ049", 1, 5)),
        ("![图](assets/images/nowhere.png)\n", ("MZ049", 1, 6)),
        ("联系 13812345678\n", ("MZ080", 1, 4)),
        ("[甲](ｈttp://a.org)\n", ("MZ049", 1, 5)),
        ("[甲]: data:x\n", ("MZ049", 1, 6)),
        ("[甲](A.md)\n", ("MZ049", 1, 5)),
        ("甲{: onclick=x }\n", ("MZ059", 1, 2)),
        ('--8<-- "mkdocs.yml"\n', ("MZ059", 1, 1)),
        ("[" * 4000 + "\n", ("MZ042", 1, 1)),
        ("甲\u200b\n", ("MZ038", 1, 2)),
    ],
)
def test_what_a_page_must_not_hold_is_told(tmp_path, page, place):
    code, line, column = place
    assert told(tmp_path, {"a.md": page}) == [(code, "a.md", line, column)]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("evil.html", "x", "MZ056"),
        ("a.svg", "<svg/>", "MZ056"),
        ("assets/images/a.exe", "x", "MZ056"),
        ("assets/a.docx", "x", "MZ056"),
        ("assets/images/a.png", "x", "MZ033"),
        ("assets/images/a.svg", "<svg onload='x'/>", "MZ059"),
        ("assets/images/a b.png", b"\x89PNG\r\n\x1a\n", "MZ055"),
    ],
)
def test_files_beside_the_pages_are_of_known_kinds_in_their_places(tmp_path, name, data, code):
    assert [told[0] for told in told(tmp_path, {name: data})] == [code]


def test_links_are_never_followed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").symlink_to("/etc/hostname")
    assert told(tmp_path, {}) == [("MZ054", "a.md", 1, 1)]


def test_two_pages_of_one_address_are_told(tmp_path):
    assert told(tmp_path, {"a/index.md": "甲", "a/README.md": "乙"}) == [("MZ057", "a/README.md", 1, 1)]


def test_a_place_counts_from_one():
    problem = Place("f", 3).problem("MZ028", 0, "<b>")
    assert (problem.line, problem.column, problem.width) == (3, 1, 3)


def test_a_readme_at_the_root_has_the_address_of_the_first_page(tmp_path):
    assert told(tmp_path, {"README.md": "甲"}) == [("MZ057", "README.md", 1, 1)]


def test_a_link_to_a_page_tells_how_pages_are_named(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("[甲](A.md)\n", encoding="utf-8")
    (problem,) = check_authored(tmp_path / "docs")
    assert "docs 里的页面和图片，写相对的文件名" in problem.mend


def test_a_drawing_acts_wherever_its_line_breaks(tmp_path):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"\nonload="a()"><g class="on"/></svg>\n'
    assert told(tmp_path, {"assets/images/a.svg": drawing}) == [("MZ059", "assets/images/a.svg", 2, 1)]
