"""Every file is read by what it holds, or refused with one code of the catalogue."""

import io
import os
import zipfile

import docx
import pytest

from ledger.importers.documents.document import read_document, read_pasted
from ledger.importers.documents.unreadable import UnreadableDocumentError
from ledger.problems import Problem

TEXT = (
    "某某县2023年工作总结\n2023年，全县管理老年人45777人，管理率63.9%。\n"
    "一、存在问题\n一是基层人才不足，设备陈旧。\n"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def word_bytes(*paragraphs):
    document, stream = docx.Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def rewritten(data, changes):
    """The same package with some parts replaced, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return stream.getvalue()


def package(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def refusal(tmp_path, data, name="总结.docx"):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(file)
    problem = Problem(name, 1, 1, refused.value.code, refused.value.details)
    assert name in problem.message
    assert problem.mend
    return refused.value.code


@pytest.mark.parametrize("ending", [".txt", ".docx", ".pdf", ".html", ""])
def test_the_name_of_a_file_does_not_matter(ending, tmp_path):
    file = tmp_path / f"总结{ending}"
    file.write_bytes(TEXT.encode("gb18030"))
    reading = read_document(file)
    assert (reading.form, reading.encoding, reading.name) == ("txt", "gb18030", file.name)
    assert [block.text for block in reading.blocks] == TEXT.splitlines()
    file.write_bytes(word_bytes(*TEXT.splitlines()))
    reading = read_document(file)
    assert reading.form == "docx"
    assert [block.text for block in reading.blocks] == TEXT.splitlines()


def test_a_page_is_told_from_a_text_that_speaks_of_one(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("<html><body><p>一、管理老年人45777人，管理率63.9%。</p></body></html>", encoding="utf-8")
    assert read_document(file).form == "html"
    file.write_text("网页用 <html> 和 <p> 写成。", encoding="utf-8")
    assert read_document(file).form == "txt"


def test_pasted_text_has_no_name():
    reading = read_pasted(TEXT)
    assert (reading.name, reading.form, reading.encoding) == ("", "pasted", None)
    assert len(reading.blocks) == 4


@pytest.mark.parametrize("text", ["", "  \n\u3000\n", "\ufeff", "——\n***"])
def test_pasted_text_without_words_is_refused(text):
    with pytest.raises(UnreadableDocumentError) as refused:
        read_pasted(text)
    assert refused.value.code == "MZ141"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "MZ141"),
        (b" \r\n\t\n", "MZ141"),
        (OLE + b"\0" * 600, "MZ142"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "MZ143"),
        (b"{\\rtf1\\ansi hello}", "MZ144"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "MZ147"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "MZ147"),
        (b"\x7fELF" + b"\0" * 600, "MZ144"),
        (bytes(range(256)) * 40, "MZ144"),
        (b"\0" * 5000, "MZ144"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "MZ144"),
        (b"PK\x03\x04 and nothing else", "MZ145"),
        (b"%PDF-1.7\nand nothing else", "MZ145"),
        (b"<html>" + b"<div>" * 200_000, "MZ146"),
        (b"<html><body>" + b"<p>text</p>" * 2_000_000, "MZ146"),
        (b"text " * 3_000_000, "MZ146"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:14]),
)
def test_what_is_no_document_is_refused(data, code, tmp_path):
    assert refusal(tmp_path, data) == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl__workbook_xml": "<workbook/>"}, "MZ144"),
        ({"OFD_xml": "<OFD/>"}, "MZ144"),
        ({"a_txt": "text"}, "MZ144"),
        ({"word__document_xml": "<w:document"}, "MZ145"),
    ],
)
def test_other_packages_are_refused(parts, code, tmp_path):
    assert refusal(tmp_path, package(**parts)) == code


def test_a_renamed_spreadsheet_is_named(tmp_path):
    file = tmp_path / "总结.docx"
    file.write_bytes(package(xl__workbook_xml="<workbook/>"))
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(file)
    assert "表格" in refused.value.details["kind"]


def test_half_a_word_file_is_refused(tmp_path):
    data = word_bytes(*TEXT.splitlines())
    assert refusal(tmp_path, data[: len(data) // 2]) == "MZ145"


def test_a_word_file_with_a_flipped_byte_is_refused(tmp_path):
    data = bytearray(rewritten(word_bytes("正文"), {}))
    place = data.find(b"word/document.xml") + 60
    data[place] ^= 0xFF
    assert refusal(tmp_path, bytes(data)) == "MZ145"


def test_outside_entities_are_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("不该读到的字", encoding="utf-8")
    bad = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document>&e;</w:document>'
    assert refusal(tmp_path, rewritten(word_bytes("正文"), {"word/document.xml": bad})) == "MZ148"


def test_macros_are_refused(tmp_path):
    data = word_bytes("正文")
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        types = old.read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with_macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert plain in types
    assert (
        refusal(tmp_path, rewritten(data, {"[Content_Types].xml": types.replace(plain, with_macros)}))
        == "MZ148"
    )


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path):
    bomb = rewritten(word_bytes("正文"), {"word/media/a.png": b"\0" * 210_000_000})
    assert len(bomb) < 1_000_000
    assert refusal(tmp_path, bomb) == "MZ146"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "总结.txt"
    with file.open("wb") as stream:
        stream.truncate(101_000_000)
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(file)
    assert refused.value.code == "MZ146"


def test_what_is_no_file_is_refused(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "loop", "dangling", "pipe", "nowhere", "a\0b"):
        with pytest.raises(UnreadableDocumentError) as refused:
            read_document(tmp_path / name)
        assert refused.value.code == "MZ140"


def test_a_link_to_a_file_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert len(read_document(tmp_path / "b.txt").blocks) == 4
