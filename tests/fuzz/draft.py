"""Putting something into the text of a content file, somewhere or at a line of a kind."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random

PIECES = tomllib.loads(Path(__file__).with_name("pieces.toml").read_text(encoding="utf-8"))

FIELD = re.compile(r"^( *(?:- )?)([a-z_]+): (\S.*)$")
NUMBER_FIELD = re.compile(r"^ *(?:value|baseline|year|factor): (-?[\d.]+)$")
DATE_FIELD = re.compile(r"^ *(?:due|as_of|written|published|reposted|period|plan_period): (\d.*)$")
ID_FIELD = re.compile(r"^ *- id: (\S+)$")
QUOTED = re.compile(r"""(["'])(.+?)\1""")


def put(text: str, at: int, inserted: str) -> str:
    return text[:at] + inserted + text[at:]


def anywhere(text: str, random: Random, inserted: str) -> str:
    return put(text, random.randint(0, len(text)), inserted)


def somewhere(text: str, random: Random, pattern: re.Pattern[str], change: Callable[..., str]) -> str | None:
    """Replace one occurrence of a pattern."""
    found = list(pattern.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    return text[: match.start()] + change(match) + text[match.end() :]


def front_lines(text: str) -> range:
    """Numbers of the lines that are YAML."""
    lines = text.split("\n")
    return range(1, lines.index("---", 1)) if lines[0] == "---" else range(len(lines))


def at_line(text: str, random: Random, pattern: re.Pattern[str], change: Callable[..., str]) -> str | None:
    """Replace one YAML line that has a pattern by what a function makes of the match."""
    lines = text.split("\n")
    found = [(n, match) for n in front_lines(text) if (match := pattern.search(lines[n]))]
    if not found:
        return None
    number, match = random.choice(found)
    lines[number] = change(match)
    return "\n".join(lines)


def in_value(text: str, random: Random, inserted: str) -> str | None:
    def change(match: re.Match[str]) -> str:
        start, end = match.span(3)
        return put(match.string, random.randint(start, end), inserted)

    return at_line(text, random, FIELD, change)


def new_value(text: str, random: Random, value: str, pattern: re.Pattern[str] = FIELD) -> str | None:
    return at_line(text, random, pattern, lambda m: m.string[: m.start(m.lastindex)] + value)
