"""The real content, which what is found in documents and tables is held against; read once."""

from functools import cache
from pathlib import Path

from ledger.content.loader import load_ledger

CONTENT = Path(__file__).parents[3] / "content"


@cache
def real_ledger():
    """The ledger of the real content, which has no problems."""
    ledger, problems = load_ledger(CONTENT)
    assert problems == []
    return ledger
