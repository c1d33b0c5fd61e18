"""Which file of the content folder is what; anything that stands elsewhere is reported, never ignored."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger.content.folder import Folder
from ledger.content.inventory import is_dropping
from ledger.content.lookups import meant
from ledger.content.values import is_identifier
from ledger.problems import Problem, hint

_YEAR = re.compile(r"(19|20)[0-9]{2}")
_SINGLE = {"README.md", "site.yml"}
_DICTIONARY = {"topics.yml", "statuses.yml", "units.yml", "glossary.yml"}
_REGION = {"region.yml", "sources.yml", "corrections.yml"}
# First parts of the site's own addresses, at which a region's pages would hide other pages.
_SECTIONS = {
    "about",
    "accessibility",
    "assets",
    "audit",
    "changes",
    "content",
    "data",
    "editing",
    "indicators",
} | {
    "comparison",
    "glossary",
    "methodology",
    "sources",
    "topics",
    "tracker",
}


@dataclass(frozen=True)
class TopicPath:
    """Where a topic file stands.

    Args:
        file: the file.
        region: region id.
        year: year folder.
        topic: topic id.
    """

    file: Path
    region: str
    year: int
    topic: str


def find_regions(folder: Folder) -> list[str]:
    """Name the folders of regions; a name that cannot be an address, or is one already, is reported.

    Args:
        folder: the content folder.
    """
    parent = folder.root / "regions"
    names = sorted(
        entry.name
        for entry in parent.glob("*")
        if entry.is_dir() and not is_dropping(entry.name) and entry not in folder.inventory.refused
    )
    for name in names:
        code = "MZ030" if name in _SECTIONS else "" if is_identifier(name) else "MZ017"
        if code:
            path = folder.path(parent / name / "region.yml")
            folder.problems.append(Problem(path, 1, 1, code, {"text": name}))
    return names


def find_topic_files(folder: Folder, topics: Collection[str]) -> Iterator[TopicPath]:
    """Find every topic file, in the order of paths; whatever has no place is reported.

    Args:
        folder: the content folder.
        topics: ids of the topics.
    """
    for file in folder.inventory.files:
        parts = file.relative_to(folder.root).parts
        if _is_fixed(parts):
            continue
        topic = _topic_of(parts)
        if topic == "index" and parts[0] == "regions":
            # The page of the year has this address.
            details = {"name": file.name, "other": "index"}
            folder.problems.append(Problem(folder.path(file), 1, 1, "MZ057", details))
            continue
        if topic and (topic in topics or folder.losses.cover("topics", topic)):
            if parts[0] == "regions":
                yield TopicPath(file, parts[1], int(parts[2]), topic)
        else:
            path = folder.path(file)
            near = "" if file.stem in topics else hint(meant(file.stem, topics), topics)
            folder.problems.append(Problem(path, 1, 1, "MZ008", {"name": path, "hint": near}))


def lose_refused(folder: Folder) -> None:
    """Count what stands in refused files and folders as lost, so that nothing else is blamed for it.

    Args:
        folder: the content folder.
    """
    for file in folder.inventory.refused:
        parts = file.relative_to(folder.root).with_suffix("").parts
        if parts[:1] == ("regions",):
            # Full ids begin with region, year and topic.
            folder.losses.files[folder.path(file)] = "".join(f"{part}-" for part in parts[1:4])
        if parts[:1] == ("regions",) and (len(parts) < 3 or parts[2] == "sources"):
            folder.losses.lists.add("sources")


def _is_fixed(parts: tuple[str, ...]) -> bool:
    match parts:
        case (name,):
            return name in _SINGLE
        case ("dictionary", name):
            return name in _DICTIONARY
        case ("regions", _, name):
            return name in _REGION
        case _:
            return False


def _topic_of(parts: tuple[str, ...]) -> str:
    match parts:
        case ("dictionary", "indicators", name) if name.endswith(".yml"):
            return name.removesuffix(".yml")
        case ("regions", _, year, name) if _YEAR.fullmatch(year) and name.endswith(".md"):
            return name.removesuffix(".md")
        case _:
            return ""
