"""The words of fields that may hold one of a few, with their names; read from `choices.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

CHOICES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
