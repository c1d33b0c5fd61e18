from concurrent.futures import ThreadPoolExecutor

import pytest

from charts.cache import TextCache

KEY = "ab" + "0" * 62
TEXT = "一幅图\n第二行\r\n" * 100


@pytest.fixture
def cache(tmp_path):
    return TextCache(tmp_path / "made" / "later")


def entry(cache):
    (path,) = (path for path in cache.folder.rglob("*") if path.is_file())
    return path


def test_text_comes_back_as_it_was(cache):
    assert cache.get(KEY) is None

    cache.put(KEY, TEXT)

    assert cache.get(KEY) == TEXT
    assert cache.get("cd" + KEY[2:]) is None


def test_nothing_but_the_entry_is_left_behind(cache):
    cache.put(KEY, TEXT)
    cache.put(KEY, TEXT)

    assert entry(cache).suffix == ".txt"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:70],
        lambda data: data[:10],
        lambda data: b"",
        lambda data: data.replace("图".encode(), "圖".encode(), 1),
        lambda data: b"\x00" * len(data),
    ],
)
def test_damaged_entry_is_as_good_as_none(cache, damage):
    cache.put(KEY, TEXT)
    entry(cache).write_bytes(damage(entry(cache).read_bytes()))

    assert cache.get(KEY) is None

    cache.put(KEY, TEXT)
    assert cache.get(KEY) == TEXT


def test_folder_that_cannot_be_written_to_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = TextCache(tmp_path / "file")

    cache.put(KEY, TEXT)

    assert cache.get(KEY) is None


def test_no_folder_keeps_nothing():
    cache = TextCache(None)
    cache.put(KEY, TEXT)

    assert cache.get(KEY) is None


def test_many_may_write_at_once(cache):
    """Readers see whole entries only."""

    def work(n):
        cache.put(KEY, TEXT)
        return cache.get(KEY)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(200))) == {TEXT}
