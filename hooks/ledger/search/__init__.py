"""The search index: entries to small script files that a page loads as a query needs them.

What belongs here: cutting text into tokens, weighing them, and laying them out in files. Knows no ledger;
what an entry says is chosen in pages. Imports nothing.
"""
