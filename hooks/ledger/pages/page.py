"""A page before and after it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class PageSpec:
    """A page that will exist.

    What it shows is worked out when it is asked for: a preview asks for one page of thousands.

    Args:
        address: path below the site's root with a slash at its end; empty for the home page.
        template: template file.
        make: works out the one object that the template reads.
        edit_path: the content file that a reader would mend, relative to the project.
    """

    address: str
    template: str
    make: Callable[[], object]
    edit_path: str | None = None

    @cached_property
    def context(self) -> object:
        """The one object that the template reads."""
        return self.make()

    @property
    def uri(self) -> str:
        """The Markdown file that a builder sees, such as zhongshan/2013/index.md."""
        return f"{self.address}index.md"

    @property
    def root(self) -> str:
        """The relative path from this page to the site's root, empty for the home page."""
        return "../" * self.address.count("/")


@dataclass(frozen=True)
class Page:
    """A rendered page.

    Args:
        uri: the Markdown file that a builder sees.
        markdown: its text, front matter included.
        edit_path: the content file behind it, relative to the project.
    """

    uri: str
    markdown: str
    edit_path: str | None = None
