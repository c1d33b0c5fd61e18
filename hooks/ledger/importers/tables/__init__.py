"""Tables of an office → drafts, and content → the tables an office uses.

Belongs here: sheets, their layout and columns, cells, changed rows. Does not: tables inside documents.
"""
