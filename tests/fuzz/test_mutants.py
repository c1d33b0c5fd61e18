"""A short run over mutants of real content; `run_fuzz.py` is the long one."""

import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from ledger import cli, publishing
from ledger.publishing import ContentError
from ledger.site import build_site
from tests.fuzz import oracle
from tests.fuzz.judging import Outcome, judge_mutant, make_mutant, read
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.samples import CHOSEN, write_sample
from tests.fuzz.trial import HangError, guard, try_loading

SEED = 1
# More would take minutes: the long run is for that.
PER_MUTATOR = 2


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Small folders of real content with what they say."""
    found = []
    for topic_file in CHOSEN:
        sample = write_sample(tmp_path_factory.mktemp("sample"), topic_file)
        found.append((sample, oracle.leaves(try_loading(sample.content).ledger)))
    return found


def mutants(samples, name, most=PER_MUTATOR):
    """Some mutants of one kind, of topic files where it can spoil them, else of other files."""
    found = []
    places = [(sample, before, file) for sample, before in samples for file in sample.files]
    # Topic files first, then the others of the samples in turn.
    places.sort(key=lambda place: place[2] != place[0].topic_file)
    start = sorted(MUTATORS).index(name) % len(places)
    order = [*places[: len(samples)], *places[start:], *places[:start]]
    for sample, before, file in order:
        mutant = make_mutant(sample, file, name, SEED)
        if mutant is not None and len(found) < most:
            found.append((sample, before, mutant))
    return found


def test_every_sample_is_good_content(samples):
    assert [(bool(before), try_loading(sample.content).problems) for sample, before in samples] == [
        (True, [])
    ] * 4


@pytest.mark.parametrize("name", MUTATORS)
def test_mutants_are_diagnosed_or_lose_nothing_in_silence(samples, name):
    found = mutants(samples, name)
    assert found
    for number, (sample, before, mutant) in enumerate(found):
        finding = judge_mutant(sample, mutant, name, before, times=1 if number else 2)
        assert (finding.input.origin, ()) == (finding.input.origin, finding.faults)


def test_there_are_thirty_kinds_and_more():
    assert len(MUTATORS) >= 30


def test_problems_do_not_depend_on_the_order_of_sets(samples, tmp_path):
    """Texts hash differently in every process; what is reported, and in which order, must not."""
    folders = []
    for name in ("misspell_field", "double_line", "swap_ids", "cut_file", "delete_entry"):
        sample, _, mutant = mutants(samples, name, most=1)[0]
        folder = tmp_path / name / "content"
        for file, text in sample.files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
        (folder / mutant.file).write_bytes(mutant.data)
        folders.append(str(folder))
    said = [report_in_a_process(folders, seed) for seed in ("1", "2")]
    assert said[0]
    assert said[0] == said[1]


def report_in_a_process(folders, hash_seed):
    program = (
        "import sys, pathlib; from ledger.content.loader import load_ledger\n"
        "for name in sys.argv[1:]: print(*load_ledger(pathlib.Path(name))[1], sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *folders],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"},
    )
    return done.stdout


def publish(sample, mutant, folder):
    """Build a mutant over an earlier site: the exit code, and whether that site is as it was, to the byte."""
    site = folder / "site"
    (site / "data").mkdir(parents=True, exist_ok=True)
    (site / "data" / "summary.json").write_text("{}", encoding="utf-8")
    (site / "index.html").write_text("早先的网站", encoding="utf-8")
    earlier = snapshot(folder)
    sample.write(mutant.file, mutant.data)
    try:
        code = cli.main(["build", "--content", str(sample.content), "--site-dir", str(site)])
    finally:
        sample.restore(mutant.file)
    return code, snapshot(folder) == earlier


def test_nothing_of_many_broken_mutants_is_published(samples, tmp_path, monkeypatch):
    """The builder is a stand-in that writes half a site before it reads the content."""

    def run(project, content_dir, *arguments):
        half = Path(arguments[arguments.index("--site-dir") + 1])
        half.mkdir(parents=True)
        (half / "index.html").write_text("新的一半", encoding="utf-8")
        assert build_site(content_dir).problems
        raise ContentError

    monkeypatch.setattr(publishing, "run_mkdocs", run)
    sample, before = samples[0]
    made = ((name, make_mutant(sample, sample.topic_file, name, SEED)) for name in MUTATORS)
    broken = (
        mutant
        for name, mutant in made
        if mutant and judge_mutant(sample, mutant, name, before).outcome is Outcome.DIAGNOSED
    )
    ends = [publish(sample, mutant, tmp_path) for mutant in islice(broken, 20)]
    assert ends == [(1, True)] * 20


@pytest.mark.slow
@pytest.mark.parametrize("name", ["widen_colon", "encode_gbk"])
def test_nothing_is_published_by_the_real_builder(samples, name, tmp_path, capfd):
    sample, _, mutant = mutants(samples, name, most=1)[0]
    assert publish(sample, mutant, tmp_path) == (1, True)
    assert "Traceback" not in "".join(capfd.readouterr())


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_does_not_end_is_found():
    def wait():
        while True:
            pass

    with pytest.raises(HangError), guard(seconds=0.05):
        wait()


def test_a_raised_exception_is_a_finding(tmp_path, monkeypatch):
    def fail(_):
        raise ValueError

    monkeypatch.setattr("tests.fuzz.trial.load_ledger", fail)
    assert "ValueError" in try_loading(tmp_path).traceback


def test_a_value_cut_in_silence_is_found(samples):
    sample, before = samples[0]
    # The rest of a line behind ` #` is a remark to YAML: this stands for a reader that lets it go.
    mutator = MUTATORS["add_comment_sign"]
    after = {path: leaf[:2] if isinstance(leaf, str) else leaf for path, leaf in before.items()}
    faults = [*oracle.silent_losses(mutator, before, after, removed="", added=" #")]
    assert any("cut or stretched" in fault for fault in faults)
    assert sample.content.is_dir()


def test_a_record_lost_in_silence_is_found(samples):
    _, before = samples[0]
    after = {path: leaf for path, leaf in before.items() if "/measures/3/" not in path}
    faults = [*oracle.silent_losses(MUTATORS["add_tab"], before, after, removed="", added="\t")]
    assert any("lost in silence" in fault for fault in faults)


def test_a_sample_is_as_before_after_each_mutant(samples):
    sample, _ = samples[0]
    read(sample, make_mutant(sample, sample.topic_file, "cut_file", SEED))
    text = (Path(sample.content) / sample.topic_file).read_text(encoding="utf-8")
    assert text == sample.files[sample.topic_file]
