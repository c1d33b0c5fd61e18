from ledger.content.fields import TOPIC
from ledger.content.folder import Folder
from ledger.content.nodes import Scalar


def make(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return Folder(tmp_path)


def test_files_are_named_from_the_content_folder_with_forward_slashes(tmp_path):
    folder = Folder(tmp_path / "content")
    assert folder.path(tmp_path / "content" / "regions" / "a.md") == "content/regions/a.md"


def test_absent_file_is_reported_once_and_read_as_nothing(tmp_path):
    folder = make(tmp_path)
    assert folder.yaml(tmp_path / "a.yml") is None
    assert [(p.code, p.details["name"]) for p in folder.problems] == [("MZ007", "a.yml")]


def test_empty_file_is_empty_text(tmp_path):
    folder = make(tmp_path, a="# nothing\n")
    assert folder.yaml(tmp_path / "a.yml") == Scalar("", 1, 1)
    assert folder.problems == []


def test_good_items_are_kept_and_wrong_ones_are_lost_by_id(tmp_path):
    good = "{id: a, name: 甲, summary: 甲}"
    folder = make(tmp_path, topics=f"- {good}\n- {{id: b, name: 乙}}\n")
    found = folder.items(tmp_path / "topics.yml", TOPIC, "topics")
    assert [item["id"] for _, item in found] == ["a"]
    assert (folder.losses.ids, folder.losses.lists) == ({"b"}, set())


def test_an_item_without_id_loses_the_whole_list(tmp_path):
    folder = make(tmp_path, topics="- {name: 乙}\n- 丙\n")
    assert folder.items(tmp_path / "topics.yml", TOPIC, "topics") == []
    assert folder.losses.lists == {"topics"}


def test_a_file_that_is_no_list_loses_the_whole_list(tmp_path):
    for text in ("a: 1", "[", ""):
        folder = make(tmp_path, topics=text)
        assert folder.items(tmp_path / "topics.yml", TOPIC, "topics") == []
        assert folder.losses.lists == {"topics"}
        assert len(folder.problems) == 1


def test_a_line_whose_text_is_wrong_is_blamed_for_nothing_else(tmp_path):
    folder = make(tmp_path, topics="- {id: A, name：甲, summary: 甲}\n- {id: B, name: 乙, summary: 乙}\n")
    folder.items(tmp_path / "topics.yml", TOPIC, "topics")
    assert [(p.code, p.line) for p in folder.told()] == [("MZ041", 1), ("MZ017", 2)]


def test_a_text_that_was_mended_in_vain_is_blamed_once(tmp_path):
    folder = make(tmp_path, a="text：甲\n 乙: 丙\n丁\n")
    assert folder.yaml(tmp_path / "a.yml") is None
    assert [p.code for p in folder.told()] == ["MZ041"]


def test_links_are_told_and_read_as_nothing(tmp_path):
    folder = make(tmp_path, a="- 甲\n")
    (tmp_path / "b.yml").symlink_to("a.yml")
    assert folder.yaml(tmp_path / "b.yml") is None
    assert [(p.code, p.details["name"]) for p in folder.told()] == [("MZ054", "b.yml")]


def test_names_are_shown_without_what_a_terminal_would_obey(tmp_path):
    assert Folder(tmp_path / "content").path(tmp_path / "content" / "a\n::b\x1b\udcb2.md") == (
        "content/a\ufffd::b\ufffd\ufffd.md"
    )
