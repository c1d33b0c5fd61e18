"""The verb of a clause: whether it begins with one, and where the first stands that cannot be a noun."""

import re
from pathlib import Path

from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_ADVERBS = rf"(?:{_WORDS['adverb']}{_WORDS['link']})*+"
_FIRST = re.compile(rf"{_ADVERBS}(?:{_WORDS['strong']}|{_WORDS['noun_too']})")
_PLAIN = re.compile(rf"{_WORDS['strong']}|{_WORDS['noun_too']}")
_ALONE = re.compile(_WORDS["alone"])
_NAME = re.compile(_WORDS["noun_too"])
_VERB = re.compile(rf"(?!{_WORDS['noun_too']}){_WORDS['strong']}")


def head(text: str) -> int:
    """Find the end of the verb that a clause begins with, adverbs included; 0 where it begins with none.

    Args:
        text: a clause without labels.
    """
    found = _FIRST.match(text) or _PLAIN.match(text) or _ALONE.match(text)
    return found.end() if found else 0


def is_name(text: str) -> bool:
    """Whether a clause begins with a verb that serves as a name as well.

    Args:
        text: a clause without labels.
    """
    return _NAME.match(text) is not None


def first_verb(text: str) -> tuple[int, int] | None:
    """Find the verb of a clause, whether it begins with it or has a subject before it.

    Args:
        text: a clause without labels.
    """
    end = head(text)
    if end:
        return 0, end
    found = _VERB.search(text)
    return found.span() if found else None


def governs(text: str) -> int:
    """Find the end of the verb that a list of things depends on; 0 where no verb does.

    Args:
        text: a clause without labels.
    """
    found = _FIRST.match(text) or _PLAIN.match(text) or (None if _ALONE.match(text) else _VERB.search(text))
    return found.end() if found else 0
