"""Runs the command line as `python -m ledger`."""

import signal
import sys

# Ctrl+C while the program is still being loaded ends it without a word; then the program sees to it.
_HANDLER = signal.getsignal(signal.SIGINT)
if _HANDLER is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from ledger.cli import main  # noqa: E402

signal.signal(signal.SIGINT, _HANDLER)
sys.exit(main())
