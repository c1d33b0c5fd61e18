"""Turns readable sources of our own documents into the files an office would send.

`name.txt` and `name.html` are the documents themselves; `name.docx.txt` becomes a Word file, in which `#` and
`##` begin headings and `|` rows of a table, `name.gb.txt` a text in GB18030, `name.pdf.txt` a PDF whose lines
break where the paper ends, and `name.xlsx.txt`, all rows of one table, a workbook.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import docx
import openpyxl

LINE_LENGTH, PAGE_LENGTH = 36, 30


def build_document(source: Path, folder: Path) -> Path:
    """Make the document of a readable source.

    Args:
        source: the readable source.
        folder: where the document is put.

    Returns:
        The document.
    """
    name, *kinds = source.name.split(".")
    if len(kinds) == 1:
        return Path(shutil.copy(source, folder))
    ending = "txt" if kinds[0] == "gb" else kinds[0]
    document = folder / f"{name}.{ending}"
    BUILDERS[kinds[0]](source.read_text(encoding="utf-8"), document)
    return document


def _build_old_text(text: str, file: Path) -> None:
    file.write_text(text, encoding="gb18030")


def _build_workbook(text: str, file: Path) -> None:
    workbook = openpyxl.Workbook()
    for line in text.splitlines():
        workbook.active.append([cell or None for cell in _cells(line)])
    workbook.save(file)


def _build_pdf(text: str, file: Path) -> None:
    lines = [line for paragraph in text.splitlines() for line in _printed_lines(paragraph)]
    pages = [lines[start : start + PAGE_LENGTH] for start in range(0, len(lines), PAGE_LENGTH)]
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        """<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R
        /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>""",
        """<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]
        /ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>""",
    ]
    for number, lines in enumerate(pages, 1):
        content = "\n".join(_shown(line, at) for at, line in enumerate([*lines, f"— {number} —"]))
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {len(objects) + 2} 0 R>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    file.write_bytes(_with_index(objects))


def _printed_lines(paragraph: str) -> Iterator[str]:
    """Lines that neither break a number nor begin with a punctuation mark, as word processors set them."""
    line = "\u3000\u3000"
    for piece in re.findall(r"(?:[0-9A-Za-z.%/]+|.)[，。；：、！？）”]*", paragraph):
        if len(line) + len(piece) > LINE_LENGTH:
            yield line
            line = ""
        line += piece
    yield line


def _shown(line: str, at: int) -> str:
    return f"BT /F1 14 Tf 45 {790 - 24 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET"


def _with_index(objects: list[str]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    index = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{index}"
    end += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode("ascii")


def _build_word_file(text: str, file: Path) -> None:
    document = docx.Document()
    lines = [line for line in text.splitlines() if line.strip()]
    for is_table, group in groupby(lines, lambda line: line.startswith("|")):
        if is_table:
            _add_table(document, [_cells(line) for line in group])
        else:
            for line in group:
                _add_paragraph(document, line)
    document.save(str(file))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip()[1:-1].split("|")]


def _add_table(document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _add_paragraph(document, line: str) -> None:
    marks, _, words = line.partition(" ") if line.startswith("#") else ("", "", line)
    if marks:
        document.add_heading(words, level=len(marks) - 1)
    else:
        document.add_paragraph(words)


BUILDERS: dict[str, Callable[[str, Path], None]] = {
    "docx": _build_word_file,
    "gb": _build_old_text,
    "pdf": _build_pdf,
    "xlsx": _build_workbook,
}
