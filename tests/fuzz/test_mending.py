"""What a machine mends of spoiled content: never another meaning, never twice, never a good file."""

import pytest

from ledger.content.fixes import Change, fix_text
from tests.fuzz import oracle
from tests.fuzz.judging import Input, Outcome, make_mutant
from tests.fuzz.mending import judge_meaning, judge_mended
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.samples import CONTENT, all_topic_files, write_sample
from tests.fuzz.trial import try_loading

# Where each of these slips is mended, the file says again what it said before.
MENDED = ("widen_colon", "widen_digit", "add_mark_inside", "add_invisible", "use_other_line_ends")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return write_sample(
        tmp_path_factory.mktemp("sample"), "regions/huaibei-xx-district/2023/elderly-health.md"
    )


@pytest.fixture(scope="module")
def before(sample):
    return oracle.leaves(try_loading(sample.content).ledger)


def test_good_files_are_left_alone():
    changed = [
        name for name in all_topic_files() if fix_text(text(name), in_front_matter=True) != (text(name), [])
    ]
    assert changed == []


def text(name):
    return (CONTENT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MUTATORS)
def test_mending_loses_nothing(sample, before, name):
    mutant = make_mutant(sample, sample.topic_file, name, seed=1)
    finding = judge_meaning(sample, mutant, name, before) if mutant else None
    assert finding is None or finding.faults == ()


@pytest.mark.parametrize("name", MENDED)
def test_some_slips_are_mended(sample, before, name):
    mutants = (make_mutant(sample, sample.topic_file, name, seed) for seed in range(12))
    found = (judge_mended(sample, mutant, name, before) for mutant in mutants if mutant)
    assert any(finding.outcome is Outcome.SAME for finding in found if finding)


def test_a_meaning_that_changed_is_found(sample, before, monkeypatch):
    monkeypatch.setattr(
        "tests.fuzz.mending.fix_text",
        lambda *_, **__: (text(sample.topic_file)[:-20], [Change(1, "number", "", "")]),
    )
    monkeypatch.setattr("tests.fuzz.mending._unlisted", lambda *_: [])
    mutant = Input(sample.topic_file, text(sample.topic_file).encode(), "as it is")
    assert judge_meaning(sample, mutant, "widen_digit", before).faults != ()
