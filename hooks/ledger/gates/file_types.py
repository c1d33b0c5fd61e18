"""The folder holds only kinds of files that we make, each a file of its own."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import PageFacts
from ledger.problems import Problem

ENDINGS = frozenset(
    {".html", ".css", ".js", ".svg", ".png"} | {".csv", ".json", ".xlsx", ".xml", ".md", ".yml", ".gz"}
)


def check(folder: Folder, _pages: Sequence[PageFacts]) -> Checked:
    """Check the names of all files.

    Args:
        folder: the built site.
    """
    wrong = [("MZ110", name) for name in folder.files if PurePosixPath(name).suffix not in ENDINGS]
    wrong += [("MZ111", name) for name in folder.strangers]
    number = len(folder.files) + len(folder.strangers)
    return checked(number, (Problem(name, 1, 1, code, {"maker": name}) for code, name in wrong))
