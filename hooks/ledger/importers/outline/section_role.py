"""What each piece of a document is about, by the headings above it and the sections before it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ledger.importers.outline.label import WHOLES
from ledger.importers.outline.place import Levels
from ledger.importers.outline.role import Past, is_bulletin, leaning, role_of_document, role_of_section
from ledger.importers.outline.sentence import STOPS
from ledger.importers.outline.stretch import Stretch
from ledger.importers.passage import Role

_SENTENCE = re.compile(f"[^{STOPS}]+")


def section_roles(stretches: Sequence[Stretch]) -> Iterator[Role | None]:
    """What each stretch is about; None where neither headings nor the title of the document say.

    A section whose headings do not say goes on with plans once the document has turned to them, as 保障措施
    after 2024年工作打算, unless most of its own sentences tell what was done. Before, it tells what the
    document is named after, or what was done if plans come later. A bulletin only tells what was done.

    Args:
        stretches: of a whole document, in reading order.
    """
    titles = [
        stretch.words
        for stretch in stretches
        if stretch.is_title and not any(level.kind in WHOLES for level in stretch.levels)
    ]
    if any(is_bulletin(title) for title in titles):
        yield from (Role.SUMMARY for _ in stretches)
        return
    own = [role_of_section(headings_of(stretch.levels)) for stretch in stretches]
    done = _done_sections(stretches)
    usual = next((role for title in titles if (role := role_of_document(title))), None)
    if usual is None and (Role.PLAN in own or Role.PROBLEM in own):
        usual = Role.SUMMARY
    before, section, turned, past = usual, _section(()), False, Past()
    for stretch, role in zip(stretches, own, strict=True):
        if _section(stretch.levels) != section:
            said, past = role_of_section(headings_of(section)), past.after(headings_of(section))
            turned = said in {Role.PLAN, Role.PROBLEM} if said else turned
            section = _section(stretch.levels)
            turned &= not (section and section[-1].kind in WHOLES)
            goes_on = turned and usual is not Role.PLAN
            before = Role.PLAN if (goes_on or past.is_before(headings_of(section))) else usual
            before = Role.SUMMARY if before is not usual and section in done else before
        yield role or before


def _done_sections(stretches: Sequence[Stretch]) -> set[Levels]:
    """The sections most of whose telling sentences say that something was done."""
    balance: Counter[Levels] = Counter()
    for stretch in stretches:
        for sentence in _SENTENCE.findall(stretch.words):
            balance[_section(stretch.levels)] += leaning(sentence)
    return {section for section, more in balance.items() if more > 0}


def headings_of(levels: Levels) -> tuple[str, ...]:
    """The headings of the open labels, outermost first."""
    return tuple(level.heading for level in levels if level.heading)


def _section(levels: Levels) -> Levels:
    """The part of the document and its section that a piece stands in, whatever its heading."""
    return levels[: sum(level.kind in WHOLES for level in levels) + 1]
