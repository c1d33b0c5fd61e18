"""What was read before: the same as what is read now, and nothing of texts that are no more."""

import pytest

from ledger.content.loader import load_ledger
from ledger.content.memory import Memory, Recent
from ledger.content.parsing import parse
from tests.sites.small_site import IMMUNIZATION, write_small_site

GOOD = "a: 1\nb: [2, 3]\n"
WRONG = "a： 1\n"


def test_what_is_remembered_is_what_is_read():
    memory = Memory()

    for text in (GOOD, WRONG, GOOD, WRONG):
        assert memory.parse(text, "x.yml", 1) == parse(text, "x.yml", 1)


def test_a_text_is_parsed_once_for_each_place_it_stands_at():
    memory = Memory()
    for path, line in (("x.yml", 1), ("x.yml", 1), ("y.yml", 1), ("x.yml", 2)):
        memory.parse(GOOD, path, line)
        memory.forget_unused()
    memory.parse(GOOD, "x.yml", 2)

    assert memory.parsed == 3


def test_what_was_not_asked_for_is_forgotten():
    memory = Memory()
    memory.parse(GOOD, "x.yml", 1)
    memory.forget_unused()
    memory.forget_unused()
    memory.parse(GOOD, "x.yml", 1)

    assert memory.parsed == 2


def test_only_what_was_put_or_given_lately_is_counted():
    recent = Recent()
    recent.put("a", 1)
    recent.put("b", 2)
    recent.forget_unused()

    assert (recent.get("a"), recent.get("c"), len(recent)) == (1, None, 2)
    recent.forget_unused()
    assert (recent.get("b"), len(recent)) == (None, 1)


class Reading:
    """Reads a content folder with a memory, and holds each answer against one without."""

    def __init__(self, content):
        self.content, self.memory = content, Memory()

    def read(self, *, drafts=True):
        """Read the folder, and return how many topic files had to be read."""
        before = self.memory.read
        found = load_ledger(self.content, drafts=drafts, memory=self.memory)
        assert found == load_ledger(self.content, drafts=drafts)
        self.memory.forget_unused()
        return self.memory.read - before

    def edit(self, name, old, new):
        file = self.content / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def reading(tmp_path):
    return Reading(write_small_site(tmp_path))


def test_only_files_whose_text_changed_are_read_again(reading):
    assert (reading.read(), reading.read()) == (4, 0)
    reading.edit(IMMUNIZATION, "应种人数", "应种总人数")

    assert (reading.read(), reading.read()) == (1, 0)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("dictionary/topics.yml", "name: ", "name: 新"),
        ("regions/beta/sources.yml", "title: ", "title: 新"),
    ],
)
def test_all_files_are_read_again_when_what_they_rest_on_changed(reading, name, old, new):
    reading.read()
    reading.edit(name, old, new)

    assert (reading.read(), reading.read()) == (4, 0)


def test_what_is_wrong_is_told_each_time(reading):
    reading.read()
    reading.edit(IMMUNIZATION, "\nsource:", "\nsauce:")

    assert (reading.read(), reading.read()) == (1, 1)
    reading.edit(IMMUNIZATION, "\nsauce:", "\nsource:")
    assert reading.read() == 1


def test_a_text_that_is_wrong_is_told_though_what_remains_of_it_was_read_before(reading):
    reading.read()
    # Left out where it is told, so that the rest of the file reads as before.
    reading.edit(IMMUNIZATION, "应种人数", "应种\u200b人数")

    assert reading.read() == 1


def test_what_is_lost_elsewhere_does_not_pass_for_flawless(reading):
    reading.read()
    reading.edit("regions/alpha/sources.yml", "kind:", "kin:")
    assert reading.read() > 0
    reading.edit("regions/alpha/sources.yml", "kin:", "kind:")
    reading.read()
    assert reading.read() == 0


def test_drafts_are_counted_each_time_they_are_left_out(reading):
    reading.edit(IMMUNIZATION, "\n  - id: ", "\n  - draft: true\n    id: ")
    reading.read()
    reading.read(drafts=False)

    assert reading.read(drafts=False) == 1
    assert reading.read() == 4
