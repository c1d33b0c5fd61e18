"""One command of the command line per file; each imports what it needs only when it runs.

A module of this package has `add_arguments(options)` and `run(arguments) -> int`, which gives the exit code.
"""
