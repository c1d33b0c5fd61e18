"""Documents and tables of an office → drafts of content that a person has to confirm.

Belongs here: reading files, their outline, finding figures and statements, drafts, tables in and out.
Does not: deciding what is published. May import content, model and problems. Words of the documents'
language stand in the TOML tables beside the modules, never in Python.
"""
