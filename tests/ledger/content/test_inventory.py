import os

import pytest

from ledger.content import inventory
from ledger.content.inventory import is_dropping, take_inventory


def take(root, *names):
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found = take_inventory(root, lambda file: file.relative_to(root).as_posix())
    return [file.relative_to(root).as_posix() for file in found.files], [
        (p.code, p.path) for p in found.problems
    ]


def test_files_are_listed_in_the_order_of_paths(tmp_path):
    assert take(tmp_path, "b.md", "a/c.yml", "B.yml") == (["B.yml", "a/c.yml", "b.md"], [])


def test_an_absent_folder_is_empty(tmp_path):
    assert take(tmp_path / "none") == ([], [])


def test_droppings_are_not_even_looked_at(tmp_path):
    (tmp_path / ".git").symlink_to("/")
    assert take(tmp_path, ".DS_Store", "~$x.docx", "a.md~", "Thumbs.db") == ([], [])
    assert not is_dropping("a.md")


def test_links_are_refused_and_never_entered(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "endless").symlink_to(tmp_path)
    (tmp_path / "file.md").symlink_to("/etc/hostname")
    (tmp_path / "nowhere.md").symlink_to("nowhere")
    assert take(tmp_path) == (
        [],
        [("MZ054", "file.md"), ("MZ054", "folder/endless"), ("MZ054", "nowhere.md")],
    )


@pytest.mark.parametrize(
    "name", ["a b.md", "a?.md", "a\n.md", "a\u3000.md", "aux.yml", "a.", "x" * 98 + ".md", "a<b.md"]
)
def test_names_that_other_systems_cannot_hold_are_refused(tmp_path, name):
    files, problems = take(tmp_path, name)
    assert files == []
    assert problems == [("MZ055", name)]


def test_a_name_of_bytes_that_are_no_text_is_shown_as_far_as_it_is(tmp_path):
    with open(os.fsencode(tmp_path) + b"/\xb2\xe2.md", "wb"):  # noqa: PTH123 -- only bytes can name it
        pass
    found = take_inventory(tmp_path, lambda file: file.name.encode("utf-8", "replace").decode())
    assert [(p.code, p.details["name"]) for p in found.problems] == [("MZ055", "\ufffd\ufffd.md")]


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    assert take(tmp_path) == ([], [("MZ055", "a.md")])


def test_twins_are_told_against_the_name_in_small_letters(tmp_path):
    assert take(tmp_path, "a.md", "A.md", "b.md") == (["a.md", "b.md"], [("MZ057", "A.md")])


def test_a_folder_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    (tmp_path / "locked").mkdir()
    scan = os.scandir

    def refuse(folder):
        if folder == tmp_path / "locked":
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr(inventory.os, "scandir", refuse)
    assert take(tmp_path) == ([], [("MZ058", "locked")])


def test_folders_inside_each_other_have_an_end(tmp_path):
    files, problems = take(tmp_path, "a/" * 30 + "b.md")
    assert files == []
    assert problems == [("MZ055", "/".join("a" * 20))]


def test_more_files_than_a_site_can_have_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(inventory, "MOST_FILES", 2)
    assert take(tmp_path, "a.md", "b.md", "c.md") == (["a.md", "b.md"], [("MZ034", "c.md")])
