"""The core of the ledger: content files in, pages and data out; runs without MkDocs."""
