"""What every column of the open data means, for readers."""

import json
from importlib.resources import files


def describe_columns() -> dict[str, list[tuple[str, str]]]:
    """Read the description of every column from the file beside this one.

    Returns:
        Table name → (column, description in Chinese), in the order of the columns.
    """
    text = files("ledger.exports").joinpath("columns.json").read_text(encoding="utf-8")
    return {table: list(columns.items()) for table, columns in json.loads(text).items()}
