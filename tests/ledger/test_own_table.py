"""Tables of our own that cannot be read are told with their place."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.own_table import UnreadableTableError, read_own_table

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


@pytest.mark.parametrize("table", sorted(HOOKS.rglob("*.toml")), ids=lambda file: file.stem)
def test_the_command_line_names_the_broken_table_and_shows_no_traceback(tmp_path, table):
    hooks = shutil.copytree(HOOKS, tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    broken = hooks / table.relative_to(HOOKS)
    text = broken.read_text(encoding="utf-8")
    broken.write_text(f"{text}x = = 1\n", encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "ledger", "check"],
        env={**os.environ, "PYTHONPATH": str(hooks), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    last = len(text.splitlines()) + 1
    place = f"hooks/{table.relative_to(HOOKS).as_posix()}:{last}:5: 错误: "
    assert found.returncode == 2
    assert found.stdout.startswith(place)
    assert "改法" in found.stdout
    assert "Traceback" not in found.stdout + found.stderr
