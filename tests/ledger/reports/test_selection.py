import pytest

from ledger.problems import Problem
from ledger.reports.selection import select

A, B, OF_FOLDER = (Problem(f"content/{name}", 1, 1, "MZ025") for name in ("a.md", "b.md", "r/c.md"))


@pytest.mark.parametrize(
    ("asked", "told", "others"),
    [
        ([], (A, B, OF_FOLDER), ()),
        (["content/b.md"], (B,), (A, OF_FOLDER)),
        (["content/r"], (OF_FOLDER,), (A, B)),
        (["content/a.md", "content/r"], (A, OF_FOLDER), (B,)),
        (["."], (A, B, OF_FOLDER), ()),
        (["content/gone.md"], (), (A, B, OF_FOLDER)),
        # Not a folder of the same beginning.
        (["content/b"], (), (A, B, OF_FOLDER)),
    ],
)
def test_problems_of_the_files_asked_for_and_all_others(asked, told, others):
    selection = select([OF_FOLDER, B, A], asked)
    assert (selection.told, selection.others) == (told, others)
