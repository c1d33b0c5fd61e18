"""What a document hides."""

from ledger.importers.passage import Passage, Role
from ledger.importers.sources.mask import find_masks


def masks(text):
    return [(mask.words, mask.is_number) for mask in find_masks([Passage(text, "一", Role.SUMMARY)])]


def test_numbers_and_names():
    assert masks("xx市投入xx.x万元，办结**件，某县参加。") == [
        ("xx", False),
        ("xx.x", True),
        ("**", True),
        ("某", False),
    ]


def test_letters_of_words_hide_nothing():
    assert masks("使用Linux和XML系统。") == []


def test_each_has_its_place_and_the_words_around_it():
    (mask,) = find_masks([Passage("全年共完成产前筛查xx例，检出率正常。", "一、(六)", Role.SUMMARY)])

    assert (mask.around, mask.at) == ("年共完成产前筛查xx例，检出率正常。", "一、(六)")
