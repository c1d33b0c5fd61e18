"""Whether a content file still says the same after its text was mended."""

import re
import unicodedata

from ledger.content.nodes import Mapping, Node, Scalar, read_yaml
from ledger.content.raw_text import INVISIBLE
from ledger.content.syntax import check_syntax
from ledger.content.text import split_document

_DAY = re.compile(r"(\d{4})[\u5e74/-](\d{1,2})[\u6708/-](\d{1,2})\u65e5?")
Meaning = str | tuple["Meaning", ...] | None


def is_readable(text: str, *, in_front_matter: bool) -> bool:
    """Tell whether the fields of a file can be read without any mistake in its text.

    Args:
        text: the whole file.
        in_front_matter: whether fields stand between two fences only.
    """
    document = split_document(text, "")[0] if in_front_matter else None
    fields = document.front_matter if document else "" if in_front_matter else text
    return bool(fields) and not check_syntax(fields, "").problems and _meaning(fields) is not None


def means_the_same(before: str, after: str, *, in_front_matter: bool) -> bool:
    """Tell whether two texts of a file hold the same values, apart from how those are written.

    Args:
        before: the file as it was.
        after: the file as it is to be.
        in_front_matter: whether fields stand between two fences only.

    Returns:
        Whether they do; what could not be read before meant nothing.
    """
    if before == after:
        return True
    if not in_front_matter:
        return _meaning(before) in {None, _meaning(after)}
    old, new = split_document(before, "")[0], split_document(after, "")[0]
    if old is None:
        return True
    if new is None or INVISIBLE.sub("", old.body) != INVISIBLE.sub("", new.body):
        return False
    return _meaning(old.front_matter) in {None, _meaning(new.front_matter)}


def _meaning(fields: str) -> Meaning:
    root, problems = read_yaml(fields, "")
    # Fields whose colons are all wrong are one long text to YAML, which no content file is.
    return None if root is None or problems or isinstance(root, Scalar) else _of(root)


def _of(node: Node) -> Meaning:
    if isinstance(node, Scalar):
        return _plain(node.text)
    if isinstance(node, Mapping):
        return ("fields", *((_plain(key.text), _of(value)) for key, value in node.entries))
    return ("list", *(_of(item) for item in node.items))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).strip()
    day = _DAY.fullmatch(plain)
    return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}" if day else plain
