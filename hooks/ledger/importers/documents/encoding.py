"""Bytes → text, whatever a page or an editor says of their encoding."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# The characters of a language hardly ever stand outside those that its first standard calls common.
_COMMON_HAN, _COMMON_SIGNS = range(0xB0, 0xD8), range(0xA1, 0xA4)
_FEWEST_COMMON = 0.4
_HAN = re.compile(r"[\u3400-\u9fff]")
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")
# Enough to tell encodings apart, and no more, so that a large file costs no more than a small one.
_SAMPLE = 200_000
_MOST_ODD = 0.02
_LOST = "\ufffd"
_MOST_LOST = 0.04


@dataclass(frozen=True)
class Decoded:
    """Text and how it was stored.

    Args:
        text: the characters.
        encoding: utf-8, utf-16, utf-16-le, utf-16-be or gb18030.
        whole: whether every byte could be read.
    """

    text: str
    encoding: str
    whole: bool


def decode(data: bytes) -> Decoded | None:
    """Read bytes as text in the encoding that fits them, or say with None that they are no text.

    What a page declares is not asked: the bytes of Chinese text in one encoding make no sense in another.

    Args:
        data: a whole file.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec, name)
    for name in ("utf-8", *_by_likelihood(data)):
        found = _decoded(data, name, name)
        if found:
            return found
    return None


def _decoded(data: bytes, codec: str, name: str) -> Decoded | None:
    text = data.decode(codec, errors="replace")
    lost = text.count(_LOST)
    # Letters are the same in many encodings, so that only the other characters show which one it is.
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    odd = len(_ODD.findall(text[:_SAMPLE]))
    if lost > _MOST_LOST * foreign or odd > _MOST_ODD * min(len(text), _SAMPLE):
        return None
    return Decoded(text, name, whole=not lost)


def _by_likelihood(data: bytes) -> list[str]:
    found = {name: _likelihood(data[:_SAMPLE], name) for name in ("gb18030", "utf-16-le", "utf-16-be")}
    return sorted(
        (name for name, share in found.items() if share >= _FEWEST_COMMON), key=lambda one: -found[one]
    )


def _likelihood(data: bytes, name: str) -> float:
    """Share of the characters that are common; a wrong encoding gives rare ones."""
    text = data.decode(name, errors="replace")
    return sum(map(_is_common, text)) / max(1, len(text))


def _is_common(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character.isspace()
    stored = character.encode("gb18030", errors="replace")
    rows = _COMMON_HAN if _HAN.match(character) else _COMMON_SIGNS
    return len(stored) == 2 and stored[0] in rows
