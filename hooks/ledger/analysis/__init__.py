"""Derived facts: pure functions from the model to values, without wording, colour or files.

What belongs here: verdicts, recomputed rates, series, disclosure, lineage, counts. Imports model only.
"""
