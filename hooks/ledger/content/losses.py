"""What could not be read for a reason already reported, so that nothing else is blamed for it."""

from dataclasses import dataclass, field


@dataclass
class Losses:
    """Ids and lists that exist in the content but not in what was read.

    Args:
        ids: ids of entries that are wrong in another way.
        lists: lists of which some ids are unknown, such as units or sources.
        files: topic files that could not be read as a whole: path → how the full ids of its records begin.
    """

    ids: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)

    def cover(self, listing: str, *ids: str) -> bool:
        """Tell whether an id may be right although its list does not hold it.

        Args:
            listing: the list it belongs to.
            ids: the id, or the parts it may be made of.
        """
        return listing in self.lists or not self.ids.isdisjoint(ids)

    def cover_record(self, id_: str, path: str) -> bool:
        """Tell whether a record may stand in a file that could not be read.

        Args:
            id_: the id as it is referred to.
            path: the file that refers to it.
        """
        return path in self.files or id_.startswith(tuple(self.files.values()))
