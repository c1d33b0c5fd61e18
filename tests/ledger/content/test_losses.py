import pytest

from ledger.content.losses import Losses

LOSSES = Losses(ids={"人"}, lists={"sources"}, files={"content/regions/a/2023/b.md": "a-2023-b-"})


@pytest.mark.parametrize(
    ("listing", "ids", "covered"),
    [
        ("units", ["人"], True),
        ("units", ["万人", "万", "人"], True),
        ("units", ["户"], False),
        ("sources", ["x"], True),
        ("indicators", ["x"], False),
    ],
)
def test_an_id_is_covered_by_a_wrong_entry_or_a_lost_list(listing, ids, covered):
    assert covered is LOSSES.cover(listing, *ids)


@pytest.mark.parametrize(
    ("id_", "path", "covered"),
    [
        ("a-2023-b-c1", "content/other.md", True),
        ("c1", "content/regions/a/2023/b.md", True),
        ("a-2022-b-c1", "content/other.md", False),
        ("c1", "content/other.md", False),
    ],
)
def test_a_record_is_covered_by_its_lost_file_or_from_within_it(id_, path, covered):
    assert covered is LOSSES.cover_record(id_, path)


def test_nothing_lost_covers_nothing():
    assert not Losses().cover("units", "人")
    assert not Losses().cover_record("a-2023-b-c1", "content/other.md")
