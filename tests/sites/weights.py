"""What pages weigh on their way to a reader: the files they ask for, packed as servers pack them."""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

KIB = 1024
# What most servers pack with by default or little better; the readers' figures are not larger than these.
LEVEL = 6
# Written in letters, and so worth packing.
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".csv", ".xml", ".md", ".yml", ".txt"}

# A browser loads the sign of the site by itself and reports it to nobody.
ICON = "document.querySelector('link[rel~=icon]').href"


@dataclass(frozen=True)
class FirstView:
    """What a page loads before the reader has touched anything.

    Args:
        page: KiB of the page itself, packed.
        total: KiB of everything, packed.
        scripts: KiB of scripts among it, packed.
        requests: how many files.
        foreign: addresses on other hosts.
    """

    page: float
    total: float
    scripts: float
    requests: int
    foreign: tuple[str, ...]


@cache
def packed_size(file: Path) -> float:
    """Return the KiB of a file as a server sends it."""
    content = file.read_bytes()
    return len(gzip.compress(content, LEVEL) if file.suffix in TEXTS else content) / KIB


def file_of(site: Path, path: str) -> Path:
    """Return the file of a path below the root of a built site."""
    file = site / unquote(path).lstrip("/")
    return file / "index.html" if path.endswith("/") or not path else file


def first_view(site: Path, root: str, urls: list[str]) -> FirstView:
    """Weigh what was asked for.

    Args:
        site: the built site.
        root: its address, with a slash at the end.
        urls: everything that was asked for, the page itself first.
    """
    addresses = dict.fromkeys(url.partition("#")[0] for url in urls if not url.startswith("data:"))
    own = [url for url in addresses if url.startswith(root)]
    files = [file_of(site, urlsplit(url).path.removeprefix(urlsplit(root).path)) for url in own]
    sizes = [(file.suffix, packed_size(file)) for file in files if file.is_file()]
    return FirstView(
        sizes[0][1],
        sum(size for _, size in sizes),
        sum(size for ending, size in sizes if ending == ".js"),
        len(own),
        tuple(url for url in addresses if not url.startswith(root)),
    )
