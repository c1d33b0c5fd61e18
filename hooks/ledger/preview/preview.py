"""Answers to what a browser asks, always from the files as they are at that moment."""

import mimetypes
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock

from ledger.content.memory import Memory
from ledger.content.unfinished import Fault
from ledger.edition import Edition
from ledger.model.ledger import Ledger
from ledger.pages import links
from ledger.pages.stylesheet import STYLESHEET, site_stylesheet
from ledger.preview.layout import Layout, Workshop
from ledger.preview.sheets import UNFINISHED, Sheets, link_problems
from ledger.preview.watching import Watch
from ledger.problems import Problem
from ledger.site import read_preview

HTML = "text/html; charset=utf-8"
# Seconds in which an editor's program may still be writing what is wrong at the first look.
_SETTLING = 0.1
_MOST_LOOKS = 10
_SCRIPTS = "assets/javascripts/"


@dataclass(frozen=True)
class Answer:
    """What is sent for an address.

    Args:
        status: code of HTTP.
        body: the bytes.
        kind: media type.
        location: where to go instead.
    """

    status: HTTPStatus
    body: bytes
    kind: str = HTML
    location: str = ""

    @property
    def mark(self) -> str:
        """What changes with everything that a reader would see."""
        return sha256(self.body).hexdigest()[:16]


@dataclass
class State:
    """The site as the files were at one look, with what was made of it so far.

    Args:
        files: checksums by path.
        problems: what is wrong with the content; when there is anything, there are no pages.
        faults: what is wrong with drafts, which keeps nothing but these from being shown.
        failure: the answer to everything where the program could not even read the content.
        edition: the content.
        layout: its pages.
        answers: by address.
        shared: what changes with the style sheet and the scripts.
    """

    files: dict[str, str]
    problems: list[Problem] = field(default_factory=list)
    faults: tuple[Fault, ...] = ()
    failure: Answer | None = None
    edition: Edition | None = None
    layout: Layout | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    shared: str = ""


