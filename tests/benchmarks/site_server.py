"""A server for measuring: sends a built site as real ones do, packed and over connections that stay open."""

import contextlib
import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.sites.weights import LEVEL, TEXTS

HOST = "127.0.0.1"


class PackingHandler(http.server.SimpleHTTPRequestHandler):
    """Serves one folder silently; texts are packed for whoever takes them packed."""

    protocol_version = "HTTP/1.1"

    def send_head(self):
        """Answer with the packed file, or leave it to the base class."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        takes_packed = "gzip" in self.headers.get("Accept-Encoding", "")
        if not takes_packed or file.suffix not in TEXTS or not file.is_file():
            return super().send_head()
        body = _packed(file)
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_):
        """Keep the tables readable."""


@functools.cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), LEVEL)


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site as long as the context lasts.

    Args:
        site: its folder.

    Yields:
        its address, with a slash at the end.
    """
    handler = functools.partial(PackingHandler, directory=str(site))
    with http.server.ThreadingHTTPServer((HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()
