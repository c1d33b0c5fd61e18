"""All gates over one built site, each page read and parsed once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.gates import (
    active,
    anchors,
    assets,
    charts,
    csp,
    drawings,
    file_types,
    foreign,
    ids,
    links,
    permissions,
    provenance,
    sections,
    titles,
)
from ledger.gates.folder import Folder, scan
from ledger.gates.gate import Checked
from ledger.gates.page import Page, PageFacts
from ledger.problems import Problem

PageGate = Callable[[Page, Folder], Checked]
SiteGate = Callable[[Folder, Sequence[PageFacts]], Checked]

# The name under which a gate's work is counted, and the gate; a name may have one of each kind.
PAGE_GATES: tuple[tuple[str, PageGate], ...] = (
    ("links", links.check),
    ("assets", assets.check),
    ("foreign", foreign.check),
    ("active", active.check),
    ("csp", csp.check),
    ("charts", charts.check),
    ("sections", sections.check),
    ("provenance", provenance.check),
    ("titles", titles.check),
    ("ids", ids.check),
)
SITE_GATES: tuple[tuple[str, SiteGate], ...] = (
    ("anchors", anchors.check),
    ("assets", assets.check_sheets),
    ("foreign", foreign.check_sheets),
    ("drawings", drawings.check),
    ("files", file_types.check),
    ("titles", titles.check_unique),
    ("permissions", permissions.check),
)


@dataclass(frozen=True)
class Report:
    """What all gates did.

    Args:
        counts: by the name of the gate: how many things it looked at, and how much was wrong.
        problems: everything that is wrong, in the order of files and places.
        files: number of files of the site.
        size: of all files together, in bytes.
    """

    counts: Mapping[str, tuple[int, int]]
    problems: tuple[Problem, ...]
    files: int
    size: int


def run_gates(site_dir: Path) -> Report:
    """Check a built site.

    Args:
        site_dir: its folder.
    """
    folder = scan(site_dir)
    counts = dict.fromkeys([name for name, _ in (*PAGE_GATES, *SITE_GATES)], (0, 0))
    problems: list[Problem] = []

    def add(name: str, done: Checked) -> None:
        number, wrong = counts[name]
        counts[name] = (number + done.number, wrong + len(done.problems))
        problems.extend(done.problems)

    pages = []
    for address in folder.named(".html"):
        page = Page(address, folder.read(address))
        for name, gate in PAGE_GATES:
            add(name, gate(page, folder))
        pages.append(_facts(page, folder))
    for name, site_gate in SITE_GATES:
        add(name, site_gate(folder, pages))
    return Report(counts, tuple(sorted(problems)), len(folder.files), sum(folder.files.values()))


def _facts(page: Page, folder: Folder) -> PageFacts:
    ids_ = frozenset(page.ids())
    return PageFacts(page.address, page.maker, page.title, ids_, anchors.fragments(page, folder))
