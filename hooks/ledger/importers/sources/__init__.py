"""What a document says of itself → the record of a source.

Belongs here: title, year, period, completeness, masks. Does not: what the document reports.
"""
