"""How texts and queries are cut."""

import pytest

from ledger.search.tokens import chains, letters, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高血压", ["高血", "血压"]),
        ("献血、婚检", ["献血", "婚检"]),
        ("药", ["药"]),
        ("51.2%", ["51.2", "51.2%"]),
        ("51.2％", ["51.2", "51.2%"]),
        ("28.4万人", ["28.4", "万人"]),
        ("4,120人", ["4120", "人"]),
        ("2023年家庭", ["2023", "家庭"]),
        ("2023年度家庭", ["2023", "家庭"]),
        ("3年以内", ["3", "年以", "以内"]),
        ("CMI值", ["cmi", "值"]),
        ("xx市", ["xx", "市"]),
        ("打120后", ["打", "120", "后"]),
        ("。！ ", []),
    ],
)
def test_a_text_is_cut_into_numbers_words_and_pairs(text, expected):
    assert list(tokens(text)) == expected


def test_letters_are_the_single_chinese_characters():
    assert list(letters("CMI 高血压 51.2%")) == ["高", "血", "压"]


def test_chains_are_three_characters_in_a_row():
    assert list(chains("CMI 高血压率、献血 51.2%")) == ["高血压", "血压率"]
