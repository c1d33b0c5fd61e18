"""Topics of public health work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A subject that citizens look things up by.

    Args:
        id: ASCII slug, the file name and the address.
        name: the Chinese name.
        summary: what it covers, in one line.
    """

    id: str
    name: str
    summary: str
