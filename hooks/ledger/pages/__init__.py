"""Which pages exist, and what each says: a context dataclass and a Jinja template per kind of page.

What belongs here: choosing and arranging facts for readers. Words live in the templates. Imports analysis,
exports' column list, charts and model; the only package that imports jinja2.
"""
