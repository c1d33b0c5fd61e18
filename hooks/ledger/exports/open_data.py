"""The whole ledger as open data: every table as CSV and as JSON."""

from ledger.analysis.findings import Findings
from ledger.exports.columns import COMMITMENTS, CORRECTIONS, MEASURES, OUTCOMES, PROBLEMS, SOURCES
from ledger.exports.rows import measure_rows, source_rows
from ledger.exports.tables import Table, csv_bytes, json_bytes, tabulate
from ledger.model.ledger import Ledger


def export_all(ledger: Ledger, findings: Findings) -> dict[str, bytes]:
    """Write every table of a ledger.

    Args:
        ledger: the ledger.
        findings: what follows from it.

    Returns:
        Contents by address below the site, such as `data/measures.csv`; equal ledgers give equal bytes.
    """
    return encode(tabulate_all(ledger, findings))


def tabulate_all(ledger: Ledger, findings: Findings) -> dict[str, Table]:
    """Fill every table of a ledger.

    Args:
        ledger: the ledger.
        findings: what follows from it.

    Returns:
        Tables by name.
    """
    return {
        "measures": tabulate(MEASURES, measure_rows(ledger, findings)),
        "commitments": tabulate(COMMITMENTS, [findings.assessments[id_] for id_ in ledger.commitments]),
        "outcomes": tabulate(OUTCOMES, ledger.outcomes.values()),
        "problems": tabulate(PROBLEMS, ledger.stated_problems.values()),
        "sources": tabulate(SOURCES, source_rows(ledger)),
        "corrections": tabulate(CORRECTIONS, ledger.corrections),
    }


def encode(tables: dict[str, Table]) -> dict[str, bytes]:
    """Write tables as CSV and as JSON, CSV first.

    Args:
        tables: tables by name.
    """
    csv_files = {f"data/{name}.csv": csv_bytes(table) for name, table in tables.items()}
    return csv_files | {f"data/{name}.json": json_bytes(table) for name, table in tables.items()}
