"""Everyone may read every file, whoever built the site: servers refuse what only its maker may read."""

from collections.abc import Iterator, Sequence
from stat import S_IMODE

from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import PageFacts
from ledger.problems import Problem

FILE = 0o644
FOLDER = 0o755


def check(folder: Folder, _pages: Sequence[PageFacts]) -> Checked:
    """Check the modes of all files and folders.

    Args:
        folder: the built site.
    """
    return checked(len(folder.files) + len(folder.folders), _faults(folder))


def _faults(folder: Folder) -> Iterator[Problem]:
    wanted = [(name, FILE) for name in folder.files] + [(name, FOLDER) for name in sorted(folder.folders)]
    for name, right in wanted:
        mode = S_IMODE((folder.root / name).stat().st_mode)
        if mode != right:
            yield Problem(name or ".", 1, 1, "MZ127", {"mode": f"{mode:o}", "right": f"{right:o}"})
