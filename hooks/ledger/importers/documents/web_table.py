"""Tables of a web page → rows of cells, merged cells repeated."""

from selectolax.lexbor import LexborNode

from ledger.importers.documents.text_line import one_line

# Old pages lay everything out in tables; a cell of data is no article.
_LONGEST_CELL = 600
_MOST_SPAN = 100
_CELLS = "td, th"


def is_data_table(table: LexborNode) -> bool:
    """Say whether a table holds data and is not the frame of a page.

    Args:
        table: a `table` element.
    """
    if table.css_first("table table, script, form, h1") is not None and table.css("table"):
        return False
    rows = [row.css(_CELLS) for row in table.css("tr")]
    if sum(len(row) > 1 for row in rows) < 2:
        return False
    return all(len(cell.text(strip=True)) <= _LONGEST_CELL for row in rows for cell in row)


def table_rows(table: LexborNode) -> tuple[tuple[str, ...], ...]:
    """Read the cells of a table.

    Args:
        table: a `table` element that holds data.
    """
    rows: list[tuple[str, ...]] = []
    hanging: dict[int, tuple[int, str]] = {}
    for row in table.css("tr"):
        cells: list[str] = []
        for cell in row.css(_CELLS):
            _hang(cells, hanging)
            text = one_line(cell.text(separator=" "))
            down = _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if down > 1:
                    hanging[len(cells)] = (down - 1, text)
                cells.append(text)
        _hang(cells, hanging)
        if any(cells):
            rows.append(tuple(cells))
    return tuple(rows)


def _hang(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Repeat the cells that reach down from rows above."""
    while len(cells) in hanging:
        left, text = hanging.pop(len(cells))
        if left > 1:
            hanging[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return min(max(int(value), 1), _MOST_SPAN) if value.isascii() and value.isdigit() else 1
