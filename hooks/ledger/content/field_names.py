"""The names of all fields, by which a line that should have been a field is told from text."""

from collections.abc import Mapping

from ledger.content import fields
from ledger.content.values import Field

FIELD_NAMES = frozenset(
    name
    for declared in vars(fields).values()
    if isinstance(declared, Mapping)
    for name, field in declared.items()
    if isinstance(field, Field)
)
