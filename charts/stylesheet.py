"""The style sheet that colours drawings in light and dark mode and on paper."""

from charts.theme import PALETTE, TEXT_SIZE, WIDTH

# A drawing grows with its column only as far as its words stay in proportion to the text around it.
LARGEST_WIDTH = round(WIDTH * 20 / TEXT_SIZE)
DARK = ':root[data-scheme="dark"]'


def stylesheet() -> str:
    """CSS for pages with charts; a later style sheet may set the custom properties anew."""
    light = {_property(name): colour.light for name, colour in PALETTE.items()}
    dark = {_property(name): colour.dark for name, colour in PALETTE.items()}
    printed = _block(f":root,{DARK}", light)
    parts = [
        _block(":root", light),
        _block(DARK, dark),
        *_colours(),
        *_places(),
        f"@media print{{{printed}}}",
    ]
    return "\n".join(parts) + "\n"


def _colours() -> list[str]:
    """One rule for each colour as a fill and as a stroke, for the classes that `charts.svg` gives."""
    uses = [(use, name) for use in ("fill", "stroke") for name in PALETTE]
    return [_block(f".chart-svg .{use[0]}-{name}", {use: f"var({_property(name)})"}) for use, name in uses]


def _places() -> list[str]:
    tooltip = {
        "position": "fixed",
        "z-index": "10",
        "max-width": "18em",
        "padding": ".4em .7em",
        "font-size": "16px",
        "line-height": "1.5",
        "white-space": "pre-line",
        "pointer-events": "none",
        "color": "var(--chart-ink)",
        "background": "var(--chart-paper)",
        "border": "1px solid var(--chart-muted)",
    }
    return [
        _block(
            ".chart-svg",
            {
                "display": "block",
                "width": "100%",
                "max-width": f"{LARGEST_WIDTH}px",
                "height": "auto",
                "font-family": "inherit",
                "font-variant-numeric": "tabular-nums",
            },
        ),
        # Vega's own style would be an inline style sheet, which the content security policy forbids.
        _block("#vg-tooltip-element", {**tooltip, "display": "none"}),
        _block("#vg-tooltip-element.visible", {"display": "block"}),
        _block(".chart-note:empty", {"display": "none"}),
    ]


def _property(name: str) -> str:
    return f"--chart-{name}"


def _block(selector: str, declarations: dict[str, str]) -> str:
    return f"{selector}{{{';'.join(f'{name}:{value}' for name, value in declarations.items())}}}"
