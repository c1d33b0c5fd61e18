"""A small built site in which faults are planted, and the gates that must find them."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ledger.gates.report import run_gates
from tests.sites.small_site import write_small_site

# One page of which everything is known: it has links, a drawing, tables and figures.
PAGE = "alpha/2023/immunization/index.html"


@dataclass(frozen=True)
class Built:
    """A copy of the small site.

    Args:
        root: its folder.
    """

    root: Path

    def read(self, name=PAGE):
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, text, name=PAGE):
        (self.root / name).write_text(text, encoding="utf-8")

    def plant(self, old, new, name=PAGE):
        """Replace the first occurrence of a text, which must be there."""
        text = self.read(name)
        assert old in text
        self.write(text.replace(old, new, 1), name)

    def add(self, html, name=PAGE):
        """Put something before the end of the text."""
        self.plant("</article>", html + "</article>", name)

    def problems(self):
        """What the gates find: code, file, and what is blamed."""
        found = run_gates(self.root).problems
        return [(problem.code, problem.path, problem.details.get("text", "")) for problem in found]


@pytest.fixture(scope="session")
def clean(tmp_path_factory):
    """The small site, built once by the real builder."""
    folder = tmp_path_factory.mktemp("gates")
    site = folder / "site"
    content = write_small_site(folder)
    command = [sys.executable, "-m", "ledger", "build", "--content", content, "--site-dir", site]
    subprocess.run(command, check=True, capture_output=True)
    return site


@pytest.fixture
def site(clean, tmp_path):
    shutil.copytree(clean, tmp_path / "site")
    return Built(tmp_path / "site")
