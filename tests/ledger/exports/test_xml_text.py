import pytest

from ledger.exports.xml_text import xml_text


@pytest.mark.parametrize("text", ["甲\n乙\t丙\r", "𠮷😀", " ~", "\ud7ff\ue000\ufffd"])
def test_what_xml_knows_stays(text):
    assert xml_text(text) == text


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_becomes_the_sign_for_what_cannot_be_shown(sign):
    assert xml_text(f"甲{sign}乙") == "甲\ufffd乙"
