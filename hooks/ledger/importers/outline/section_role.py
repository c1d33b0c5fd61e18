"""What each piece of a document is about, by the headings above it and the sections before it."""

from collections.abc import Iterator, Sequence

from ledger.importers.outline.label import WHOLES
from ledger.importers.outline.place import Levels
from ledger.importers.outline.role import role_of_document, role_of_section
from ledger.importers.outline.stretch import Stretch
from ledger.importers.passage import Role


def section_roles(stretches: Sequence[Stretch]) -> Iterator[Role | None]:
    """What each stretch is about; None where neither headings nor the title of the document say.

    A section whose headings do not say goes on with plans once the document has turned to them: 保障措施
    after 2024年工作打算. Before, it tells what the document is named after, or what was done if plans come
    later.

    Args:
        stretches: of a whole document, in reading order.
    """
    titles = [stretch.words for stretch in stretches if stretch.is_title]
    own = [role_of_section(headings_of(stretch.levels)) for stretch in stretches]
    usual = next((role for title in titles if (role := role_of_document(title))), None)
    if usual is None and (Role.PLAN in own or Role.PROBLEM in own):
        usual = Role.SUMMARY
    before, section = usual, _section(())
    for stretch, role in zip(stretches, own, strict=True):
        if _section(stretch.levels) != section:
            said = role_of_section(headings_of(section)) or before
            section = _section(stretch.levels)
            before = Role.PLAN if said in {Role.PLAN, Role.PROBLEM} and usual is not Role.PLAN else usual
            before = usual if section and section[-1].kind in WHOLES else before
        yield role or before


def headings_of(levels: Levels) -> tuple[str, ...]:
    """The headings of the open labels, outermost first."""
    return tuple(level.heading for level in levels if level.heading)


def _section(levels: Levels) -> Levels:
    """The part of the document and its section that a piece stands in."""
    return levels[: sum(level.kind in WHOLES for level in levels) + 1]
