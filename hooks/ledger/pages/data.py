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
        files: gives the exported files by address.
    """

    name: str
    columns: Sequence[tuple[str, str]]
    rows: int
    files: Callable[[], Mapping[str, bytes]]

    @property
    def csv_bytes(self) -> int:
        """Size of the CSV file."""
        return len(self.files()[f"{links.DATA}{self.name}.csv"])

    @property
    def json_bytes(self) -> int:
        """Size of the JSON file."""
        return len(self.files()[f"{links.DATA}{self.name}.json"])


@dataclass(frozen=True)
class DataPage:
    """What the data page shows.

    Args:
        tables: the tables.
        files: gives the exported files by address, made only where a size is asked for.
    """

    tables: tuple[DataTable, ...]
    files: Callable[[], Mapping[str, bytes]]

    @property
    def workbook_bytes(self) -> int:
        """Size of the file that has all tables."""
        return len(self.files()[f"{links.DATA}ledger.xlsx"])


def data_page(make: Callable[[], DataPage]) -> PageSpec:
    """Make the page that describes the open data.

    Args:
        make: works out what it shows.
    """
    return PageSpec(links.DATA, "data.md.j2", make)


def describe_data(
    columns: Mapping[str, Sequence[tuple[str, str]]],
    rows: Mapping[str, int],
    files: Callable[[], Mapping[str, bytes]],
) -> DataPage:
    """Arrange what the page of the open data shows.

    Args:
        columns: column names and meanings by table.
        rows: number of rows by table.
        files: gives the exported files by address.
    """
    tables = tuple(DataTable(name, described, rows[name], files) for name, described in columns.items())
    return DataPage(tables, files)
