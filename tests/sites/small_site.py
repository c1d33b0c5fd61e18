"""Writes the small site: two made-up regions whose every number can be worked out by hand.

What it holds, for the tests that count it (as of 2024-06-30):

| | promises | exceeded | met | not met | claimed | ongoing | masked | silent | not due | quoted |
|---|---|---|---|---|---|---|---|---|---|---|
| alpha 2023 immunization | 4 | 1 | | | 1 | | | 2 | | |
| alpha 2023 elderly-health | 2 | | | | | | 1 | 1 | | 1 |
| alpha 2024 immunization | 5 | | | | | 1 | | | 4 | |
| beta 2023 immunization | 3 | | 1 | 1 | | | 1 | | | |

Figures: alpha 5 open, 2 masked, 1 missing; beta 2 open, 2 masked. Outcomes: alpha 2, beta 1. One rate can be
worked out again (95.50 % of 2000 is 1910), one figure was repaired, one document repeats itself.
"""

import shutil
from pathlib import Path

SMALL = Path(__file__).parent / "small"
# The vocabularies have one list only, so even the small site takes the real one.
STATUSES = Path(__file__).parents[2] / "content" / "dictionary" / "statuses.yml"
IMMUNIZATION = "regions/alpha/2023/immunization.md"


def write_small_site(folder, *, regions=("alpha", "beta"), replaced=None):
    """Write the small site's content and return its folder.

    Args:
        folder: where to make the folder `content`.
        regions: which regions it has.
        replaced: texts of further or other files by path.
    """
    content = folder / "content"
    shutil.copytree(SMALL, content, ignore=shutil.ignore_patterns("regions"))
    shutil.copy(STATUSES, content / "dictionary")
    for region in regions:
        shutil.copytree(SMALL / "regions" / region, content / "regions" / region)
    for name, text in (replaced or {}).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return content
