"""The words of fields that may hold one of a few, with their names; read from `choices.toml`."""

from collections.abc import Mapping
from pathlib import Path

from ledger.own_table import read_own_table

CHOICES: Mapping[str, Mapping[str, str]] = read_own_table(Path(__file__).with_suffix(".toml"))
