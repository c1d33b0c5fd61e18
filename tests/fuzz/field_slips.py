"""Slips in YAML: fields, their values, quotes, entries of a list."""

import re
from random import Random

from ledger.content import fields
from tests.fuzz.draft import (
    DATE_FIELD,
    FIELD,
    ID_FIELD,
    NUMBER_FIELD,
    PIECES,
    QUOTED,
    at_line,
    front_lines,
    in_value,
    new_value,
    put,
)

_DECLARATIONS = [
    getattr(fields, name)
    for name in (
        "SITE",
        "REGION",
        "SOURCE",
        "TOPIC_FILE",
        "MEASURE",
        "COMMITMENT",
        "OUTCOME",
        "STATED_PROBLEM",
    )
] + [fields.INDICATOR]
_DECLARED = {name for declared in _DECLARATIONS for name in declared}
# A field of one name may be wanted in one kind of entry and not in another.
REQUIRED = {
    name
    for name in _DECLARED
    if all(declared[name].required for declared in _DECLARATIONS if name in declared)
}


def swap_values(text: str, random: Random) -> str | None:
    """As when a cell is pasted into the wrong row."""
    lines = text.split("\n")
    found = [(n, match) for n in front_lines(text) if (match := FIELD.search(lines[n]))]
    if len(found) < 2:
        return None
    (one, a), (other, b) = random.sample(found, 2)
    lines[one], lines[other] = a.expand(r"\1\2: ") + b[3], b.expand(r"\1\2: ") + a[3]
    return "\n".join(lines)


def indent_by_tab(text: str, random: Random) -> str | None:
    return at_line(text, random, re.compile("^ +"), lambda m: "\t" + m.string.lstrip(" "))


def duplicate_key(text: str, random: Random) -> str | None:
    def change(match: re.Match[str]) -> str:
        indent = " " * len(match[1])
        return f"{match.string}\n{indent}{match[2]}: {random.choice((match[3], '另一个', '7'))}"

    return at_line(text, random, FIELD, change)


def unquote(text: str, random: Random) -> str | None:
    return at_line(text, random, QUOTED, lambda m: m.string[: m.start()] + m[2] + m.string[m.end() :])


def quote_in_chinese(text: str, random: Random) -> str | None:
    return at_line(text, random, FIELD, lambda m: m.expand(r"\1\2: “\3”"))


def open_quote(text: str, random: Random) -> str | None:
    sign = random.choice("\"'[{")
    return at_line(text, random, FIELD, lambda m: m.expand(r"\1\2: ") + sign + m[3])


def add_comment_sign(text: str, random: Random) -> str | None:
    return in_value(text, random, random.choice(("#", " #", " # ", "# ")))


def add_colon(text: str, random: Random) -> str | None:
    return in_value(text, random, ": ")


def add_sign(text: str, random: Random) -> str | None:
    sign = random.choice(PIECES["signs"])
    return at_line(text, random, FIELD, lambda m: m.expand(r"\1\2: ") + sign + m[3])


def delete_required_field(text: str, random: Random) -> str | None:
    names = "|".join(sorted(REQUIRED))
    return at_line(
        text, random, re.compile(rf"^( *(?:- )?)(?:{names}): \S"), lambda m: "" if "-" not in m[1] else m[1]
    )


def delete_optional_field(text: str, random: Random) -> str | None:
    names = "|".join(sorted(_DECLARED - REQUIRED))
    return at_line(text, random, re.compile(rf"^ *(?:{names}): \S"), lambda m: "")


def blank_value(text: str, random: Random) -> str | None:
    return new_value(text, random, random.choice(("", "~", "null", '""', "''")))


def misspell_field(text: str, random: Random) -> str | None:
    def change(match: re.Match[str]) -> str:
        at = random.randrange(len(match[2]))
        wrong = match[2][:at] + random.choice("xyzw") + match[2][at + 1 :]
        return f"{match[1]}{wrong}: {match[3]}"

    return at_line(text, random, FIELD, change)


def capitalise_field(text: str, random: Random) -> str | None:
    return at_line(text, random, FIELD, lambda m: f"{m[1]}{m[2].capitalize()}: {m[3]}")


