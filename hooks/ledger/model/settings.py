"""Facts of one installation."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Settings:
    """What `site.yml` says about this installation.

    Args:
        title: the site's name.
        tagline: one line under it.
        publisher: who runs it.
        licence: terms of use of texts and data.
        as_of: the day on which due dates are judged; never the clock.
        as_of_reason: why that day, for readers.
        repository: address of the public repository, without a slash at its end, if there is one.
        branch: branch that editors change.
    """

    title: str
    tagline: str
    publisher: str
    licence: str
    as_of: date
    as_of_reason: str
    repository: str | None = None
    branch: str = "main"
