"""Tables as offices keep them: made for tests, or exported from the real content, and planned."""

from functools import cache

import openpyxl

from ledger.analysis.findings import analyse
from ledger.importers.tables.office_tables import office_tables
from ledger.importers.tables.table_file import read_table_file
from ledger.importers.tables.table_plan import Wanted, plan_table
from tests.ledger.importers.real_content import real_ledger


def save_workbook(file, rows, *, merges=(), formats=None, title="表"):
    """Save rows as a workbook of one sheet; `formats` gives number formats by cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for span in merges:
        sheet.merge_cells(span)
    for cell, pattern in (formats or {}).items():
        sheet[cell].number_format = pattern
    book.save(file)
    return file


@cache
def real_tables(region, year):
    ledger = real_ledger()
    names = ledger.dictionary.terms["verdict"]
    found = analyse(ledger).assessments
    return office_tables(
        ledger, region, year, {id_: names[item.verdict.value] for id_, item in found.items()}
    )


def plan_rows(folder, rows, *, year=2024, declared=None, known=(), topic=None, **sheet):
    """Save rows as a workbook, and plan its one sheet with the real dictionary."""
    return plan_file(
        save_workbook(folder / "表.xlsx", rows, **sheet),
        year=year,
        declared=declared,
        known=known,
        topic=topic,
    )


def plan_file(path, *, year=2024, declared=None, known=(), topic=None):
    file = read_table_file(path)
    assert file.problems == ()
    wanted = Wanted(year, declared or {}, topic, "表{sheet} 第{row}行", frozenset(known))
    return plan_table(file, file.sheets[0], wanted, real_ledger().dictionary)


def codes(plan):
    """The problems of a plan as code, row and column from 1."""
    return [(problem.code, problem.line, problem.column) for problem in plan.problems]
