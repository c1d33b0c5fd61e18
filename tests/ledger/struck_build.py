"""A program that publishes a site and is struck down at one point: `struck_build.py POINT BLOW SITE`.

MkDocs is replaced by a stand-in that writes the smallest site; the rest is the real thing.
"""

import errno
import os
import signal
import sys
from pathlib import Path

from ledger import folders, publishing
from ledger.gates import report
from tests.ledger.publishing_site import write_site

# Where the blow falls: the call whose beginning or end it is.
POINTS = {
    "before anything": (publishing, "scratch_beside", "begin"),
    "when the scratch folder is made": (folders.tempfile, "mkdtemp", "end"),
    "before the builder": (publishing, "run_mkdocs", "begin"),
    "at the first page": (Path, "write_text", "begin"),
    "after the first page": (Path, "write_text", "end"),
    "after the builder": (publishing, "run_mkdocs", "end"),
    "before modes are set": (publishing, "open_to_all", "begin"),
    "while modes are set": (Path, "chmod", "end"),
    "before the gates": (publishing, "run_gates", "begin"),
    "in the gates": (report, "_facts", "begin"),
    "after the gates": (publishing, "run_gates", "end"),
    "before the exchange": (publishing, "replace", "begin"),
    "in the exchange": (folders, "_exchange", "end"),
}
AFTERWARDS = {
    "after the exchange": (publishing, "replace", "end"),
    "before cleaning": (folders.shutil, "rmtree", "begin"),
    "after cleaning": (folders.shutil, "rmtree", "end"),
}
# Only where the system cannot exchange folders in one step.
BETWEEN = {"between two steps": (folders, "_step_aside", "between")}


class StruckError(Exception):
    """What no part of the program expects."""


def strike(blow):
    """End the program, or raise what ends it."""
    if blow == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if blow == "disk full":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    raise StruckError


def struck(call, moment, blow):
    """The same call with a blow before or after it."""

    def run(*arguments, **named):
        if moment == "begin":
            strike(blow)
        result = call(*arguments, **named)
        if moment == "end":
            strike(blow)
        return result

    return run


def no_exchange():
    """What a system without the call says."""

    def exchange(_first, _second):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    return exchange


def main(point, blow, site):
    """Publish, struck at the point."""
    publishing.run_mkdocs = lambda _project, _content, *words: write_site(Path(words[-1]))
    owner, name, moment = (POINTS | AFTERWARDS | BETWEEN)[point]
    if moment == "between":
        folders._exchange = no_exchange
        rename = Path.rename
        # The first rename takes the earlier site aside, the second brings the new one.
        Path.rename = lambda self, to: (
            strike(blow) if Path(to) == Path(site) and self.name == "site" else rename(self, to)
        )
    else:
        setattr(owner, name, struck(getattr(owner, name), moment, blow))
    publishing.publish(Path(), Path(), Path(site))


if __name__ == "__main__":
    main(*sys.argv[1:])
