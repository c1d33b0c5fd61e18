"""The work of a build grows with the content, not with its square: counted, since time is the machine's."""

import cProfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from charts import picture
from ledger.pages import chart_files
from ledger.site import Site, build_site
from tests.corpus.make_corpus import YEARS, make_corpus

TOPICS = 5
REGIONS = (2, 4)
# Twice the content may need twice of anything and a little more; its square would be 4.
MOST = 2.3
# With fewer calls than this a ratio says nothing.
FEWEST_CALLS = 500

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Work:
    """One build and what it took.

    Args:
        site: the result.
        calls: how often each function was called, by file, line and name.
    """

    site: Site
    calls: dict[tuple[str, int, str], int]


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        # Drawing is one piece of work for each chart, and takes longer than all the rest.
        patch.setattr(chart_files, "draw", lambda charts, *_: ["<svg></svg>"] * len(charts))
        patch.setattr(chart_files, "vega_bundle", lambda *_: b"")
        yield [build(tmp_path_factory.mktemp("corpus") / "content", regions) for regions in REGIONS]


def build(folder: Path, regions: int) -> Work:
    make_corpus(folder, regions * len(YEARS) * TOPICS, topics=TOPICS)
    profile = cProfile.Profile(builtins=False)
    site = profile.runcall(build_site, folder)
    assert [str(problem) for problem in site.problems] == []
    return Work(site, _calls(profile))


def _calls(profile: cProfile.Profile) -> Counter[tuple[str, int, str]]:
    # A template is compiled anew for each environment, and all named tuples share one name: the profile's own
    # table keeps the last of those that are named alike, by chance.
    calls: Counter[tuple[str, int, str]] = Counter()
    for entry in profile.getstats():
        if not isinstance(entry.code, str):
            code = entry.code
            calls[code.co_filename, code.co_firstlineno, code.co_name] += entry.callcount
    return calls


def test_pages_grow_with_the_content(builds):
    smaller, larger = (len(work.site.pages) for work in builds)
    assert 1.5 < larger / smaller <= 2


def test_charts_grow_with_the_content(builds):
    smaller, larger = (sum(address.endswith(".svg") for address in work.site.assets) for work in builds)
    assert 1.5 < larger / smaller <= 2


def test_the_text_of_pages_grows_with_the_content(builds):
    smaller, larger = (sum(len(page.markdown) for page in work.site.pages) for work in builds)
    assert larger / smaller < MOST


def test_other_files_grow_with_the_content(builds):
    smaller, larger = (sum(map(len, work.site.assets.values())) for work in builds)
    assert larger / smaller < MOST


@pytest.mark.parametrize("folder", ["search/", "tracker/"])
def test_what_scripts_read_grows_with_the_content(builds, folder):
    smaller, larger = (
        sum(len(data) for address, data in work.site.assets.items() if address.startswith(folder))
        for work in builds
    )
    assert 1.5 < larger / smaller < MOST


def test_no_picture_is_drawn_where_no_crawler_could_ask_for_it(builds):
    assert not [address for work in builds for address in work.site.assets if address.endswith(".png")]
    drawn = [name for work in builds for file, _, name in work.calls if file == picture.__file__]
    assert "_sheet" not in drawn


def test_no_function_is_called_more_often_than_the_content_grows(builds):
    smaller, larger = (work.calls for work in builds)
    ratios = {name: calls / smaller.get(name, 1) for name, calls in larger.items() if calls >= FEWEST_CALLS}
    assert len(ratios) > 100
    assert {name: ratio for name, ratio in ratios.items() if ratio > MOST} == {}
