"""`ledger export`: a region's year as the two tables that offices keep."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode
from ledger.commands.trial import sound_ledger

if TYPE_CHECKING:
    from ledger.importers.tables.office_tables import OfficeTable
    from ledger.model.ledger import Ledger


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("--region", required=True, metavar="地区", help="地区编号，即 regions 里的文件夹名")
    options.add_argument("--year", required=True, type=int, metavar="年份", help="年份，如 2023")
    options.add_argument(
        "--out", type=Path, default=Path(), metavar="文件夹", help="写到哪里；不写就是当前文件夹"
    )
    options.add_argument("--overwrite", action="store_true", help="覆盖同名的表；不加就不覆盖")


def run(arguments: argparse.Namespace) -> int:
    """Write the tables as Excel workbooks.

    Args:
        arguments: the parsed command line.
    """
    from ledger.importers.tables.office_workbook import office_workbook

    ledger = sound_ledger(arguments.content)
    tables = tables_of(ledger, arguments.region, arguments.year)
    if not any(table.rows for table in tables):
        print(f"账里没有“{arguments.region}”{arguments.year} 年的记录。有记录的：{_places(ledger)}")
        return ExitCode.TOOL
    files = [(arguments.out / table.file, table) for table in tables if table.rows]
    there = [file.name for file, _ in files if file.exists()]
    if there and not arguments.overwrite:
        print(f"{'、'.join(there)} 已经在那里，没有覆盖：先改名或移走，或者加 --overwrite。")
        return ExitCode.TOOL
    arguments.out.mkdir(parents=True, exist_ok=True)
    for file, table in files:
        file.write_bytes(office_workbook(table, ledger.settings.as_of))
        print(f"已写 {file}：{len(table.rows)} 行")
    print("在表里改好以后，运行 ledger import 表名 --region 地区 --year 年份，会列出改了什么。编号不要改。")
    return ExitCode.GOOD


def tables_of(ledger: "Ledger", region: str, year: int) -> "tuple[OfficeTable, ...]":
    """Lay out the tables of a region's year; none where the ledger has no such region.

    Args:
        ledger: the ledger.
        region: region id.
        year: year folder.
    """
    from ledger.analysis.findings import analyse
    from ledger.importers.tables.office_tables import office_tables

    if region not in ledger.regions:
        return ()
    names = ledger.dictionary.terms["verdict"]
    assessments = analyse(ledger).assessments
    verdicts = {id_: names[item.verdict.value] for id_, item in assessments.items()}
    return office_tables(ledger, region, year, verdicts)


def _places(ledger: "Ledger") -> str:
    places = dict.fromkeys(f"{file.region} {file.year}" for file in ledger.files)
    return "、".join(places)
