"""Open data: the ledger as tables that spreadsheets and scripts can read, as bytes in memory.

What belongs here: the columns, their descriptions, CSV and JSON. What does not: judging, wording of pages,
files on disk. Imports model, analysis and the standard library only.
"""
