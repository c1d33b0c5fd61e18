"""A browser, pages that remember what went wrong in them, and servers for built folders."""

import contextlib
import functools
import http.server
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from ledger import cli
from tests.browser.setup_browser import find_chromium, on_ci
from tests.sites.page_types import page_types

HERE = Path(__file__).parent
HOST = "127.0.0.1"
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that asks another host is recorded (see PageLog) and gets no answer, with or without a network.
    f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {HOST}",
]


@dataclass
class PageLog:
    """What went wrong in the pages of a context; all lists are empty for a good page."""

    console_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)
    failed_requests: list[str] = field(default_factory=list)

    def everything(self):
        """Return all of it, so that a test can say ``assert page_log.everything() == []``."""
        return [*self.console_errors, *self.foreign_requests, *self.failed_requests]

    def watch(self, context):
        """Record what happens in the pages of a context from now on."""
        context.on("console", self._on_console)
        context.on("weberror", lambda event: self.console_errors.append(str(event.error)))
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", self._on_response)

    def _on_failure(self, request):
        # Whoever leaves a page before it is whole breaks off what is still on its way: no fault of the site.
        if request.failure != "net::ERR_ABORTED":
            self.failed_requests.append(request.url)

    def _on_console(self, message):
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location['url']})")

    def _on_request(self, request):
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != HOST:
            self.foreign_requests.append(request.url)

    def _on_response(self, response):
        if not response.ok and response.status != http.HTTPStatus.NOT_MODIFIED:
            self.failed_requests.append(f"{response.status} {response.url}")


class FolderHandler(http.server.SimpleHTTPRequestHandler):
    """Serves one folder under one path of the server, silently."""

    def __init__(self, *args, prefix, **options):
        self.prefix = prefix
        super().__init__(*args, **options)

    def send_head(self):
        """Answer only below the prefix, as a portal that mounts the site under a sub-path would."""
        if not self.path.startswith(self.prefix):
            self.send_error(http.HTTPStatus.NOT_FOUND)
            return None
        self.path = self.path.removeprefix(self.prefix.rstrip("/"))
        return super().send_head()

    def log_message(self, *_):
        """Keep the output of the tests readable."""


def pytest_collection_modifyitems(items):
    """Mark everything in this folder, so that nobody can forget to."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Under CI a file of browser tests that skips itself as a whole is a failure too."""
    report = yield
    if report.skipped and on_ci():
        report.outcome = "failed"
        report.longrepr = f"持续集成中不允许跳过浏览器测试：{collector.nodeid}"
    return report


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium, one for the whole run."""
    program = find_chromium()
    if program is None:
        pytest.skip("没有找到 Chromium，请先运行：python tests/browser/setup_browser.py")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context_options():
    """Options of `context`; a file or class of tests overrides this fixture, for a phone say."""
    return {"locale": "zh-CN"}


@pytest.fixture
def page_log():
    """What went wrong in `context`; `watch` adds contexts that a test opens itself."""
    return PageLog()


@pytest.fixture
def context(browser, context_options, page_log):
    """A browser context without cookies, cache or history, watched by `page_log`."""
    context = browser.new_context(**context_options)
    page_log.watch(context)
    yield context
    context.close()


@pytest.fixture
def page(context):
    """An empty page in `context`."""
    return context.new_page()


@pytest.fixture(scope="session")
def serve_folder():
    """A function that serves a folder until the end of the run and returns its address."""
    with contextlib.ExitStack() as servers:

        def serve(folder, prefix="/"):
            handler = functools.partial(FolderHandler, directory=str(folder), prefix=prefix)
            server = servers.enter_context(http.server.ThreadingHTTPServer((HOST, 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://{HOST}:{server.server_port}{prefix}"

        yield serve


@pytest.fixture(scope="session")
def built_site(pytestconfig, tmp_path_factory):
    """The folder of the real site, built once from the real content."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with contextlib.chdir(pytestconfig.rootpath):
        exit_code = cli.main(["build", "--site-dir", str(folder)])
    assert not exit_code, "the real content could not be built; see the captured output"
    return folder


@pytest.fixture(scope="session")
def site_url(built_site, serve_folder):
    """The address of the real site, with a slash at the end."""
    return serve_folder(built_site)


@pytest.fixture(scope="session")
def types(built_site):
    """The heaviest page of every type of the real site, by type."""
    return page_types(built_site)
