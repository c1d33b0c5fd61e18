"""Shares of texts, counted by hand."""

from decimal import Decimal

from ledger.analysis.overlap import RUN, Overlap, overlap

# Fourteen characters; the first thirteen are one run.
LINE = "甲乙丙丁戊己庚辛壬癸子丑寅卯"


def test_a_text_stands_wholly_in_itself():
    found = overlap(f"{LINE}。另一句也不短。", f"{LINE}。另一句也不短。")
    # 14 + 6 characters, both sentences have six characters or more.
    assert found == Overlap(20, 20, 2, 2)
    assert found.degree == Decimal(100)


def test_spaces_and_punctuation_do_not_matter():
    assert overlap(LINE, "甲乙，丙丁 戊己庚\n辛壬癸子丑寅卯").degree == Decimal(100)


def test_a_run_must_be_thirteen_long():
    assert overlap("前" + LINE[:12] + "后", LINE).shared_characters == 0
    # 前 and 后 are not in the other text: 13 of 15.
    assert overlap("前" + LINE[:13] + "后", LINE) == Overlap(15, 13, 1, 0)


def test_each_character_counts_once():
    # 14 characters are two overlapping runs.
    assert overlap(LINE, LINE).shared_characters == 14
    assert overlap(LINE + LINE, LINE).shared_characters == 28


def test_sentences_are_counted_as_often_as_both_have_them():
    assert overlap("今年完成任务。今年完成任务。", "今年完成任务。").shared_sentences == 1


def test_an_empty_text_shares_nothing():
    assert overlap("", LINE).degree == 0
    assert RUN == 13
