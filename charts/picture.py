"""The picture that a shared link shows: one chart with its sentence, as a PNG that is the same everywhere."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import vl_convert

from charts.cache import TextCache
from charts.chart import as_json
from charts.lettering import lettered, line
from charts.metrics import text_width, wrap
from charts.theme import WIDTH, light

# Pixels; the size that crawlers ask for.
PICTURE_WIDTH = 1200
PICTURE_HEIGHT = 630
_MARGIN = 64
_COLUMN = 500
_CHART_LEFT = PICTURE_WIDTH - _MARGIN - 500
_TOP = 150
_TITLE = 46
_CHART_HEIGHT = 388
# Viewport units; a higher chart could not be read when it is made to fit.
HIGHEST = 400
_ELLIPSIS = "…"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Those of docs/assets/images/mark.svg, in the square from 0 to 24.
MARK = {
    "ink": "M2 3h20v1.6H2zM2 5.6h20v.7H2zM2 20.4h20V21H2zM11.4 6.3h.5v14.1h-.5zM12.5 6.3h.5v14.1h-.5z"
    "M4 9h5.6v1.6H4zM4 12.8h5.6v1.6H4zM4 16.6h5.6v1.6H4z",
    "accent": "M14.6 9h5.6v1.6h-5.6zM14.6 12.8h5.6v1.6h-5.6zM14.6 16.6h1.3v1.6h-1.3zM16.8 16.6h1.3v1.6h-1.3z"
    "M19 16.6h1.2v1.6H19z",
}


@dataclass(frozen=True)
class Picture:
    """What a picture shows.

    Args:
        title: of the page.
        sentence: what the chart shows, or what the site is.
        site: name of the site.
        day: the day up to which the ledger was kept, in words.
        drawing: SVG text by `charts.drawing`; empty for a picture of words only.
    """

    title: str
    sentence: str
    site: str
    day: str
    drawing: str = ""


def fits(drawing: str) -> bool:
    """Whether a chart can still be read when it is made to fit into a picture.

    Args:
        drawing: SVG text by `charts.drawing`.
    """
    return _height(fromstring(drawing)) <= HIGHEST  # noqa: S314 -- drawn by ourselves


def draw_pictures(pictures: Sequence[Picture], cache_dir: Path | None = None) -> list[bytes]:
    """PNG files of 1200 × 630 pixels, in the order of the pictures.

    Args:
        pictures: what they show.
        cache_dir: folder of earlier drawings; None draws everything anew.
    """
    store = TextCache(cache_dir)
    return [_kept(store, picture) for picture in pictures]


def _kept(store: TextCache, picture: Picture) -> bytes:
    key = sha256(as_json([_fingerprint(), *astuple(picture)]).encode()).hexdigest()
    kept = store.get(key)
    if kept is not None:
        return b64decode(kept)
    # Without a text element the renderer asks no font of the machine.
    drawn = _packed(vl_convert.svg_to_png(tostring(_sheet(picture), encoding="unicode"), scale=1))
    store.put(key, b64encode(drawn).decode())
    return drawn


def _packed(png: bytes) -> bytes:
    """The same pixels in half the bytes: the renderer packs in haste."""
    chunks, place = [], len(_SIGNATURE)
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        chunks.append((png[place + 4 : place + 8], png[place + 8 : place + 8 + length]))
        place += 12 + length
    pixels = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    header = next(body for kind, body in chunks if kind == b"IHDR")
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 6)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


@cache
def _fingerprint() -> str:
    """Changes with everything but the picture's content that its bytes depend on."""
    folder = Path(__file__).parent
    names = ("picture.py", "lettering.py", "metrics.py", "theme.py")
    sources = sha256(b"".join((folder / name).read_bytes() for name in names)).hexdigest()
    libraries = ("vl-convert-python", "fonttools", "pylopdf-fonts-zh-cn")
    return " ".join([*map(version, libraries), sources])


def _sheet(picture: Picture) -> Element:
    size = {"width": str(PICTURE_WIDTH), "height": str(PICTURE_HEIGHT)}
    sheet = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})
    sheet.append(Element("rect", {**size, "fill": light("paper")}))
    sheet.extend([*_frame(picture), *_words(picture)])
    if picture.drawing:
        sheet.append(_chart(picture.drawing))
    return sheet


def _frame(picture: Picture) -> list[Element]:
    mark = Element("g", {"transform": f"translate({_MARGIN - 5},34) scale(2.4)"})
    mark.extend([Element("path", {"d": path, "fill": light(colour)}) for colour, path in MARK.items()])
    right = str(PICTURE_WIDTH - _MARGIN)
    rules = [
        Element("path", {"d": f"M{_MARGIN} {y}H{right}v{height}H{_MARGIN}z", "fill": light(colour)})
        for y, height, colour in ((104, 3, "ink"), (560, 1, "rule"))
    ]
    foot = line(picture.day, _MARGIN, 598, 24, light("muted"))
    return [mark, line(picture.site, _MARGIN + 66, 76, 34, light("ink"), bold=True), *rules, foot]


def _words(picture: Picture) -> list[Element]:
    width = _COLUMN if picture.drawing else PICTURE_WIDTH - 2 * _MARGIN
    parts, top = [], float(_TOP)
    for text, size, most, colour in ((picture.title, _TITLE, 3, "ink"), (picture.sentence, 28, 5, "muted")):
        lines = wrap(text, width, size)
        if len(lines) > most:
            lines = [*lines[: most - 1], _shortened(lines[most - 1], width, size)]
        for words in lines:
            parts.append(line(words, _MARGIN, top + size, size, light(colour), bold=size == _TITLE))
            top += size * 1.35
        top += 18
    return parts


def _shortened(text: str, width: float, size: float) -> str:
    while text_width(text + _ELLIPSIS, size) > width:
        text = text[:-1]
    return text + _ELLIPSIS


def _chart(drawing: str) -> Element:
    root = fromstring(drawing)  # noqa: S314 -- drawn by ourselves
    height = _height(root)
    scale = min((PICTURE_WIDTH - _MARGIN - _CHART_LEFT) / WIDTH, _CHART_HEIGHT / height)
    place = f"translate({_CHART_LEFT},{_TOP}) scale({scale:.4f})"
    group = Element("g", {"transform": place, "fill": "none"})
    group.extend([lettered(child) for child in root])
    return group


def _height(root: Element) -> float:
    return float(root.attrib["viewBox"].split()[3])
