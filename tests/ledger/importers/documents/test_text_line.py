"""One line of text, as blocks carry it."""

import pytest

from ledger.importers.documents.text_line import one_line


@pytest.mark.parametrize("sign", ["\u200b", "\u034f", "\u3164", "\u2066", "\u00ad", "\x00", "\ufeff"])
def test_what_cannot_be_seen_parts_no_word(sign):
    assert one_line(f"卫{sign}生") == "卫生"


@pytest.mark.parametrize("sign", ["\n", "\t", "\u3000", "\u2028"])
def test_what_ends_a_line_or_is_a_blank_parts_words_once(sign):
    assert one_line(f" 卫{sign} 生 ") == "卫 生"
