"""Turns readable sources of our own documents into the files an office would send.

`name.txt` and `name.html` are the documents themselves; `name.docx.txt` becomes a Word file, in which `#` and
`##` begin headings and `|` rows of a table, and `name.gb.txt` a text in GB18030.
"""

import shutil
from itertools import groupby
from pathlib import Path

import docx


def build_document(source: Path, folder: Path) -> Path:
    """Make the document of a readable source.

    Args:
        source: the readable source.
        folder: where the document is put.

    Returns:
        The document.
    """
    name, *kinds = source.name.split(".")
    if kinds == ["docx", "txt"]:
        return _build_word_file(source.read_text(encoding="utf-8"), folder / f"{name}.docx")
    if kinds == ["gb", "txt"]:
        document = folder / f"{name}.txt"
        document.write_text(source.read_text(encoding="utf-8"), encoding="gb18030")
        return document
    return Path(shutil.copy(source, folder))


def _build_word_file(text: str, file: Path) -> Path:
    document = docx.Document()
    lines = [line for line in text.splitlines() if line.strip()]
    for is_table, group in groupby(lines, lambda line: line.startswith("|")):
        if is_table:
            _add_table(document, [_cells(line) for line in group])
        else:
            for line in group:
                _add_paragraph(document, line)
    document.save(str(file))
    return file


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
