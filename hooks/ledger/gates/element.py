"""One element of a page, free of the parser that read it."""

from typing import NamedTuple

Attributes = dict[str, str | None]


class Element(NamedTuple):
    """One element in the order of the page.

    Args:
        tag: its name, in small letters.
        attributes: values by name; None where an attribute has no value.
    """

    tag: str
    attributes: Attributes

    def get(self, name: str) -> str:
        """Read an attribute.

        Args:
            name: of the attribute.
        """
        return self.attributes.get(name) or ""
