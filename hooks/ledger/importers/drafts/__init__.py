"""What was found → drafts of content files.

Belongs here: records to be written and the plan of an import. Does not: text of content files.
"""
