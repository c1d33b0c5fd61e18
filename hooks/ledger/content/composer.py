"""YAML text → the nodes of its parser: that in C where both are known to read alike, else the exact one."""

import re
from typing import Any

import yaml
from yaml.composer import Composer

# Some builds of the library come without it.
_Loader: Any = getattr(yaml, "CSafeLoader", None)

DEEPEST = 20
# What the two parsers read differently: escapes, tabs, line ends that editors do not take for such, keys with
# a question mark, tags, blocks of text, directives, fences, and where a pair in a list ends without a value.
_READ_DIFFERENTLY = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    r"|[\\?!|&*@`]|>(?!=)|^(?:%|---|\.\.\.)|:\s*[,\]]",
    re.MULTILINE,
)


class RefusedError(Exception):
    """Content holds what YAML knows and content never needs.

    Args:
        code: the problem.
        mark: where it stands.
    """

    def __init__(self, code: str, mark: yaml.Mark) -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark


class _Refusing(Composer):
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse what content never needs: aliases, anchors, tags and endless nesting."""
        event = self.peek_event()  # type: ignore[attr-defined]
        if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None):
            raise RefusedError("MZ006", event.start_mark)
        if self.depth == DEEPEST:
            raise RefusedError("MZ036", event.start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class Exact(_Refusing, yaml.SafeLoader):
    """The parser whose places and refusals are what the rules of the syntax are written for."""


class _Fast(_Refusing, _Loader or object):  # type: ignore[misc]
    def __init__(self, text: str) -> None:
        _Loader.__init__(self, text)
        Composer.__init__(self)


def compose_fast(text: str) -> yaml.Node | None:
    """Read text by the parser in C; it is four times as fast.

    Args:
        text: the YAML.

    Returns:
        Its node; None where only the exact parser can tell what it is, or what is wrong with it.
    """
    if not _Loader or _READ_DIFFERENTLY.search(text):
        return None
    try:
        return _Fast(text).get_single_node()
    except (yaml.YAMLError, RefusedError, ValueError):
        return None
