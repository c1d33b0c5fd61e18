"""The types of page of a built site, found from the addresses alone, each with its heaviest page.

Two pages are of one type if their addresses differ only in what the content decides: a region, a year, or one
of many folders beside each other. A page that somebody adds is a type of its own at once, and is tested so.
"""

import re
from collections import defaultdict
from pathlib import Path

# Written by hand, however many there are: each is a type of its own.
GUIDE = "editing"
# This many folders in one place are made by content, not by hand; at the top only the regions are.
MANY = 4
ANY = "*"
YEAR = re.compile(r"\d{4}")
CHART = 'class="chart"'


def page_types(site: Path) -> dict[str, str]:
    """Find the address of the heaviest page of every type.

    Args:
        site: a built site.

    Returns:
        addresses below the site's root by type, such as ``north/2014/workforce/`` by ``*/*/*/``, and of the
        home page by ``/``. A type with pages with and without a chart counts twice, then as ``… no chart``.
    """
    files = {address_of(file, site): file for file in sorted(site.rglob("*.html"))}
    shapes = _shapes([address for address in files if address.endswith("/")])
    weights: dict[str, dict[bool, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for address, file in files.items():
        text = file.read_text(encoding="utf-8")
        weights[shapes.get(address, address or "/")][CHART in text].append((len(text), address))
    return {
        shape + (" no chart" if len(by_chart) > 1 and not has_chart else ""): max(pages)[1]
        for shape, by_chart in sorted(weights.items())
        for has_chart, pages in sorted(by_chart.items(), reverse=True)
    }


def address_of(file: Path, site: Path) -> str:
    """Return the address of a page below the site's root; empty for the home page."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _shapes(addresses: list[str]) -> dict[str, str]:
    paths = {address: address.strip("/").split("/") for address in addresses}
    regions = {path[0] for path in paths.values() if len(path) == 2 and YEAR.fullmatch(path[1])}
    shapes = {address: [ANY if path[0] in regions else path[0]] for address, path in paths.items()}
    for depth in range(1, max(map(len, paths.values()))):
        beside = defaultdict(set)
        for address, path in paths.items():
            if len(path) > depth:
                beside[tuple(shapes[address])].add(path[depth])
        for address, path in paths.items():
            if len(path) > depth:
                names = {name for name in beside[tuple(shapes[address])] if not YEAR.fullmatch(name)}
                is_made = YEAR.fullmatch(path[depth]) or (len(names) >= MANY and path[0] != GUIDE)
                shapes[address].append(ANY if is_made else path[depth])
    return {address: "/".join(shape) + "/" for address, shape in shapes.items()}
