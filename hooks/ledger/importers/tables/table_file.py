"""Opens a table by the ending of its name."""

from pathlib import Path

from ledger.importers.tables.csv_reading import read_csv
from ledger.importers.tables.sheet import TableFile
from ledger.importers.tables.workbook_reading import read_workbook
from ledger.problems import Problem

READERS = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".csv": read_csv,
    ".tsv": read_csv,
}
# Tables that other programs write; they are told how to save one that can be read.
FOREIGN = frozenset({".xls", ".et", ".ods", ".xlsb", ".numbers"})


def is_table(file: Path) -> bool:
    """Tell whether a file is a table, be it one that cannot be read, by its ending.

    Args:
        file: the file.
    """
    return file.suffix.lower() in READERS.keys() | FOREIGN


def read_table_file(file: Path) -> TableFile:
    """Read all sheets of a table, or say why that cannot be done.

    Args:
        file: the file.
    """
    ending = file.suffix.lower()
    if ending not in READERS:
        return TableFile(file.name, problems=(Problem(file.name, 1, 1, "MZ160", {"ending": ending}),))
    return READERS[ending](file)
