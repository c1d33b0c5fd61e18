"""Two revisions of the ledger held against each other: what changed, and what must be said about it.

Works on the tables of the open data alone, so that an earlier revision may be a commit or a published site.
"""
