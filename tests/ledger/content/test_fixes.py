import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.content import fixes
from ledger.content.fixes import Change, Fix, fix_content, fix_file, fix_text
from ledger.content.sameness import means_the_same
from tests.ledger.builders import write_content

CONTENT = Path(__file__).parents[3] / "content"
PIECES = st.sampled_from(
    [
        "value: ",
        "value：",
        "due: ",
        "text: ",
        "- ",
        "  ",
        "\n",
        "９８．５",
        "2026/2/3",
        "2026年2月3日",
        "甲",
        "\u3000",
        "\xa0",
        "\u200b",
        '"',
        "'",
        "{",
        "}",
        "[",
        ", ",
        "|",
        "#",
        "：",
        ": ",
        "％",
        "\r\n",
    ]
)


@pytest.mark.parametrize(
    ("wrong", "mended", "code"),
    [
        ("\ufeffa: 1\n", "a: 1\n", "byte_order_mark"),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", "line_ends"),
        ("a: 1\rb: 2", "a: 1\nb: 2", "line_ends"),
        ("- value: ９８．５\n", "- value: 98.5\n", "number"),
        ("baseline: －９\n", "baseline: -9\n", "number"),
        ('value: "１２"\n', 'value: "12"\n', "number"),
        (
            'target: {op: ">=", value: ６２, unit: "%"}\n',
            'target: {op: ">=", value: 62, unit: "%"}\n',
            "number",
        ),
        ("text：甲\n", "text: 甲\n", "colon"),
        ("- id ： m1\n  at: 三\n", "- id: m1\n  at: 三\n", "colon"),
        ("due: 2026年2月3日\n", "due: 2026-02-03\n", "date"),
        ("due: 2026/2/3\n", "due: 2026-02-03\n", "date"),
        ("due: 2026-2-3\n", "due: 2026-02-03\n", "date"),
        ("- {id: c1, due: 2026/12/31}\n", "- {id: c1, due: 2026-12-31}\n", "date"),
        ("at:\u3000三\n", "at: 三\n", "blanks"),
        ("at: \xa0三\n", "at: 三\n", "blanks"),
        ("problems:\n\u3000- id: p1\n", "problems:\n  - id: p1\n", "blanks"),
        ("problems:\n\xa0\xa0- id: p1\n", "problems:\n  - id: p1\n", "blanks"),
        ("text: 人\u200b手\n", "text: 人手\n", "invisible"),
    ],
)
def test_what_can_be_meant_in_one_way_only_is_mended(wrong, mended, code):
    text, changes = fix_text(wrong)
    assert text == mended
    assert [change.code for change in changes] == [code]
    assert fix_text(mended) == (mended, [])


@pytest.mark.parametrize(
    "text",
    [
        "text: ９８．５\n",
        "name: 2026年2月3日\n",
        "text: 于2026/2/3完成\n",
        "at: 三：四\n",
        "- 甲：乙\n",
        "- text：甲\n- 乙\n",
        "unknown：甲\n",
        "value: ９８％\n",
        "value: 1,234\n",
        "value: ９８.５.１\n",
        "due: 2026/2/30\n",
        "due: 2026/2-3\n",
        "due: 20260203\n",
        "period: 2026/2\n",
        "note: |\n  value: ９\n  at：三\n",
        'note: "甲\n  value: ９\n  乙"\n',
        'text: "{id: a, value: ９}"\n',
        "text: 甲, value: ９\n",
        "text: 甲\u2028乙\n",
        "text: 甲\u3000乙\n",
        "problems:\n\u3000\u3000\u3000- id: [\n",
        "\t- id: p1\n",
    ],
)
def test_anything_else_stays_as_it_is(text):
    assert fix_text(text) == (text, [])


def test_only_the_front_matter_has_fields():
    text = "---\nvalue: ９\n---\nvalue: ９\nat：三\n\u3000第一段\u200b\n"
    mended, changes = fix_text(text, in_front_matter=True)
    assert mended == "---\nvalue: 9\n---\nvalue: ９\nat：三\n\u3000第一段\n"
    assert changes == [Change(6, "invisible", "\u200b", ""), Change(2, "number", "９", "9")]


def test_bytes_that_are_no_text_are_left_alone():
    assert fix_text(b"\xff\xfe") == (None, [])
    assert fix_text("\ufeff甲".encode()) == ("甲", [Change(1, "byte_order_mark", "\ufeff", "")])


@pytest.mark.parametrize(
    "file", [*CONTENT.rglob("*.md"), *CONTENT.rglob("*.yml")], ids=lambda file: file.name
)
def test_good_files_are_given_back_unchanged(file):
    text = file.read_text(encoding="utf-8")
    assert fix_text(text, in_front_matter=file.suffix == ".md") == (text, [])


@given(st.lists(PIECES, max_size=20).map("".join), st.booleans())
def test_mending_again_changes_nothing_and_never_the_meaning(text, in_front_matter):
    if in_front_matter:
        text = f"---\n{text}\n---\n{text}"
    mended, changes = fix_text(text, in_front_matter=in_front_matter)
    assert (mended == text) == (not changes)
    assert fix_text(mended, in_front_matter=in_front_matter) == (mended, [])
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert means_the_same(plain, mended, in_front_matter=in_front_matter)


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path):
    file = tmp_path / "a.yml"
    file.write_text("text：甲\n", encoding="utf-8")
    file.chmod(0o640)
    fixed = fix_file(file)
    assert fixed.changes == (Change(1, "colon", "text：", "text:"),)
    assert file.read_bytes() == "text: 甲\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert fix_file(file) is None
    assert os.listdir(tmp_path) == ["a.yml"]  # noqa: PTH208 -- nothing is left beside it


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path, monkeypatch):
    file = tmp_path / "a.yml"
    file.write_text("text：甲\n", encoding="utf-8")

    def fail(*_):
        raise OSError("full")

    monkeypatch.setattr(fixes.Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        fix_file(file)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yml"]
    assert file.read_text(encoding="utf-8") == "text：甲\n"


def test_links_and_folders_are_never_written_through(tmp_path):
    (tmp_path / "a.yml").write_text("text：甲\n", encoding="utf-8")
    (tmp_path / "b.yml").symlink_to("a.yml")
    (tmp_path / "c.yml").mkdir()
    for name in ("b.yml", "c.yml", "absent.yml"):
        assert fix_file(tmp_path / name) is None
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "text：甲\n"


def test_a_content_folder_is_mended_file_by_file(tmp_path):
    names = ["regions/example/2022/health.md", "regions/example/2023/health.md"]
    text = "---\nsource：example-2023-summary\n---\n"
    content = write_content(tmp_path, dict.fromkeys(names, text))
    fixes_ = fix_content(content, [content / names[1]])
    assert fixes_ == [Fix(2, "colon", "source：", "source:", f"content/{names[1]}")]
    assert (content / names[0]).read_text(encoding="utf-8") == text
    assert [fix.path for fix in fix_content(content)] == [f"content/{names[0]}"]
    assert fix_content(content) == []
