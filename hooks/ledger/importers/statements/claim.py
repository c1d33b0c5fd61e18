"""How far a thing is, by the issuing body's own words."""

import re
from pathlib import Path

from ledger.model.outcome import Claim
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_QUOTED = re.compile(_WORDS["quoted"])
_RULES = tuple((Claim(rule["is"]), re.compile(rule["when"])) for rule in _WORDS["claim"])


def claim_of(text: str) -> Claim:
    """Read the claim from a clause, or from a cell about progress.

    Args:
        text: the words about what was done.
    """
    words = _QUOTED.sub("", text)
    return next((claim for claim, pattern in _RULES if pattern.search(words)), Claim.STATED)
