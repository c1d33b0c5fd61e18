"""The look of all charts: sizes, palette, and the signs of verdicts and disclosure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Viewport units. A phone of 320 px, less the margins of the page, shows one unit as one px, and nothing shows
# less: all words are of the smallest size that the site allows, told apart by weight and colour alone.
WIDTH = 288
TEXT_SIZE = 16
FONT_STACK = (
    "PingFang SC, HarmonyOS Sans SC, MiSans, Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC,"
    " Hiragino Sans GB, Microsoft YaHei, sans-serif"
)


@dataclass(frozen=True)
class Colour:
    """One colour of the palette, as two hexadecimal RGB values.

    Args:
        light: on paper and in light mode; also what a drawing says where no style sheet reaches it.
        dark: in dark mode.
    """

    light: str
    dark: str


# All light values differ: it is by this value that a drawing finds the name of its colour.
PALETTE: Mapping[str, Colour] = MappingProxyType(
    {
        "paper": Colour("#fdfcf9", "#17191d"),
        "ink": Colour("#1d2126", "#e9e6df"),
        "muted": Colour("#5b6067", "#a7abb1"),
        "rule": Colour("#cfcbc1", "#43474d"),
        "accent": Colour("#1f5a94", "#7db4ea"),
        "orange": Colour("#b4540a", "#f0a35c"),
        "grey": Colour("#737880", "#8f949b"),
    }
)


@dataclass(frozen=True)
class Sign:
    """How a state is shown beside its word: by shape and colour, so that neither stands alone.

    Args:
        shape: a Vega symbol name, or an SVG path in the square from -1 to 1.
        colour: a key of `PALETTE`.
        hollow: drawn as an outline.
    """

    shape: str
    colour: str
    hollow: bool = False


_HALF_DISC = "M0,-1A1,1,0,0,1,0,1A1,1,0,0,1,0,-1ZM0,0.76A0.76,0.76,0,0,0,0,-0.76Z"
_DASHES = "M-1.2,-0.22H-0.6V0.22H-1.2ZM-0.3,-0.22H0.3V0.22H-0.3ZM0.6,-0.22H1.2V0.22H0.6Z"
_BAR = "M-1,-0.5H1V0.5H-1Z"
_CORNERS = (
    "M-1,-1H-0.3V-0.7H-0.7V-0.3H-1ZM1,-1V-0.3H0.7V-0.7H0.3V-1Z"
    "M1,1H0.3V0.7H0.7V0.3H1ZM-1,1V0.3H-0.7V0.7H-0.3V1Z"
)

# Keys and shapes are those of `verdict` in content/dictionary/statuses.yml. Blue says that a published number
# bears it out, orange that it does not, black that it is masked, grey everything that cannot be checked.
VERDICTS: Mapping[str, Sign] = MappingProxyType(
    {
        "exceeded": Sign("triangle-up", "accent"),
        "met": Sign("circle", "accent"),
        "not_met": Sign("triangle-down", "orange"),
        "done_claimed": Sign("diamond", "grey"),
        "progressing": Sign(_HALF_DISC, "grey"),
        "ongoing": Sign("diamond", "grey", hollow=True),
        "redacted": Sign("square", "ink"),
        "unreported": Sign(_DASHES, "grey"),
        "not_due": Sign("circle", "grey", hollow=True),
    }
)
# Keys are those of `measure_status` there. A given figure is a bar, a masked one a block twice as high,
# silence an empty dashed cell: the three differ without colour too.
DISCLOSURES: Mapping[str, Sign] = MappingProxyType(
    {
        "disclosed": Sign(_BAR, "accent"),
        "redacted": Sign("square", "ink"),
        "not_reported": Sign(_CORNERS, "muted"),
    }
)
PLAIN = Sign("circle", "accent")
TARGET = Sign("M-0.2,-1.3H0.2V1.3H-0.2Z", "ink")
TARGET_LEVEL = Sign("M-1.3,-0.2H1.3V0.2H-1.3Z", "ink")


def verdict_sign(verdict: str) -> Sign:
    """The sign of a verdict, or a plain one for an empty key; ValueError for any other key."""
    if verdict and verdict not in VERDICTS:
        raise ValueError(f"no such verdict: {verdict!r}")
    return VERDICTS[verdict] if verdict else PLAIN


def light(colour: str) -> str:
    """The value that stands for a colour of `PALETTE` in specifications."""
    return PALETTE[colour].light
