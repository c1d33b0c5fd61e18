"""Content files are written all together or not at all."""

import pytest

from ledger.content.writing import write_files


def test_files_are_written_and_taken_away(tmp_path):
    (tmp_path / "old.md").write_text("旧")
    write_files({tmp_path / "a" / "new.md": "新\r\n", tmp_path / "old.md": None})
    assert (tmp_path / "a" / "new.md").read_bytes() == "新\r\n".encode()
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["new.md"]


def test_when_one_cannot_be_written_none_is(tmp_path):
    (tmp_path / "a.md").write_text("旧")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_files({tmp_path / "a.md": "新", tmp_path / "b.md": "新", tmp_path / "folder": "新"})
    assert (tmp_path / "a.md").read_text() == "旧"
    assert not (tmp_path / "b.md").exists()
