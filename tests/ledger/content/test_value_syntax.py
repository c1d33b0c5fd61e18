import pytest

from ledger.content.scan import Scan, SyntaxFault
from ledger.content.value_syntax import scan_value


def scan(text):
    """Look through the value after the first colon: where it ends, whether it goes on, and the codes told."""
    found = Scan(text.split("\n"), "f")
    try:
        return (*scan_value(found, 0, text.index(":") + 1), [p.code for p in found.problems])
    except SyntaxFault:
        return [p.code for p in found.problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 甲", (0, True, [])),
        ("a:", (0, False, [])),
        ('a: "甲"', (0, False, [])),
        ('a: "甲\n  乙"\nb: 1', (1, False, [])),
        ("a: |\n  甲\n\n  乙\nb: 1", (3, False, [])),
        ("a: [甲,\n  乙]\nb: 1", (1, False, [])),
        ("a: ?", (0, True, [])),
        ("a: -5", (0, True, [])),
        ("a:\t甲", (0, True, ["MZ040"])),
        ("a: 甲 #", (0, True, ["MZ046"])),
        ("a: ［甲］", (0, False, ["MZ041"])),
        ("a: ［甲", (0, True, [])),
        ("a: -", ["MZ047"]),
        ("a: >甲", ["MZ047"]),
        ('a: "甲"乙', ["MZ048"]),
    ],
)
def test_values_are_looked_through(text, found):
    assert scan(text) == found
