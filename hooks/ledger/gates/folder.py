"""The built folder: which files it has, and which of them an address means."""

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

INDEX = "index.html"
LOST = "404.html"


@dataclass(frozen=True)
class Folder:
    """A built site on disk.

    Args:
        root: its folder.
        files: size in bytes by path below the root, with forward slashes.
        folders: paths of the folders below the root; the root itself is "".
        strangers: what is neither a file nor a folder, such as symbolic links.
        base: the folder of the server that the site is made for, from its public address; "/" if it has none.
    """

    root: Path
    files: dict[str, int]
    folders: frozenset[str]
    strangers: tuple[str, ...]
    base: str = "/"
    _targets: dict[str, dict[str, str | None]] = field(default_factory=dict, repr=False, compare=False)

    def read(self, address: str) -> str:
        """Read a file of the site as text.

        Args:
            address: its path below the root.
        """
        return (self.root / address).read_text(encoding="utf-8", errors="replace")

    def named(self, *endings: str) -> Iterator[str]:
        """List files by their endings, in the order of their names.

        Args:
            endings: such as `.html`.
        """
        return (address for address in self.files if address.endswith(endings))

    def target(self, page: str, url: str) -> str | None:
        """Find the file that a relative address means; None if there is none.

        Args:
            page: the file that holds the address.
            url: as it is written; its query and fragment do not matter.
        """
        path = urlsplit(url).path
        if not path:
            return page
        directory = page.rpartition("/")[0]
        if directory not in self._targets:
            # Pages of one folder come one after the other; what was found for the last is not needed again.
            self._targets.clear()
            self._targets[directory] = {}
        known = self._targets[directory]
        if path not in known:
            known[path] = self._find(directory, path)
        return known[path]

    def _find(self, directory: str, path: str) -> str | None:
        path = unquote(path)
        if path.startswith("/"):
            # Only the page for lost readers may name the server's folder: it is shown at any depth.
            if not path.startswith(self.base):
                return None
            directory, path = "", path.removeprefix(self.base)
        wanted = posixpath.normpath(posixpath.join(directory, path)).removeprefix(".")
        if path.endswith("/") or wanted in self.folders:
            wanted = posixpath.join(wanted, INDEX)
        return wanted if wanted in self.files else None


def scan(root: Path) -> Folder:
    """List a built site.

    Args:
        root: its folder.
    """
    files, folders, strangers = {}, {""}, []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for entry in os.scandir(root / folder):
            address = posixpath.join(folder, entry.name)
            if entry.is_dir(follow_symlinks=False):
                folders.add(address)
                waiting.append(address)
            elif entry.is_file(follow_symlinks=False):
                files[address] = entry.stat(follow_symlinks=False).st_size
            else:
                strangers.append(address)
    in_order = dict(sorted(files.items()))
    return Folder(root, in_order, frozenset(folders), tuple(sorted(strangers)), _base(root))


def _base(root: Path) -> str:
    home = root / INDEX
    if not home.is_file():
        return "/"
    link = LexborHTMLParser(home.read_bytes()).css_first("link[rel=canonical]")
    path = urlsplit((link.attributes.get("href") or "") if link else "").path
    return path if path.endswith("/") else path + "/"
