"""One line of text, as blocks carry it."""

import re

# Zero-width characters, soft hyphens and marks of direction stand in no word.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE5: 0xA5}
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")


def one_line(text: str) -> str:
    """Put words on one line: without what cannot be seen, one blank where there were several.

    Args:
        text: any text.
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


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
