"""The two parsers read alike whatever the faster one takes on."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from ledger.content.composer import compose_fast
from ledger.content.nodes import read_yaml
from tests.ledger.builders import STATUSES

PIECES = (
    *("a", "b: ", "中", "：", "- ", "-", ": ", ":", " ", "\n", "\n  ", "\n- ", "{", "}", "[", "]", ", ", ","),
    *("'", '"', " #", "1.5", "~", '">="', "|", ">", "?", "%", "&a", "*a", "!", '"a b"', "a: b\n", "- e\n"),
    *("<<: ", "=", "\t", "\\n", "\u3000", "“", "---\n", "...\n", "‰", "\u2028", "\ufeff", "𠮷", "http://a/b"),
)


@pytest.fixture
def exactly(monkeypatch):
    """A function that reads text with the exact parser alone."""

    def read(text):
        with monkeypatch.context() as patched:
            patched.setattr("ledger.content.nodes.compose_fast", lambda _: None)
            return repr(read_yaml(text, "f"))

    return read


@settings(max_examples=600)
@given(some.lists(some.sampled_from(PIECES), max_size=14).map("".join))
@example("[a: ]")
@example('["a" :\n  , b]')
@example("a: |\n  b\n")
@example("-\ta")
@example("{中?: 1}")
def test_both_parsers_read_alike(text):
    with pytest.MonkeyPatch.context() as patched:
        fast = repr(read_yaml(text, "f"))
        patched.setattr("ledger.content.nodes.compose_fast", lambda _: None)
        assert fast == repr(read_yaml(text, "f"))


def test_content_is_read_alike_with_every_place(exactly):
    files = sorted(STATUSES.parent.rglob("*.yml"))
    assert sum(compose_fast(file.read_text(encoding="utf-8")) is not None for file in files) > 20
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert repr(read_yaml(text, "f")) == exactly(text)


@pytest.mark.parametrize("text", ["a: [", "a: &b c", "a: b: c", "{" * 30 + "}" * 30, "\ud800: 1"])
def test_what_is_wrong_is_left_to_the_exact_parser(text):
    assert compose_fast(text) is None
