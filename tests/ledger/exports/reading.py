"""Reading back what was exported."""

import csv
import io
import json
from decimal import Decimal

from ledger.exports.cells import csv_text
from ledger.exports.columns import MEASURES
from ledger.exports.rows import MeasureRow


def cells(columns, record):
    """Write every cell of a record that is not blank, as it stands in CSV."""
    written = {name: csv_text(cell(record)) for name, cell in columns.items()}
    return {name: text for name, text in written.items() if text}


def figure(item, target=None, numerator=None, denominator=None):
    """Write every cell of a figure that is not blank."""
    return cells(MEASURES, MeasureRow(item, target, numerator, denominator))


def read_csv(files, table):
    return list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode("utf-8-sig"), newline="")))


def read_json(files, table):
    return json.loads(files[f"data/{table}.json"], parse_float=Decimal)
