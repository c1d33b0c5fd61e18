"""One line of text, as blocks carry it."""

import re
from unicodedata import normalize

from ledger.content.raw_text import INVISIBLE

# Control characters stand in no word; those that break lines are blanks, as the next pattern has it.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]+")
_SPACES = re.compile(r"\s+")
_LINE_ENDS = re.compile("[\u2028\u2029]")
# PDF files store some characters as radicals that look the same; those of the first block fold by themselves.
_RADICALS = {code: ord(normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)}
_RADICALS |= dict(
    zip(
        (0x2E00 + low for low in bytes.fromhex("a0c4c5c6c9cbd3d4d8dadbdcdde2e3e5e6e8e9eceef0")),
        (
            *(0x6C11, 0x897F, 0x89C1, 0x89D2, 0x8D1D, 0x8F66, 0x957F, 0x95E8, 0x9752, 0x9875, 0x98CE),
            *(0x98DE, 0x98DF, 0x9A6C, 0x9AA8, 0x9C7C, 0x9E1F, 0x9EA6, 0x9EC4, 0x9F50, 0x9F7F, 0x9F99),
        ),
        strict=True,
    )
)
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE5: 0xA5}
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")


def one_line(text: str) -> str:
    """Put words on one line: without what cannot be seen, one blank where there were several.

    Args:
        text: any text.
    """
    return _SPACES.sub(" ", _seen(text.translate(_RADICALS))).strip()


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


def _seen(text: str) -> str:
    # Separators of lines and paragraphs cannot be seen either, but part words as blanks do.
    return _CONTROL.sub("", INVISIBLE.sub("", _LINE_ENDS.sub(" ", text)))
