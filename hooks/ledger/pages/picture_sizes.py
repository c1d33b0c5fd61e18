"""The sizes of the pictures of authored pages, so that nothing moves when a picture comes."""

import re
from functools import cache
from pathlib import Path

_PICTURE = re.compile(r'(<img)\b(?![^>]*\bwidth=)([^>]*\bsrc="(?:\.\./)*(assets/images/[^"]+)")')
_DRAWING = re.compile(r'<svg\b[^>]*\bwidth="(\d+)"[^>]*\bheight="(\d+)"')
# The header of a PNG: signature, length and name of the first part, then width and height in pixels.
_PNG_SIZE = slice(16, 24)


class PictureSizes:
    """Says of every picture of a page how large it is, and has it fetched when it comes into sight.

    Args:
        docs_dir: the folder that holds `assets/images`.
    """

    def __init__(self, docs_dir: Path) -> None:
        self._docs_dir = docs_dir

    def __call__(self, html: str) -> str:
        """Add sizes to the pictures of a page.

        Args:
            html: the page's text, whose pictures stand below `assets/images/`.
        """
        return _PICTURE.sub(self._sized, html) if "assets/images/" in html else html

    def _sized(self, found: re.Match[str]) -> str:
        file = self._docs_dir / found[3]
        # One that is missing is told by the gate of what pages load.
        if not file.is_file():
            return found[0]
        width, height = picture_size(file.read_bytes())
        return f'{found[1]} loading="lazy" width="{width}" height="{height}"{found[2]}'


@cache
def picture_size(data: bytes) -> tuple[int, int]:
    """Read the width and height of a picture in pixels.

    Args:
        data: a PNG, or an SVG that says its size in whole pixels.

    Raises:
        ValueError: it is neither.
    """
    if data.startswith(b"\x89PNG"):
        size = data[_PNG_SIZE]
        return int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big")
    drawing = _DRAWING.search(data.decode("utf-8", "replace"))
    if drawing is None:
        raise ValueError("neither a PNG nor an SVG with a width and a height")
    return int(drawing[1]), int(drawing[2])
