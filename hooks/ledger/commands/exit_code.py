"""What a command tells the shell."""

from enum import IntEnum


class ExitCode(IntEnum):
    """0 is good, 1 wrong content, 2 a failure of the tool itself."""

    GOOD = 0
    CONTENT = 1
    TOOL = 2


class StopError(Exception):
    """A command cannot go on; its words say why and what to do.

    Args:
        words: what is printed.
        code: what the shell is told.
    """

    def __init__(self, words: str, code: ExitCode = ExitCode.CONTENT) -> None:
        super().__init__(words)
        self.code = code


ADVICE = "加 --debug 再运行一次，把输出发给维护者。"
