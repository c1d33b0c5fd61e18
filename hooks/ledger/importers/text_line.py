"""One line of text, as blocks carry it."""

import re
from unicodedata import normalize

# Zero-width characters, soft hyphens and marks of direction stand in no word.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
# PDF files store some characters as radicals that look the same; those of the first block fold by themselves.
_RADICALS = {code: ord(normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)} | {
    **{0x2EA0: 0x6C11, 0x2EC4: 0x897F, 0x2EC5: 0x89C1, 0x2EC6: 0x89D2, 0x2EC9: 0x8D1D, 0x2ECB: 0x8F66},
    **{0x2ED3: 0x957F, 0x2ED4: 0x95E8, 0x2ED8: 0x9752, 0x2EDA: 0x9875, 0x2EDB: 0x98CE, 0x2EDC: 0x98DE},
    **{0x2EDD: 0x98DF, 0x2EE2: 0x9A6C, 0x2EE3: 0x9AA8, 0x2EE5: 0x9C7C, 0x2EE6: 0x9E1F, 0x2EE8: 0x9EA6},
    **{0x2EE9: 0x9EC4, 0x2EEC: 0x9F50, 0x2EEE: 0x9F7F, 0x2EF0: 0x9F99},
}
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE5: 0xA5}
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")


def one_line(text: str) -> str:
    """Put words on one line: without what cannot be seen, one blank where there were several.

    Args:
        text: any text.
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", text.translate(_RADICALS))).strip()


def has_unreadable(text: str) -> bool:
    """Say whether a text has characters that only a font of its own could show, or that were lost.

    Args:
        text: any text.
    """
    return _UNREADABLE.search(text) is not None


def half_width(text: str) -> str:
    """Write punctuation and digits half width, character for character, so that places stay.

    Args:
        text: any text; pages mix both widths.
    """
    return text.translate(_HALF_WIDTH)
