"""What a terminal shows, drawn as a picture in the site's look: letters in columns, on paper of its own."""

import itertools
import re
import unicodedata
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

# So many columns that a phone shows them in a size that can be read.
COLUMNS = 58
CELL = 8
LINE = 24
MARGIN = 16
LETTERS = "Consolas, Menlo, 'DejaVu Sans Mono', monospace"
# Without these the quotation marks of Chinese would be narrow ones.
SIGNS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
WIDTH = COLUMNS * CELL + 2 * MARGIN


def terminal_picture(text: str) -> str:
    """Draw a screen.

    Args:
        text: what stood on it; long lines are broken as a terminal of that width breaks them.

    Returns:
        An SVG without style sheets, which the gates of the built site let through.
    """
    lines = [part for line in text.strip("\n").splitlines() for part in _broken(line)]
    height = len(lines) * LINE + 2 * MARGIN
    drawn = "\n".join(_drawn(line, MARGIN + LINE * number + 17) for number, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        f' viewBox="0 0 {WIDTH} {height}" font-family="{LETTERS}" fill="#1d2126">\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fdfcf9"/>\n'
        f"{drawn}\n</svg>\n"
    )


def words_of(drawing: str) -> str:
    """Give the words of a picture without any blanks."""
    return re.sub(r"\s", "", "".join(ET.fromstring(drawing).itertext()))  # noqa: S314 -- our own file


def columns(character: str) -> int:
    """Count the columns that a character takes: Chinese characters and their signs take two."""
    return 2 if unicodedata.east_asian_width(character) in "WFA" and character != "─" else 1


def _broken(line: str) -> list[str]:
    parts, room = [""], COLUMNS
    for character in line:
        room -= columns(character)
        if room < 0:
            parts.append("")
            room = COLUMNS - columns(character)
        parts[-1] += character
    return parts


def _drawn(line: str, y: int) -> str:
    """Draw a line run by run, each where its column is, so that no width of a letter moves the next."""
    column, runs = 0, []
    for wide, characters in itertools.groupby(line, lambda character: columns(character) == 2):
        for run in re.split(r"( {2,}|(?<=^) )", "".join(characters)):
            if run.strip():
                size = f' font-size="16" font-family="{SIGNS}"' if wide else ""
                runs.append(f'<tspan x="{MARGIN + column * CELL}"{size}>{escape(run)}</tspan>')
            column += sum(map(columns, run))
    look = ' font-weight="bold" fill="#1f5a94"' if line.startswith("$ ") else ""
    return f'<text y="{y}" font-size="13.3"{look}>{"".join(runs)}</text>'
