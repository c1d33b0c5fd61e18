"""Copies what MkDocs reads of the project, with a chart cache of its own: nothing is drawn already."""

import shutil
from pathlib import Path

PROJECT = Path(__file__).parents[2]
# What a program says that publishes: project, content folder, folder of the site.
PUBLISH = """\
import sys
from pathlib import Path
from ledger.publishing import publish
publish(*map(Path, sys.argv[1:]))
"""


def write_project(folder, edge=""):
    """Write the copy and return its folder.

    Args:
        folder: where; must not exist.
        edge: Python that is added to the edge.
    """
    shutil.copytree(PROJECT / "docs", folder / "docs")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for name in ("content", "charts", "hooks"):
        (folder / name).mkdir()
    original = (PROJECT / "hooks" / "build_site.py").read_text(encoding="utf-8")
    (folder / "hooks" / "build_site.py").write_text(original + edge, encoding="utf-8")
    return folder
