"""Slips in the text of a file, whatever it says: characters, lines, fences, encodings."""

import re
from random import Random

from tests.fuzz.draft import PIECES, anywhere, front_lines, put, somewhere


def drop_character(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def double_character(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return put(text, at, text[at])


def double_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    number = random.randrange(len(lines))
    return "\n".join([*lines[: number + 1], *lines[number:]])


def swap_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    number = random.randrange(len(lines) - 1)
    lines[number], lines[number + 1] = lines[number + 1], lines[number]
    return "\n".join(lines)


def widen_colon(text: str, random: Random) -> str | None:
    return somewhere(text, random, re.compile(": ?"), lambda m: "：")


def widen_digit(text: str, random: Random) -> str | None:
    return somewhere(text, random, re.compile("[0-9]"), lambda m: chr(ord(m[0]) - ord("0") + ord("０")))


def widen_punctuation(text: str, random: Random) -> str | None:
    wide = str.maketrans(",[]{}\"-'#", "，［］｛｝＂－＇＃")
    return somewhere(text, random, re.compile(r"""[,\[\]{}"'#-]"""), lambda m: m[0].translate(wide))


def add_tab(text: str, random: Random) -> str:
    return anywhere(text, random, "\t")


def add_no_break_space(text: str, random: Random) -> str:
    return anywhere(text, random, "\u00a0")


def add_wide_space(text: str, random: Random) -> str:
    return anywhere(text, random, "\u3000")


def add_mark_inside(text: str, random: Random) -> str:
    return put(text, random.randint(1, len(text)), "\ufeff")


def add_invisible(text: str, random: Random) -> str:
    return anywhere(text, random, random.choice(PIECES["invisible"]))


def add_line_separator(text: str, random: Random) -> str:
    return anywhere(text, random, random.choice(PIECES["line_separators"]))


def add_control_character(text: str, random: Random) -> str:
    return anywhere(text, random, random.choice(PIECES["controls"]))


def cut_file(text: str, random: Random) -> str:
    return text[: random.randrange(len(text))]


def empty_file(text: str, random: Random) -> str:
    return random.choice(("", "\n", "---\n---\n", "# \n"))


def drop_fence(text: str, random: Random) -> str | None:
    lines = text.split("\n")
    if lines[0] != "---":
        return None
    del lines[random.choice((0, lines.index("---", 1)))]
    return "\n".join(lines)


def bend_fence(text: str, random: Random) -> str | None:
    lines = text.split("\n")
    if lines[0] != "---":
        return None
    fence = random.choice(PIECES["fences"])
    lines[random.choice((0, lines.index("---", 1)))] = fence
    return "\n".join(lines)


def encode_gbk(text: str, random: Random) -> bytes:
    return text.encode("gb18030")


def encode_utf16(text: str, random: Random) -> bytes:
    return text.encode(random.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32")))


def become_archive(text: str, random: Random) -> bytes:
    return b"PK\x03\x04" + random.randbytes(200) + text.encode()


def flip_bit(text: str, random: Random) -> bytes:
    data = bytearray(text.encode())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def insert_html(text: str, random: Random) -> str:
    return anywhere(text, random, random.choice(PIECES["html"]))


def insert_link(text: str, random: Random) -> str:
    return text + random.choice(PIECES["links"])


def leave_conflict(text: str, random: Random) -> str:
    lines = text.split("\n")
    number = random.randrange(len(lines))
    sides = ["<<<<<<< HEAD", lines[number], "=======", lines[number], ">>>>>>> work"]
    return "\n".join([*lines[:number], *sides, *lines[number + 1 :]])


def leave_conflict_rest(text: str, random: Random) -> str:
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines)), random.choice(("<<<<<<< HEAD", "=======", ">>>>>>> work")))
    return "\n".join(lines)


def repeat_character(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return put(text, at, text[at] * 4999)


def add_brackets(text: str, random: Random) -> str:
    return text + random.choice("[(*_`<&") * 4000


def add_document(text: str, random: Random) -> str:
    lines = text.split("\n")
    lines.insert(random.choice(front_lines(text)), random.choice(PIECES["documents"]))
    return "\n".join(lines)


def use_other_line_ends(text: str, random: Random) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r")))


def add_byte_order_mark(text: str, random: Random) -> str:
    return "\ufeff" + text


def drop_last_line_end(text: str, random: Random) -> str:
    return text.rstrip("\n")
