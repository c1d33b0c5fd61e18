"""Files of an office → readings: their paragraphs and tables, without boilerplate, damage mended and noted.

Belongs here: formats, encodings, boilerplate, damage. Does not: what the words mean.
"""
