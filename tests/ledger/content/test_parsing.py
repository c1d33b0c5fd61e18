"""YAML texts that were read before: the same nodes, and nothing of texts that are no more."""

from ledger.content.parsing import Memory, parse

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


def test_problems_of_the_text_are_told_apart_from_those_of_its_structure():
    assert [problem.code for problem in parse(WRONG, "x.yml", 1).raw] != []
    assert parse(GOOD, "x.yml", 1).raw == parse(GOOD, "x.yml", 1).problems == ()
