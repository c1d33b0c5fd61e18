"""What each field is for, in the words that editors see; read from `fields.toml`."""

from collections.abc import Mapping
from pathlib import Path

from ledger.own_table import read_own_table

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = read_own_table(Path(__file__).with_name("fields.toml"))
_MOST_HOMES = 3


def homes(name: str) -> tuple[str, ...]:
    """Name the kinds of content that have a field of this name, at most three.

    Args:
        name: the field.
    """
    return tuple(kind for kind, fields in DESCRIPTIONS.items() if name in fields)[:_MOST_HOMES]
