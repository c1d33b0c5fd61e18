"""Looking at files: what changed, what was only touched, and what is not there."""

import os

import pytest

from ledger.preview.watching import Watch


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.md").write_text("一", encoding="utf-8")
    (tmp_path / "two.yml").write_text("二", encoding="utf-8")
    return tmp_path


def test_equal_files_look_equal(folder):
    watch = Watch((folder,))

    assert watch.look() == watch.look() == Watch((folder,)).look()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a" / "one.md").write_text("二", encoding="utf-8"),
        lambda folder: (folder / "a" / "new.md").touch(),
        lambda folder: (folder / "two.yml").unlink(),
        lambda folder: (folder / "two.yml").rename(folder / "three.yml"),
        lambda folder: (folder / "empty").mkdir(),
    ],
)
def test_every_change_is_seen(folder, change):
    watch = Watch((folder,))
    before = watch.look()
    change(folder)

    assert watch.look() != before


def test_old_files_are_read_once(folder):
    for file in (folder / "a" / "one.md", folder / "two.yml"):
        os.utime(file, (1, 1))
    watch = Watch((folder,))
    watch.look()
    # What was changed within the last seconds is read again: its times could deceive.
    watch._seen = {path: (stamp, 2**63, checksum) for path, (stamp, _, checksum) in watch._seen.items()}
    read = watch.read
    watch.look()

    assert read == 2
    assert watch.read == read


def test_a_touch_is_no_change(folder):
    watch = Watch((folder,))
    before = watch.look()
    os.utime(folder / "two.yml", (1, 1))

    assert watch.look() == before


def test_single_files_and_missing_ones_are_looked_at_too(folder):
    assert list(Watch((folder / "two.yml", folder / "nowhere")).look()) == [str(folder / "two.yml")]


def test_a_link_to_the_same_text_is_a_change(folder):
    watch = Watch((folder,))
    before = watch.look()
    (folder / "two.yml").rename(folder.parent / "two.yml")
    (folder / "two.yml").symlink_to(folder.parent / "two.yml")

    assert watch.look() != before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe")

    assert str(folder / "pipe") in Watch((folder,)).look()


def test_links_are_seen_and_not_followed(folder):
    (folder / "away").symlink_to("/", target_is_directory=True)

    assert str(folder / "away") in Watch((folder,)).look()
