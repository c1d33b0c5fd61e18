import pytest

from ledger.content.field_fixes import find_fields, fix_field


@pytest.mark.parametrize(
    ("line", "mended", "changes"),
    [
        ("  - value：９", "  - value: 9", [("colon", "- value：", "- value:"), ("number", "９", "9")]),
        (
            "due:\u30002026/2/3",
            "due: 2026-02-03",
            [("blanks", "due:\u3000", "due:"), ("date", "2026/2/3", "2026-02-03")],
        ),
        ("text: ９", "text: ９", []),
        ("value: 9", "value: 9", []),
    ],
)
def test_each_change_of_a_line_is_told(line, mended, changes):
    assert fix_field(line) == (mended, changes)


def test_fields_stand_outside_of_blocks_and_quotes():
    lines = ["a: 1", "note: |", "  b: 2", "", "  c: 3", 'd: "4', "e: 5", 'f: 6"', "# g: 7", "h: 8"]
    assert list(find_fields(lines, 0, len(lines))) == [0, 1, 9]
    assert list(find_fields(lines, 1, 3)) == [1]
