"""Charts drawn as SVG text by vl-convert, or taken from the cache where they were drawn before.

Words are left out of what vl-convert draws, and put into its drawing afterwards. It would measure every word
with the fonts of the machine, which takes much longer than to draw; and since no position in our charts
depends on these widths, the same bytes come out on every machine.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import vl_convert

from charts.cache import TextCache
from charts.chart import WORDS, Chart, as_json
from charts.svg import count_marks, dressed

WORKERS = 2
# Two processes take a second to start, in which one draws about so many charts.
WORTH_WORKERS = 300
# Charts handed to a worker at a time: few enough for progress to be seen.
CHUNK = 20


class MarksMismatchError(Exception):
    """A drawing holds another number of marks than its chart has.

    Args:
        form: name of the chart form.
        expected: marks that the data call for.
        drawn: marks in the drawing.
    """

    def __init__(self, form: str, expected: int, drawn: int) -> None:
        # Exceptions come out of worker processes by being made anew from these arguments.
        super().__init__(form, expected, drawn)
        self.form, self.expected, self.drawn = form, expected, drawn

    def __str__(self) -> str:
        return f"{self.form}: {self.drawn} marks drawn instead of {self.expected}"


@dataclass(frozen=True)
class _Task:
    """What a worker needs for one drawing."""

    form: str
    label: str
    marks: int
    words: tuple[str, ...]
    spec: str


def draw(
    charts: Sequence[Chart], cache_dir: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> list[str]:
    """SVG text for each chart, in the order of the charts.

    Args:
        charts: equal charts are drawn once.
        cache_dir: folder of earlier drawings; None draws everything anew.
        progress: called with the number of different drawings that are ready and of all that are needed.

    Raises:
        MarksMismatchError: a drawing lacks marks, or has too many.
    """
    tasks = [_task(chart) for chart in charts]
    store = TextCache(cache_dir)
    keys = {task: _key(task) for task in tasks}
    ready = {task: drawing for task, key in keys.items() if (drawing := store.get(key)) is not None}
    missing = [task for task in keys if task not in ready]
    report = progress or (lambda _ready, _all: None)
    report(len(ready), len(keys))
    for task, drawing in zip(missing, _drawings(missing), strict=True):
        store.put(keys[task], drawing)
        ready[task] = drawing
        report(len(ready), len(keys))
    return [ready[task] for task in tasks]


def _task(chart: Chart) -> _Task:
    datasets: Any = chart.spec["datasets"]
    words = datasets[WORDS]
    # A blank costs no measuring, but still gets its text element.
    silent = {**datasets, WORDS: [{**word, "text": " "} for word in words]}
    spec = as_json({**chart.spec, "datasets": silent})
    return _Task(chart.form, chart.label, chart.rows, tuple(word["text"] for word in words), spec)


def _key(task: _Task) -> str:
    return sha256(as_json([_fingerprint(), *astuple(task)]).encode()).hexdigest()


@cache
def _fingerprint() -> str:
    """Changes with everything but the task that a drawing depends on."""
    folder = Path(__file__).parent
    sources = b"".join((folder / name).read_bytes() for name in ("drawing.py", "svg.py", "theme.py"))
    return f"{version('vl-convert-python')} {sha256(sources).hexdigest()}"


def _drawings(tasks: Sequence[_Task]) -> Iterator[str]:
    """One drawing after the other, made by worker processes where there are many."""
    if len(tasks) < WORTH_WORKERS:
        yield from map(_draw, tasks)
        return
    done = 0
    try:
        # A process that was forked from one in which vl-convert runs would hang.
        with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
            for drawing in pool.map(_draw, tasks, chunksize=CHUNK):
                yield drawing
                done += 1
    except BrokenProcessPool:
        # Spawning starts the main program anew, which not every program allows; then this one does the work.
        yield from map(_draw, tasks[done:])


def _draw(task: _Task) -> str:
    # No base URL is allowed: a chart holds its data itself and fetches nothing.
    drawing = vl_convert.vegalite_to_svg(task.spec, allowed_base_urls=[])
    root = fromstring(drawing)  # noqa: S314 - not from outside
    drawn = count_marks(root)
    if drawn != task.marks:
        raise MarksMismatchError(task.form, task.marks, drawn)
    return dressed(root, task.words, task.label)
