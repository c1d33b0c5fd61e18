"""What a browser shows of a page of the preview, as a small PNG that carries the words it shows."""

import base64
import re
import struct
import zlib
from collections import Counter

SIZE = {"width": 390, "height": 560}
# Sixteen colours are enough for paper, ink and the edges of letters.
COLOURS = 16
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WORDS = b"iTXt"
# The pixels of a picture, read by the browser that took it.
_PIXELS = """async address => {
  const image = new Image(); image.src = address; await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width; canvas.height = image.height;
  const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height).data;
  let text = '';
  for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(...data.slice(i, i + 3));
  return btoa(text);
}"""
# The words that stand wholly within the picture.
_SHOWN = """() => {
  const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange(); range.selectNodeContents(texts.currentNode);
    const box = range.getBoundingClientRect(), words = texts.currentNode.data.trim();
    const inside = box.width > 1 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    if (words && inside) found.push(words);
  }
  return found;
}"""


def page_picture(browser, answer, address: str) -> bytes:
    """Take the picture of a page.

    Args:
        browser: a Chromium.
        answer: a function that gives the body and the media type of an address of the preview.
        address: the page.
    """
    context = browser.new_context(locale="zh-CN", viewport=SIZE, color_scheme="light")
    page = context.new_page()

    def fulfil(route):
        status, body, kind = answer(route.request.url.removeprefix("http://preview/"))
        route.fulfill(status=status, body=body, content_type=kind)

    page.route("**/*", fulfil)
    page.goto(f"http://preview/{address}", wait_until="load")
    words = page.evaluate(_SHOWN)
    taken = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    page.goto("about:blank")
    pixels = base64.b64decode(page.evaluate(_PIXELS, taken))
    context.close()
    return indexed_png(pixels, SIZE["width"], SIZE["height"], "\n".join(words))


def indexed_png(pixels: bytes, width: int, height: int, words: str) -> bytes:
    """Write a PNG of few colours.

    Args:
        pixels: red, green and blue of each.
        width: in pixels.
        height: in pixels.
        words: what the picture shows, kept in the file.
    """
    rounded = [
        tuple(value & 0xF8 | value >> 5 for value in pixels[i : i + 3]) for i in range(0, len(pixels), 3)
    ]
    palette = [colour for colour, _ in Counter(rounded).most_common(COLOURS)]
    nearest = {
        colour: min(
            range(len(palette)),
            key=lambda index: sum((a - b) ** 2 for a, b in zip(colour, palette[index], strict=True)),
        )
        for colour in set(rounded)
    }
    rows = bytearray()
    for y in range(height):
        row = [nearest[colour] for colour in rounded[y * width : (y + 1) * width]]
        rows.append(0)
        rows += bytes(a << 4 | b for a, b in zip(row[::2], [*row[1::2], 0][: len(row[::2])], strict=True))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
        (_WORDS, b"Description\0\0\0\0\0" + words.encode()),
        (b"PLTE", bytes(value for colour in palette for value in colour)),
        (b"IDAT", zlib.compress(bytes(rows), 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def words_of(picture: bytes) -> list[str]:
    """Give the words that a picture shows, each without blanks."""
    at, found = len(_SIGNATURE), b""
    while at < len(picture):
        size, name = struct.unpack(">I4s", picture[at : at + 8])
        if name == _WORDS:
            found = picture[at + 8 : at + 8 + size].split(b"\0", 5)[5]
        at += 12 + size
    return [re.sub(r"\s", "", line) for line in found.decode().splitlines()]
