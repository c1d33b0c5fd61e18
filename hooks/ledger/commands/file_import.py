"""`ledger import FILE --region R`: a document or a table becomes drafts, which a person has to confirm."""

import argparse
from pathlib import Path

from ledger.commands import document_import, table_import


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument(
        "file",
        metavar="文件",
        help="文件 .docx .txt .html .pdf，或表 .xlsx .csv；写 - 就读粘贴进来的文字",
    )
    options.add_argument("--region", required=True, metavar="地区", help="地区编号，即 regions 里的文件夹名")
    options.add_argument(
        "--year", type=int, metavar="年份", help="总结的是哪一年，计划写计划的那一年；不写就看文件里怎么说"
    )
    table_import.add_table_arguments(options)


def run(arguments: argparse.Namespace) -> int:
    """Import a file by what it is: a table by its ending, everything else as a document.

    Args:
        arguments: the parsed command line.
    """
    from ledger.importers.tables.table_file import is_table

    if is_table(Path(arguments.file)):
        return table_import.run(arguments)
    return document_import.run(arguments)
