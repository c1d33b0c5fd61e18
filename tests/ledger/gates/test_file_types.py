import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "name", ["a.exe", "a.html.bak", "a.htm", "a", "a.js.map", "A.HTML", ".DS_Store", "a.php"]
)
def test_files_of_other_kinds_are_found(site, name):
    site.write("", f"alpha/{name}")
    assert site.problems() == [("MZ110", f"alpha/{name}", "")]


def test_links_to_files_and_folders_are_found_and_not_followed(site, tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.html").write_text("<iframe>", encoding="utf-8")
    (site.root / "a.html").symlink_to(tmp_path / "secret" / "a.html")
    (site.root / "folder").symlink_to(tmp_path / "secret")
    assert site.problems() == [("MZ111", "a.html", ""), ("MZ111", "folder", "")]
