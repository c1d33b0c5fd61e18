"""What stands in the content folder: regular files with plain names, and the rest, which is never read."""

import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ledger.problems import Limit, Problem

MOST_FILES = 5000
_MOST_BYTES_OF_A_NAME = 100
_DEEPEST_FOLDER = 20
KINDS = frozenset({".md", ".yml"})
# Left behind by desktops and editors; the same as in .gitignore.
_DROPPINGS = re.compile(r"\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini")
# What Windows cannot store, what an address cannot hold plainly, and what nobody sees.
_UNUSABLE = re.compile(
    r"[\x00-\x20\x7f-\xa0\u3000?:*\"<>|\\%#&\u200b-\u200f\u202a-\u202e\ufeff\ud800-\udfff]|[. ]$"
)
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass
class Inventory:
    """The files of a folder.

    Args:
        files: those that may be read, ordered by path.
        refused: files and folders that may not.
        problems: why not.
    """

    files: list[Path] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def take_inventory(root: Path, path_of: Callable[[Path], str], kinds: frozenset[str] = KINDS) -> Inventory:
    """List a folder without following any link.

    Args:
        root: the folder.
        path_of: how to name a file in problems.
        kinds: the endings that a file may have.
    """
    found = Inventory()
    _Walk(found, path_of, kinds).into(root)
    found.files.sort()
    if len(found.files) > MOST_FILES:
        found.problems.append(
            Problem(path_of(found.files[MOST_FILES]), 1, 1, "MZ034", {"limit": Limit.FILES})
        )
        del found.files[MOST_FILES:]
    return found


def is_dropping(name: str) -> bool:
    """Tell whether a file was left behind by a desktop or an editor.

    Args:
        name: its name.
    """
    return _DROPPINGS.fullmatch(name) is not None


@dataclass
class _Walk:
    found: Inventory
    path_of: Callable[[Path], str]
    kinds: frozenset[str]

    def into(self, folder: Path, depth: int = 1) -> None:
        try:
            # Of two twins the one in small letters is the right one, and comes first.
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name.swapcase())
        except FileNotFoundError:
            return
        except OSError:
            self._refuse(folder, "MZ058", {})
            return
        seen: dict[str, str] = {}
        for entry in entries:
            if not is_dropping(entry.name):
                self._enter(entry, folder / entry.name, seen, depth)
                seen.setdefault(_same(entry.name), entry.name)

    def _enter(self, entry: os.DirEntry[str], file: Path, seen: dict[str, str], depth: int) -> None:
        code, details = self._reason(entry, seen, depth)
        if code:
            self._refuse(file, code, details)
        elif entry.is_dir(follow_symlinks=False):
            self.into(file, depth + 1)
        else:
            self.found.files.append(file)

    def _refuse(self, file: Path, code: str, details: dict[str, str]) -> None:
        self.found.refused.add(file)
        details = {"name": _shown(file.name), **details}
        self.found.problems.append(Problem(self.path_of(file), 1, 1, code, details))

    def _reason(
        self, entry: os.DirEntry[str], seen: dict[str, str], depth: int
    ) -> tuple[str, dict[str, str]]:
        name, twin = entry.name, seen.get(_same(entry.name))
        if entry.is_symlink():
            return "MZ054", {}
        if twin is not None:
            return "MZ057", {"other": _shown(twin)}
        is_folder = entry.is_dir(follow_symlinks=False)
        ending = Path(name).suffix.lower()
        is_regular = depth < _DEEPEST_FOLDER and ending not in self.kinds if is_folder else entry.is_file()
        if not is_regular or not _is_usable(name):
            return "MZ055", {}
        return ("MZ056", {}) if not is_folder and ending and ending not in self.kinds else ("", {})


def _is_usable(name: str) -> bool:
    is_long = len(name.encode("utf-8", "surrogateescape")) > _MOST_BYTES_OF_A_NAME
    return not (is_long or _UNUSABLE.search(name) or _DEVICES.fullmatch(name))


def _same(name: str) -> str:
    """Reduce a name to what all systems tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _shown(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
