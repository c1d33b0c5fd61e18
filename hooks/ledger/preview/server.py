"""The preview on this machine: a small HTTP server that only this machine's browsers can ask."""

import json
import os
import sys
import time
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from ledger.preview.preview import HTML, Answer, Preview
from ledger.preview.sheets import FOLDER, PREFIX

HOST = "127.0.0.1"
_CHANGES = f"{PREFIX}changes"
_OWN = {
    f"{PREFIX}reload.js": "text/javascript",
    f"{PREFIX}preview.css": "text/css",
    f"{PREFIX}drafts.css": "text/css",
}
_END_OF_HEAD = b"</head>"
_MASTHEAD = b'<header class="masthead"'
# Seconds: how often a waiting page has the files looked at, and how long it waits for one answer.
_EVERY = 0.1
_LONGEST = 20.0


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview to the browsers of this machine.

    Args:
        preview: what is shown.
        port: where; 0 takes any that is free.

    Raises:
        OSError: the port cannot be had.
    """

    daemon_threads = True
    # On Windows this would let two programs share a port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        super().__init__((HOST, port), _Handler)

    def handle_error(self, *_: object) -> None:
        """Tell of a request that failed as of all else that fails, and nothing of a closed window."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            self.preview.tell(error)

    @property
    def hosts(self) -> set[str]:
        """The names by which a browser may ask; under any other, a page of the web could read the drafts."""
        names = {HOST, "localhost"}
        return {f"{name}:{self.server_port}" for name in names} | (names if self.server_port == 80 else set())


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    # Nobody needs to know, and the time of the clock is of no use.
    server_version, sys_version = "preview", ""

    def do_GET(self) -> None:
        """Answer."""
        try:
            self._answer()
        except ConnectionError:
            # The page was left before it was whole.
            self.close_connection = True

    do_HEAD = do_GET  # noqa: N815 -- the library's name

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what went wrong."""

    def _answer(self) -> None:
        try:
            parts = urlsplit(self.path)
        except ValueError:
            self._send(Answer(HTTPStatus.BAD_REQUEST, b"", "text/plain"))
            return
        address = unquote(parts.path).removeprefix("/")
        if self.headers.get("Host", "") not in self.server.hosts:
            self._send(Answer(HTTPStatus.FORBIDDEN, b"", "text/plain"))
        elif address == _CHANGES:
            asked = parse_qs(parts.query)
            self._send(self._wait(asked.get("page", [""])[0], asked.get("seen", [""])[0]))
        elif address in _OWN:
            data = (FOLDER / address.removeprefix(PREFIX)).read_bytes()
            self._send(Answer(HTTPStatus.OK, data, f"{_OWN[address]}; charset=utf-8"))
        else:
            self._show(address)

    def _show(self, address: str) -> None:
        preview = self.server.preview
        answer = preview.answer(address)
        if answer.kind != HTML or answer.location:
            self._send(answer)
            return
        # Where the page is drawn from the start, so that nothing on it moves later.
        head, line = preview.top()
        body = answer.body.replace(_END_OF_HEAD, head + _END_OF_HEAD, 1)
        body = body.replace(_MASTHEAD, line + _MASTHEAD, 1)
        self._send(replace(answer, body=body), preview.tail(address))

    def _wait(self, page: str, seen: str) -> Answer:
        address, end = unquote(page).removeprefix("/"), time.monotonic() + _LONGEST
        while not (changed := self.server.preview.mark(address) != seen) and time.monotonic() < end:
            time.sleep(_EVERY)
        return Answer(HTTPStatus.OK, json.dumps({"changed": changed}).encode(), "application/json")

    def _send(self, answer: Answer, tail: bytes = b"") -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body) + len(tail)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body + tail)