def change_unit(text: str, random: Random) -> str | None:
    unit = random.choice(PIECES["other_units"])
    return new_value(text, random, unit, re.compile(r"^ *unit: (\S+)$"))


def invent_unit(text: str, random: Random) -> str | None:
    unit = random.choice(PIECES["no_units"])
    return new_value(text, random, unit, re.compile(r"^ *unit: (\S+)$"))


def swap_ids(text: str, random: Random) -> str | None:
    lines = text.split("\n")
    found = [(n, match[1]) for n in front_lines(text) if (match := ID_FIELD.search(lines[n]))]
    if len(found) < 2:
        return None
    (one, a), (other, b) = random.sample(found, 2)
    lines[one], lines[other] = lines[one].replace(a, b), lines[other].replace(b, a)
    return "\n".join(lines)


def double_id(text: str, random: Random) -> str | None:
    ids = [match[1] for line in text.split("\n") if (match := ID_FIELD.search(line))]
    return new_value(text, random, random.choice(ids), ID_FIELD) if ids else None


def delete_entry(text: str, random: Random) -> str | None:
    lines = text.split("\n")
    starts = [n for n in front_lines(text) if ID_FIELD.search(lines[n])]
    if not starts:
        return None
    start = random.choice(starts)
    ends = (n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ") or "- id:" in lines[n])
    return "\n".join(lines[:start] + lines[next(ends, len(lines)) :])


def write_odd_number(text: str, random: Random) -> str | None:
    odd = [*PIECES["numbers"], "9" * 5000]
    return new_value(text, random, random.choice(odd), NUMBER_FIELD)


def add_percent(text: str, random: Random) -> str | None:
    return at_line(text, random, NUMBER_FIELD, lambda m: m.string + random.choice("%％‰人"))


def group_digits(text: str, random: Random) -> str | None:
    sign = random.choice((",", "，", " ", "_", "'"))
    numbers = re.compile(r"^ *(?:value|baseline): (\d{4,})")
    return at_line(text, random, numbers, lambda m: put(m.string, m.end() - 3, sign))


def spell_date_otherwise(text: str, random: Random) -> str | None:
    return new_value(text, random, random.choice(PIECES["dates"]), DATE_FIELD)


def nest_deeply(text: str, random: Random) -> str | None:
    depth = random.choice((2, 25, 1000, 30_000))
    opening, closing = random.choice((("[", "]"), ("{a: ", "}")))
    return new_value(text, random, opening * depth + closing * depth)


def use_escape(text: str, random: Random) -> str | None:
    return new_value(text, random, f'"甲{random.choice(PIECES["escapes"])}乙"')


def use_machinery(text: str, random: Random) -> str | None:
    return new_value(text, random, random.choice(PIECES["machinery"]) + random.choice(("", "甲")))


def guess_value(text: str, random: Random) -> str | None:
    """Words that YAML readers like to take for something else; here they are what they look like."""
    return new_value(text, random, random.choice(PIECES["guesses"]))


def shift_line(text: str, random: Random) -> str | None:
    def change(match: re.Match[str]) -> str:
        line = match.string
        return random.choice((" " + line, "  " + line, line[1:] if line.startswith(" ") else " " + line))

    return at_line(text, random, re.compile(r"\S"), change)


def add_blank_lines(text: str, random: Random) -> str | None:
    return at_line(text, random, re.compile(r"^ *(?:- )?[a-z_]+:"), lambda m: "\n" + m.string)


def add_spaces_after_line(text: str, random: Random) -> str | None:
    return at_line(text, random, re.compile(r"^ *(?:- )?[a-z_]+:"), lambda m: m.string + "   ")


def add_comment_line(text: str, random: Random) -> str | None:
    return at_line(text, random, re.compile(r"^[a-z_]+:"), lambda m: "# 说明: “一” [二\n" + m.string)


def quote_value(text: str, random: Random) -> str | None:
    plain = re.compile(r"""^( *(?:- )?[a-z_]+: )([^\s"'\[{>|#&*!][^"\\#]*)$""")
    return at_line(text, random, plain, lambda m: f'{m[1]}"{m[2]}"')
