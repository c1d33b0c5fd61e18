"""The dictionary of the real content, for tests of what is found in documents."""

from ledger.model.dictionary import Dictionary
from tests.ledger.importers.real_content import real_ledger


def content_dictionary() -> Dictionary:
    """Units, qualifiers and indicators as editors have them."""
    return real_ledger().dictionary
