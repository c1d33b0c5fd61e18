"""Loading a content folder under guard: an exception or a hang is a finding, and does not end the run."""

import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ledger.content.loader import load_ledger
from ledger.model.ledger import Ledger
from ledger.problems import Problem

# Far beyond the second that a file may take, so that a busy machine is not taken for a hang.
_HANG_SECONDS = 20


class HangError(BaseException):
    """The work did not end; no `except Exception` on its way may swallow this."""


@dataclass(frozen=True)
class Trial:
    """What came of loading a content folder.

    Args:
        ledger: what was read, None if there are problems or nothing came of it.
        problems: what was reported.
        seconds: processor time.
        traceback: what was raised, or nothing.
        hung: whether it had to be ended.
    """

    ledger: Ledger | None
    problems: list[Problem]
    seconds: float
    traceback: str = ""
    hung: bool = False


@contextmanager
def guard(seconds: int = _HANG_SECONDS) -> Iterator[None]:
    """End the work inside when it takes too long.

    Args:
        seconds: on the clock.

    Raises:
        HangError: it took too long.
    """

    def end(*_: object) -> None:
        raise HangError

    earlier = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)


def try_loading(content: Path) -> Trial:
    """Load a content folder, and print every problem as `ledger check` does.

    Args:
        content: the folder.
    """
    began = time.process_time()
    try:
        with guard():
            ledger, problems = load_ledger(content)
            for problem in problems:
                str(problem)
    except HangError:
        return Trial(None, [], time.process_time() - began, hung=True)
    except Exception:  # noqa: BLE001 -- whatever it is, it is what we look for
        return Trial(None, [], time.process_time() - began, traceback=traceback.format_exc())
    return Trial(ledger, problems, time.process_time() - began)
