"""Words on charts: macros of one template, as plain text."""

from typing import Any

from ledger.model.ledger import Ledger
from ledger.pages.rendering import text_module


class ChartWords:
    """Says what stands on and around charts.

    Args:
        ledger: names of statuses come from its dictionary.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._module = text_module("_chart_words.txt.j2", ledger)

    def say(self, macro: str, *values: Any) -> str:  # noqa: ANN401 -- a template takes any value
        """Speak one macro of the template.

        Args:
            macro: its name.
            values: its arguments.
        """
        return str(getattr(self._module, macro)(*values)).strip()

    def headers(self, macro: str) -> tuple[str, ...]:
        """Read the column names of a chart's table.

        Args:
            macro: name of the macro that lists them.
        """
        return tuple(self.say(macro).split("|"))
