"""The style sheet that colours drawings in light and dark mode, and never shows them too small."""

from charts.theme import PALETTE, TEXT_SIZE, WIDTH

# The smallest type of the site, as which the words of a drawing are shown: at least at their own size, and in
# large type as much larger as all other words.
UNIT = f"(var(--small,{TEXT_SIZE}px) / {TEXT_SIZE})"
# In a wider column a drawing grows only as long as its words stay in proportion to the text around it.
LARGEST_WIDTH = 328
# Dark is what the reader's device says unless the reader chose, and what the reader chose. Paper is light.
DARK_BY_DEVICE = ':root:not([data-scheme="light"])'
DARK_BY_CHOICE = ':root[data-scheme="dark"]'


def stylesheet() -> str:
    """CSS for pages with charts; a later style sheet may set the custom properties anew."""
    light = {_property(name): colour.light for name, colour in PALETTE.items()}
    dark = {_property(name): colour.dark for name, colour in PALETTE.items()}
    parts = [
        _block(":root", light),
        f"@media screen and (prefers-color-scheme:dark){{{_block(DARK_BY_DEVICE, dark)}}}",
        f"@media screen{{{_block(DARK_BY_CHOICE, dark)}}}",
        *_colours(),
        *_places(),
    ]
    return "\n".join(parts) + "\n"


def _colours() -> list[str]:
    """One rule for each colour as a fill and as a stroke, for the classes that `charts.svg` gives."""
    uses = [(use, name) for use in ("fill", "stroke") for name in PALETTE]
    return [_block(f".chart-svg .{use[0]}-{name}", {use: f"var({_property(name)})"}) for use, name in uses]


def _places() -> list[str]:
    drawing = {
        "display": "block",
        "width": "100%",
        "min-width": f"calc({WIDTH} * {UNIT})",
        "max-width": f"calc({LARGEST_WIDTH} * {UNIT})",
        "height": "auto",
        "font-family": "inherit",
        "font-variant-numeric": "tabular-nums",
    }
    return [_block(".chart-svg", drawing)]


def _property(name: str) -> str:
    return f"--chart-{name}"


def _block(selector: str, declarations: dict[str, str]) -> str:
    return f"{selector}{{{';'.join(f'{name}:{value}' for name, value in declarations.items())}}}"
