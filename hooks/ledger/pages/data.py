"""The page that describes the open data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ledger.pages import links
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class DataTable:
    """One table of the open data.

    Args:
        name: file name without its ending.
        columns: column names with what they mean.
        rows: number of rows.
        csv_bytes: size of the CSV file.
        json_bytes: size of the JSON file.
    """

    name: str
    columns: Sequence[tuple[str, str]]
    rows: int
    csv_bytes: int
    json_bytes: int


@dataclass(frozen=True)
class DataPage:
    """What the data page shows.

    Args:
        tables: the tables.
        workbook_bytes: size of the file that has all of them.
    """

    tables: tuple[DataTable, ...]
    workbook_bytes: int


def data_page(make: Callable[[], DataPage]) -> PageSpec:
    """Make the page that describes the open data.

    Args:
        make: works out what it shows, for which the data must have been written.
    """
    return PageSpec(links.DATA, "data.md.j2", make)


def describe_data(
    columns: Mapping[str, Sequence[tuple[str, str]]], rows: Mapping[str, int], files: Mapping[str, bytes]
) -> DataPage:
    """Arrange what the page of the open data shows.

    Args:
        columns: column names and meanings by table.
        rows: number of rows by table.
        files: the exported files by address.
    """
    tables = tuple(
        DataTable(
            name, described, rows[name], len(files[f"data/{name}.csv"]), len(files[f"data/{name}.json"])
        )
        for name, described in columns.items()
    )
    return DataPage(tables, len(files["data/ledger.xlsx"]))
