"""Passages and figures → commitments, outcomes and problems.

Belongs here: clauses, verbs, claims, days, duties. Does not: numbers.
"""