class Preview:
    """The site of a project, made as it is looked at.

    Only what is a function of the files' text alone outlives a change of it: parsed texts, drawings, compiled
    templates. All else is made anew from the new state, so that nothing old can be shown.

    Args:
        project: folder of mkdocs.yml.
        content_dir: the folder `content/`.
        tell: told of whatever goes wrong in the program.
        wait: passes seconds; other than `time.sleep` in tests.
    """

    def __init__(
        self,
        project: Path,
        content_dir: Path,
        tell: Callable[[Exception], None],
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._project, self._content, self.tell, self._wait = project, content_dir.resolve(), tell, wait
        self._docs = project / "docs"
        self.watch = Watch((self._content, self._docs, project / "mkdocs.yml"))
        self.memory = Memory()
        self._lock = RLock()
        self._scratch = TemporaryDirectory(prefix="ledger-preview-", ignore_cleanup_errors=True)
        self._state = State({})
        self._workshop: tuple[str, Workshop] | None = None
        self._sheets = Sheets(self._content.parent)

    def answer(self, address: str) -> Answer:
        """Answer a request.

        Args:
            address: path below the site's root, decoded, without a slash at its beginning.
        """
        with self._lock:
            state = self._look()
            if address not in state.answers:
                try:
                    state.answers[address] = self._answer(state, address)
                except Exception as error:  # noqa: BLE001 -- whatever happens, an editor sees one Chinese page
                    state.answers[address] = self._failure(error)
            return state.answers[address]

    def mark(self, address: str) -> str:
        """Give what changes with everything that the reader of a page would see.

        Args:
            address: as in `answer`.
        """
        with self._lock:
            answer = self.answer(address)
            # What these two show is fetched by their scripts.
            whole = address.startswith((links.TRACKER, links.SEARCH))
            more = str(sorted(self._state.files.items())) if whole else ""
            return sha256(f"{answer.mark}{self._state.shared}{self.top()}{more}".encode()).hexdigest()[:16]

    def tail(self, address: str) -> bytes:
        """Make the line that a preview adds at the end of a page: what reloads it.

        Args:
            address: as in `answer`.
        """
        return self._sheets.tail(self.mark(address))

    def top(self) -> tuple[bytes, bytes]:
        """Make what a preview adds to the head and at the top of a page: what of it is not public."""
        with self._lock:
            self._look()
            edition = self._state.edition
            if edition is None:
                return b"", b""
            return self._sheets.top(count_drafts(edition.ledger), edition.ledger.drafts)

    def close(self) -> None:
        """Leave nothing behind."""
        self._scratch.cleanup()

    def _failure(self, error: Exception) -> Answer:
        self.tell(error)
        return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, self._sheets.failure(type(error).__name__))

    def _look(self) -> State:
        files = self.watch.look()
        if files == self._state.files:
            return self._state
        state = self._read(files)
        for _ in range(_MOST_LOOKS):
            if state.edition:
                break
            # What is wrong may be half of a file that is being saved.
            self._wait(_SETTLING)
            files = self.watch.look()
            if files == state.files:
                break
            state = self._read(files)
        self._state = state
        return state

    def _read(self, files: dict[str, str]) -> State:
        try:
            return self._read_site(files)
        except Exception as error:  # noqa: BLE001 -- as in `answer`
            return State(files, failure=self._failure(error))

    def _read_site(self, files: dict[str, str]) -> State:
        cache = self._project / ".cache" / "charts"
        edition, problems, faults = read_preview(self._content, cache, self._docs, self.memory)
        self.memory.forget_unused()
        if edition is None:
            return State(files, problems, faults)
        layout = self._settled(files.get(str(self._project / "mkdocs.yml"), "")).lay_out(edition)
        shared = [item for item in sorted(files.items()) if item[0].startswith(str(self._docs / "assets"))]
        return State(files, [], faults, None, edition, layout, {}, str(shared))

    def _settled(self, settings: str) -> Workshop:
        """Give the builder with the settings as they are."""
        if self._workshop is None or self._workshop[0] != settings:
            self._workshop = (settings, Workshop(self._project, Path(self._scratch.name)))
        return self._workshop[1]

    def _answer(self, state: State, address: str) -> Answer:
        if state.edition is None or state.layout is None:
            return self._without_site(state, address)
        if address.endswith("index.html"):
            address = address.removesuffix("index.html")
        if address == UNFINISHED:
            return Answer(HTTPStatus.OK, self._sheets.unfinished(state.faults, state.edition.ledger.drafts))
        if state.layout.has_page(address):
            return self._page(state.layout, address)
        data = state.layout.file(address)
        data = state.edition.file(address) if data is None else data
        if data is not None:
            return Answer(HTTPStatus.OK, data, _kind(address))
        if state.layout.has_page(f"{address}/"):
            return Answer(HTTPStatus.FOUND, b"", location=f"/{address}/")
        return Answer(HTTPStatus.NOT_FOUND, state.layout.not_found())

    def _page(self, layout: Layout, address: str) -> Answer:
        page, told = layout.page(address)
        if told:
            problems, others = link_problems(told, self._docs)
            return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, self._sheets.problems(problems, (), others))
        return Answer(HTTPStatus.OK, page)

    def _without_site(self, state: State, address: str) -> Answer:
        """Answer while the content is wrong: what is wrong, and what the page that says so needs."""
        if address == STYLESHEET:
            # Also where the program failed.
            return Answer(HTTPStatus.OK, site_stylesheet(self._docs)[STYLESHEET], _kind(address))
        file = self._docs.joinpath(*address.split("/"))
        if address.startswith("assets/") and str(file) in state.files and not file.is_symlink():
            return Answer(HTTPStatus.OK, file.read_bytes(), _kind(address))
        if address == links.PROBLEMS:
            return Answer(HTTPStatus.OK, self._sheets.codes())
        if state.failure:
            return state.failure
        return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, self._sheets.problems(state.problems, state.faults))


def count_drafts(ledger: Ledger) -> int:
    """Count the records and documents that nobody has confirmed yet.

    Args:
        ledger: what was read, drafts included.
    """
    kinds = (ledger.measures, ledger.commitments, ledger.outcomes, ledger.stated_problems)
    records = sum(record.origin.draft for kind in kinds for record in kind.values())
    return records + sum(source.draft for source in ledger.sources.values())


def _kind(address: str) -> str:
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    if kind.startswith("text/") or kind in {"application/javascript", "application/json"}:
        return f"{kind}; charset=utf-8"
    return kind
