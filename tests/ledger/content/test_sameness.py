import pytest

from ledger.content.sameness import is_readable, means_the_same


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("value: ９８．５", "value: 98.5"),
        ("due: 2026年2月3日", "due: 2026-02-03"),
        ("text: 人\u200b手", "text: 人手"),
        ("text：甲", "text: 甲"),
        ("a: [b", "a: c"),
    ],
)
def test_another_way_to_write_it_means_the_same(before, after):
    assert means_the_same(before, after, in_front_matter=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [("a: 1", "a: 2"), ("a: 1", "b: 1"), ("- a：1", "- a: 1"), ("a: 1", "a: [1"), ("a: [1, 2]", "a: 1, 2")],
)
def test_another_value_does_not(before, after):
    assert not means_the_same(before, after, in_front_matter=False)


def test_the_body_counts_too():
    assert means_the_same("---\na: 1\n---\n甲\u200b", "---\na: 1\n---\n甲", in_front_matter=True)
    assert not means_the_same("---\na: 1\n---\n甲", "---\na: 1\n---\n乙", in_front_matter=True)
    assert not means_the_same("---\na: 1\n---\n甲", "--\na: 1\n---\n甲", in_front_matter=True)


def test_what_can_be_read_has_fields_and_no_mistake():
    assert is_readable("---\na: 1\n---\n", in_front_matter=True)
    assert is_readable("a: 1", in_front_matter=False)
    for text in ("", "a: [", "text：甲"):
        assert not is_readable(text, in_front_matter=False)
    assert not is_readable("a: 1", in_front_matter=True)
