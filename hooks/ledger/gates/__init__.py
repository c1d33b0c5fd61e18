"""What a finished site must be before it may take the place of the earlier one: one rule per file.

A gate has `check(page, folder)` or, where it needs the whole site, `check(folder, pages)`; it reads what was
built, never how it was built, so that it holds for any generator.
"""
