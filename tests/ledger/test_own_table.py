"""Tables of our own that cannot be read are told with their place."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from ledger.own_table import UnreadableTableError, read_own_table
from tests.sites.small_site import write_small_site

HOOKS = Path(__file__).parents[2] / "hooks"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a = 1\nb = = 2\n", 2, 5),
        ("a = '甲' x\n".encode(), 1, 9),
        (b"a = 1\n[b", 2, 3),
        ("a = '甲".encode() + b"\xff'", 1, 7),
        (None, 1, 1),
    ],
)
def test_the_place_is_where_the_table_cannot_be_read(tmp_path, data, line, column):
    file = tmp_path / "a.toml"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(UnreadableTableError) as caught:
        read_own_table(file)
    error = caught.value
    assert (error.file, error.line, error.column) == (file, line, column)


def test_a_good_table_is_read(tmp_path):
    file = tmp_path / "a.toml"
    file.write_text('["甲"]\nb = "乙"\n', encoding="utf-8")
    assert read_own_table(file) == {"甲": {"b": "乙"}}


# What makes the command line read a table: most are read by every check, those of the importer by an import.
TEXT = """工作总结
一、工作情况
(一)签约。2023年完成签约100人，占比50%，培训三百余人次。
二、存在问题
一是人手不足。
三、下一步计划
推进签约，力争达到60%。
"""
IMPORT = ("--region", "alpha", "--year", "2023")


def words_for(table, folder):
    """The command that reads a table, and the file it is given."""
    if "importers" not in table.parts:
        return ["check"]
    if table.stem == "scaffold":
        return ["new", "topic", "alpha", "2023", "immunization"]
    if table.stem == "office_tables":
        return ["export", *IMPORT, "--out", str(folder / "out")]
    if table.parent.name == "tables":
        (folder / "表.csv").write_text(
            "序号,工作任务,牵头单位,完成时限\n1,推进签约,医政科,2023年12月底\n", encoding="utf-8"
        )
        return ["import", "表.csv", *IMPORT, "--write"]
    if table.stem in {"word_numbering", "row"}:
        document = docx.Document()
        document.add_paragraph(TEXT, style="List Number")
        for cell, words in zip(
            document.add_table(2, 2)._cells, ["指标", "完成值", "签约人数", "100人"], strict=True
        ):
            cell.text = words
        document.save(folder / "总结.docx")
        return ["import", "总结.docx", *IMPORT]
    name = "总结.html" if table.stem == "web_page" else "总结.txt"
    text = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    (folder / name).write_text(
        f"<html><body>{text}</body></html>" if name.endswith("l") else TEXT, encoding="utf-8"
    )
    return ["import", name, *IMPORT]


def table_is_read_at_once(table):
    return "importers" not in table.parts


@pytest.mark.parametrize("table", sorted(HOOKS.rglob("*.toml")), ids=lambda file: file.stem)
def test_the_command_line_names_the_broken_table_and_shows_no_traceback(tmp_path, table):
    hooks = shutil.copytree(HOOKS, tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    write_small_site(tmp_path)
    broken = hooks / table.relative_to(HOOKS)
    text = broken.read_text(encoding="utf-8")
    broken.write_text(f"{text}x = = 1\n", encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "ledger", *words_for(table, tmp_path)],
        env={**os.environ, "PYTHONPATH": str(hooks), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    last = len(text.splitlines()) + 1
    place = f"hooks/{table.relative_to(HOOKS).as_posix()}:{last}:5: 错误: "
    assert found.returncode == 2
    # An import says first that it is reading; every other command says nothing before.
    told = found.stdout if table_is_read_at_once(table) else found.stdout[found.stdout.find("hooks/") :]
    assert told.startswith(place)
    assert "改法" in found.stdout
    assert "Traceback" not in found.stdout + found.stderr
