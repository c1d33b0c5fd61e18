"""Questions to an open page, each a function in JavaScript in a file of its own."""

from functools import cache
from pathlib import Path

PROBES = Path(__file__).parent / "probes"


@cache
def probe(name):
    """Read the function of a name, to be given to ``page.evaluate``."""
    return (PROBES / f"{name}.js").read_text(encoding="utf-8")
