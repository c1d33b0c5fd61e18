"""The dictionary of the real content, for tests of what is found in documents."""

from functools import cache
from pathlib import Path

from ledger.content.loader import load_ledger
from ledger.model.dictionary import Dictionary

CONTENT = Path(__file__).parents[3] / "content"


@cache
def content_dictionary() -> Dictionary:
    """Units, qualifiers and indicators as editors have them."""
    ledger, _ = load_ledger(CONTENT)
    return ledger.dictionary
