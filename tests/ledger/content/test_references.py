"""Checks between records, on mentions made by hand; whole files are in tests/content_cases/references."""

from ledger.content.losses import Losses
from ledger.content.nodes import Scalar
from ledger.content.references import Mention, References


def mention(local, *, kind="measures", path="content/a.md", line=3, id_=None):
    return Mention(kind, id_ or f"a-{local}", local, path, Scalar(local, line, 9))


def check(definitions=(), references=(), losses=None):
    found = References(list(definitions), list(references))
    return [(p.code, p.path, p.line, p.column) for p in found.check([], losses or Losses())]


def test_each_id_is_defined_once():
    assert check([mention("m1"), mention("m2"), mention("m1", path="content/b.md", id_="b-m1")]) == []


def test_every_further_definition_is_reported_with_the_first():
    thrice = [mention("m1", line=line) for line in (3, 5, 7)]
    assert check(thrice) == [("MZ020", "content/a.md", 5, 9), ("MZ020", "content/a.md", 7, 9)]
    (problem, _) = References(thrice).check([], Losses())
    assert problem.details == {"text": "m1", "first": "content/a.md:3"}


def test_same_full_id_from_two_files_is_another_mistake():
    assert check([mention("m1"), mention("x-m1", path="content/b.md", id_="a-m1")]) == [
        ("MZ029", "content/b.md", 3, 9)
    ]


def test_reference_must_be_defined_in_the_right_list():
    definitions = [mention("m1"), mention("c1", kind="commitments")]
    good = [mention("m1", line=8), mention("c1", kind="commitments", line=9)]
    wrong = [mention("c1", line=10), mention("m1", kind="commitments", line=11)]
    assert check(definitions, good) == []
    assert [line for _, _, line, _ in check(definitions, wrong)] == [10, 11]


def test_nearest_id_is_short_within_the_file_and_full_elsewhere():
    definitions = [mention("managed"), mention("total", path="content/b.md", id_="b-2023-total")]
    for local, hint in (("manged", "managed"), ("b-2023-totl", "b-2023-total"), ("xyz", "")):
        (problem,) = References(definitions, [mention(local, id_=local)]).check([], Losses())
        assert (f"最接近的是 {hint}" in problem.mend) is bool(hint)


def test_reference_into_or_from_a_lost_file_is_not_blamed():
    lost = Losses(files={"content/b.md": "b-"})
    into, within = mention("b-m1", id_="b-m1"), mention("m1", path="content/b.md", id_="m1")
    assert check(references=[into, within], losses=lost) == []
    assert len(check(references=[into, within])) == 2


def test_files_are_checked_together():
    one, other = References([mention("m1")]), References([], [mention("m1", line=8), mention("m2", line=9)])
    one.extend(other)
    assert [(problem.code, problem.line) for problem in one.check([], Losses())] == [("MZ021", 9)]
