"""YAML text to nodes: a pure function, whose problems are told apart by their kind."""

from ledger.content.parsing import parse

GOOD = "a: 1\nb: [2, 3]\n"
WRONG = "a： 1\n"


def test_problems_of_the_text_are_told_apart_from_those_of_its_structure():
    assert [problem.code for problem in parse(WRONG, "x.yml", 1).raw] != []
    assert parse(GOOD, "x.yml", 1).raw == parse(GOOD, "x.yml", 1).problems == ()
