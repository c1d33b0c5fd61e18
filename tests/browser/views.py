"""How a page may be looked at: how wide, in which colours, how large the type."""

from dataclasses import dataclass
from itertools import product

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
# The first thing in the body: checked, it makes the type large without any script.
LARGE_TYPE = "#large-type"
LABEL = "label[for=large-type]"
HEIGHT = 900
# Nothing may move, but should something, it is measured where it comes to rest.
CALM = "reduce"


@dataclass(frozen=True)
class View:
    """One way to look at a page.

    Args:
        width: of the window, in CSS pixels.
        scheme: light or dark.
        is_large: whether the type is large.
    """

    width: int = 1280
    scheme: str = "light"
    is_large: bool = False

    def __str__(self):
        """Return the view as tests print it."""
        return f"{self.width}px {self.scheme}{' large' if self.is_large else ''}"

    def show(self, page):
        """Make an open page look so."""
        page.set_viewport_size({"width": self.width, "height": HEIGHT})
        page.emulate_media(color_scheme=self.scheme, reduced_motion=CALM)
        if page.locator(LARGE_TYPE).is_checked() != self.is_large:
            page.locator(LABEL).click()


# The type changes last, and least often.
EVERY_VIEW = tuple(
    View(width, scheme, is_large) for is_large, width, scheme in product((False, True), WIDTHS, SCHEMES)
)
