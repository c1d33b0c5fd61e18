"""How much each token says about each entry; the expected numbers are worked out by hand."""

from math import ceil, log

from ledger.search.entry import Entry, Kind, Names
from ledger.search.weights import rarity, weigh

NAMES = Names({}, {"alpha": "甲区"}, {"blood": "献血"}, {})


def entry(title, kind=Kind.TOPIC, **changes):
    return Entry(kind, f"{title}/", title, **changes)


def test_a_rare_token_tells_more_apart():
    # log(1 + 9.5 / 1.5) and log(1 + 0.5 / 10.5), in tenths; never nothing.
    assert rarity(1, 10) == round(10 * log(1 + 9.5 / 1.5)) == 20
    assert rarity(10, 10) == 1


def test_the_weight_of_a_title_follows_the_formula():
    # One field of three tokens (献血 and its two letters), of usual length: 4 / (3 + 4) of 15 steps.
    found = weigh([entry("献血")], NAMES)
    assert found["献血"].levels == {0: ceil(15 * 4 / 7)} == {0: 9}
    assert list(found) == ["献", "献血", "血"]


def test_a_title_says_more_than_a_name_and_a_name_more_than_a_text():
    entries = [entry("献血"), entry("其他", aliases=("献血",)), entry("别的", text="献血")]
    levels = weigh(entries, NAMES)["献血"].levels
    assert levels[0] > levels[1] > levels[2] > 0


def test_a_short_title_says_more_than_a_long_one_with_the_same_word():
    levels = weigh([entry("献血"), entry("无偿献血工作领导小组")], NAMES)["献血"].levels
    assert levels[0] > levels[1]


def test_the_widest_page_comes_before_a_figure_of_the_same_name():
    levels = weigh([entry("献血"), entry("献血", Kind.MEASURE)], NAMES)["献血"].levels
    assert levels[0] > levels[1]


def test_an_entry_is_found_by_its_place_year_and_topic_too():
    found = weigh([entry("一件事", region="alpha", year=2023, topic="blood")], NAMES)
    assert {"甲区", "2023", "献血"} <= set(found)
    # Single characters stand for mistyped names of the thing itself, not of where it is.
    assert "甲" not in found


def test_a_figure_is_found_with_and_without_its_unit():
    found = weigh([entry("签约率", figure="51.2%")], NAMES)
    assert found["51.2"].levels.keys() == found["51.2%"].levels.keys() == {0}


def test_what_leads_its_topic_comes_before_what_is_named_after_it():
    entries = [entry("甲签约率", Kind.INDICATOR, place=1), entry("乙签约率", Kind.INDICATOR)]
    levels = weigh(entries, NAMES)["签约率"].levels
    # Two fields of nine tokens each, of usual length: 4 / (3 + 4) of 15 steps, and 0.97 of that.
    assert levels == {0: ceil(15 * 0.97 * 4 / 7), 1: ceil(15 * 4 / 7)} == {0: 9, 1: 9}
    assert weigh([entry("签约率", place=8), entry("签约率")], NAMES)["签约率"].levels == {0: 7, 1: 9}
