import pytest

from ledger.content.folder import Folder
from ledger.content.placement import TopicPath, find_regions, find_topic_files, lose_refused

TOPICS = ["elderly-health", "health"]


def find(tmp_path, *names):
    """Find the topic files among some empty files: their places, and the codes and files of problems."""
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    folder = Folder(tmp_path)
    places = list(find_topic_files(folder, TOPICS))
    prefix = f"{tmp_path.name}/"
    return places, [(problem.code, problem.path.removeprefix(prefix)) for problem in folder.problems]


def test_topic_files_are_found_in_the_order_of_paths(tmp_path):
    names = ["regions/b/1999/health.md", "regions/a/2023/health.md", "regions/a/2013/elderly-health.md"]
    places, problems = find(tmp_path, *names)
    assert problems == []
    assert places == [
        TopicPath(tmp_path / names[2], "a", 2013, "elderly-health"),
        TopicPath(tmp_path / names[1], "a", 2023, "health"),
        TopicPath(tmp_path / names[0], "b", 1999, "health"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "site.yml", "dictionary/topics.yml", "dictionary/statuses.yml"),
        *("dictionary/units.yml", "dictionary/indicators/health.yml", "regions/a/region.yml"),
        "regions/a/sources.yml",
        *(".DS_Store", "regions/a/2023/Thumbs.db", "desktop.ini", "regions/.git/config", "a/~$b.docx", "c~"),
    ],
)
def test_other_files_of_the_content_folder_and_droppings_are_left_alone(tmp_path, name):
    assert find(tmp_path, name) == ([], [])


@pytest.mark.parametrize(
    "name",
    [
        *("health.md", "topics.yml", "dictionary/health.yml", "dictionary/indicators/other.yml"),
        *("dictionary/indicators/health", "dictionary/indicators/a/health.yml", "regions/health.md"),
        *("regions/a/health.md", "regions/a/README.md", "regions/a/23/health.md", "regions/a/2123/health.md"),
        *("regions/a/2023/other.md", "regions/a/2023/health.yml", "regions/a/2023/health.MD"),
        *("regions/a/2023/health", "regions/a/2023/b/health.md", "Regions/a/2023/health.md"),
    ],
)
def test_files_without_a_place_are_reported(tmp_path, name):
    assert find(tmp_path, name) == ([], [("MZ008", name)])


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("regions/a/2023/elderly-heath.md", "elderly-health"),
        ("dictionary/indicators/helth.yml", "health"),
        # The topic is right; the year is not, so naming the topic would mislead.
        ("regions/a/23/health.md", ""),
        ("regions/a/2023/xyz.md", ""),
    ],
)
def test_nearest_topic_is_named_where_the_topic_is_wrong(tmp_path, name, nearest):
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).touch()
    folder = Folder(tmp_path)
    assert list(find_topic_files(folder, TOPICS)) == []
    (problem,) = folder.problems
    assert problem.details["hint"] == (f"（最接近的是 {nearest}）" if nearest else "")


def test_a_topic_lost_for_another_reason_still_has_its_files(tmp_path):
    file = tmp_path / "regions" / "a" / "2023" / "lost.md"
    file.parent.mkdir(parents=True)
    file.touch()
    folder = Folder(tmp_path)
    folder.losses.ids.add("lost")
    assert [place.topic for place in find_topic_files(folder, TOPICS)] == ["lost"]
    assert folder.problems == []


def test_regions_are_folders_named_by_ids(tmp_path):
    for name in ("b", "a-1", "A", "中山", ".git"):
        (tmp_path / "regions" / name).mkdir(parents=True)
    (tmp_path / "regions" / "notes.md").touch()
    folder = Folder(tmp_path)
    assert find_regions(folder) == ["A", "a-1", "b", "中山"]
    assert [(problem.code, problem.details["text"]) for problem in folder.problems] == [
        ("MZ017", "A"),
        ("MZ017", "中山"),
    ]


def test_a_topic_may_not_take_the_address_of_its_year(tmp_path):
    places, problems = find(tmp_path, "regions/a/2023/index.md")
    assert places == []
    assert problems == [("MZ057", "regions/a/2023/index.md")]


def test_what_is_refused_is_lost_and_nothing_else_is_blamed(tmp_path):
    (tmp_path / "regions" / "a" / "2023").mkdir(parents=True)
    (tmp_path / "regions" / "a" / "2023" / "health.md").symlink_to("x")
    (tmp_path / "regions" / "a" / "2022").symlink_to("x")
    folder = Folder(tmp_path)
    lose_refused(folder)
    assert set(folder.losses.files.values()) == {"a-2022-", "a-2023-health-"}
    assert folder.losses.lists == set()
    (tmp_path / "regions" / "b").symlink_to("a")
    folder = Folder(tmp_path)
    lose_refused(folder)
    assert find_regions(folder) == ["a"]
    assert folder.losses.lists == {"sources"}
