"""The line and the processor of a reader's phone, which a browser slows down by itself."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Line:
    """A line to the reader, and what the reader reads with.

    Args:
        latency: milliseconds from a question to the first byte of its answer.
        down: bits per second to the reader.
        up: bits per second from the reader.
        slowdown: how many times slower than this machine the reader's processor is.
    """

    latency: int
    down: int
    up: int
    slowdown: int

    def apply(self, page: Page) -> None:
        """Slow an empty page's line and processor down; nothing is kept in its cache.

        Args:
            page: the page, before it goes anywhere.
        """
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        limits = {
            "latency": self.latency,
            "downloadThroughput": self.down / 8,
            "uploadThroughput": self.up / 8,
        }
        session.send("Network.emulateNetworkConditions", {"offline": False, **limits})
        session.send("Emulation.setCPUThrottlingRate", {"rate": self.slowdown})


MOBILE = Line(150, 1_600_000, 750_000, 4)
SLOWEST = Line(400, 400_000, 400_000, 4)
