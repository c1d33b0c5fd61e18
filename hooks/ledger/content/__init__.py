"""Files to model: text, YAML with positions, fields, references.

What belongs here: reading `content/` and saying what is wrong with it. What does not: judging figures, pages.
Imports model and problems; the only package that imports yaml.
"""
