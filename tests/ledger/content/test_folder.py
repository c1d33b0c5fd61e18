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
