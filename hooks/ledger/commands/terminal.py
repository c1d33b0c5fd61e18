"""How commands speak in a terminal and listen: harmless text, one key, a line that is filled in."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.content.writer import Value

END = "q"
# Dropping a whole file is no neighbour of dropping one draft.
CAPITAL = "D"


def say(text: str) -> None:
    """Print lines; what a terminal would obey is shown as a replacement character.

    Args:
        text: the lines.
    """
    print(harmless(text), flush=True)


def harmless(text: str) -> str:
    """Take out of a text what a terminal would obey, and what would turn its order.

    Args:
        text: the text; its line ends stay.
    """
    return "".join(sign if sign.isprintable() or sign in "\n\u3000" else "\ufffd" for sign in text)


def ask(question: str, filled: str = "") -> str:
    """Ask for a line; in a terminal it can be edited, and begins with what it was.

    Args:
        question: what is asked.
        filled: what the line is filled with; from a pipe an empty line means the same.
    """
    if not sys.stdin.isatty():
        print(question, end="", flush=True)
        line = sys.stdin.readline()
        print(harmless(line.strip()))
        return line.strip() or filled
    try:
        import readline
    except ImportError:
        line = input(f"{question}（现在是：{harmless(filled)}；回车不改）" if filled else question)
        return line.strip() or filled
    readline.set_startup_hook(lambda: readline.insert_text(harmless(filled)))
    try:
        return input(question).strip()
    except EOFError:
        return filled
    finally:
        readline.set_startup_hook()


def value_of(text: str, name: str) -> "Value":
    """Read a new value: in brackets as content files write lists and fields, else as text.

    Args:
        text: what was typed.
        name: the field.
    """
    from ledger.content.nodes import Mapping, read_yaml
    from ledger.content.writer import fields_of

    if text[0] in "[{":
        root, problems = read_yaml(f"{name}: {text}", "")
        if not problems and isinstance(root, Mapping):
            return fields_of(root)[name]
    return text


def key() -> str:
    """Read one key; from a pipe one line, whose end is the end of the walk."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        print(harmless(line.strip()))
        return pressed(line.strip()[:1]) if line else END
    try:
        import termios
        import tty
    except ImportError:
        return pressed(ask("")[:1])
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        sign = sys.stdin.read(1)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
    print(sign.strip() if sign.isprintable() else "")
    # The end of the input is no key: nothing is accepted by it.
    return END if sign in {"", "\x04"} else pressed(sign)


def pressed(sign: str) -> str:
    """Take a capital for its small letter, but where the capital is a key of its own.

    Args:
        sign: what was typed.
    """
    return sign if sign == CAPITAL else sign.lower()
