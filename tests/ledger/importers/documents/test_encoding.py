"""Text is read in the encoding it was stored in, whatever it says of itself."""

import codecs

import pytest

from ledger.importers.documents.encoding import decode

LONG = "2023年，全县基层医疗卫生机构管理老年人45777人，管理率63.9%（全年任务62%）。“三医”联动稳步推进。\n"
SHORT = "新建3所"


@pytest.mark.parametrize("text", [LONG * 20, LONG, SHORT, "工作总结", "一、加强领导\n二、落实责任"])
@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(text, stored, name):
    decoded = decode(text.encode(stored))
    assert (decoded.text, decoded.encoding, decoded.whole) == (text, name, True)


def test_big_endian_with_a_mark():
    assert decode(codecs.BOM_UTF16_BE + LONG.encode("utf-16-be")).text == LONG


def test_rare_characters_of_names_are_no_sign_of_another_encoding():
    text = "患者䶮㛃𬬭等名字，瀍河、珲春、亳州、儋州。"
    for name in ("utf-8", "gb18030"):
        assert decode(text.encode(name)).text == text


def test_a_page_that_is_mostly_markup_is_read_by_its_few_other_characters():
    text = "<script>var a = 1;</script>\n" * 500 + "管理老年人45777人，管理率63.9%。"
    for name in ("utf-8", "gb18030"):
        assert decode(text.encode(name)).text == text


def test_letters_alone_are_read():
    assert decode(b"OK 2023").text == "OK 2023"


def test_some_broken_bytes_are_told():
    data = bytearray((LONG * 50).encode("utf-8"))
    data[1000] = 0xFF
    decoded = decode(bytes(data))
    assert (decoded.encoding, decoded.whole) == ("utf-8", False)
    assert "管理老年人45777人" in decoded.text


def test_a_file_that_was_cut_in_a_character_is_read():
    for name in ("utf-8", "gb18030"):
        stored = (LONG * 20).encode(name)
        cut = stored[: len(stored) - 5]
        assert decode(cut).text.startswith(LONG * 19)


@pytest.mark.parametrize("data", [b"\0" * 100, bytes(range(256)) * 4, b"\x01\x02\x03\x04" * 100])
def test_what_is_no_text_is_none(data):
    assert decode(data) is None
