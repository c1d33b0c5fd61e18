"""What a section is about: what was done, what will be done, what is wanting, or nothing of these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ledger.importers.passage import Role
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))


@dataclass(frozen=True)
class Past:
    """What the sections so far said of their time.

    Args:
        year: the last year that a heading stated; 0 before one did.
        is_told: whether a heading spoke of what is past.
    """

    year: int = 0
    is_told: bool = False

    def after(self, headings: Sequence[str]) -> "Past":
        """The same after one more section."""
        is_told = self.is_told or any(_says("past_heading", heading) for heading in headings)
        return Past(max(self.year, year_of_heading(headings) or 0), is_told)

    def is_before(self, headings: Sequence[str]) -> bool:
        """Whether a section whose heading says no more than its time is about what comes next."""
        year = year_of_heading(headings) or 0
        names_time = any(_says("time_heading", heading) for heading in headings)
        return names_time and (self.year < year if self.year and year else self.is_told)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_RULES[name])


def _says(name: str, text: str) -> bool:
    return bool(_pattern(name).search(text))


def role_of_heading(heading: str, depth: int = 0) -> Role | None:
    """What a heading says its section is about; None where it says nothing of it.

    Args:
        heading: the words without a label.
        depth: how many headings stand around it; a long heading deep inside only names its subject.
    """
    if depth and (len(heading) > _RULES["longest_sub_heading"] or _says("sub_heading_not", heading)):
        return None
    if _says("problem_heading", heading) and not _says("problem_heading_not", heading):
        return Role.PROBLEM
    if _says("plan_heading", heading) and not _says("summary_heading", heading):
        return Role.PLAN
    return Role.SUMMARY if _says("summary_heading", heading) else None


def role_of_document(title: str) -> Role | None:
    """What a document is by its own title; None for both at once and for titles that do not say."""
    if tells(title) == plans(title):
        return None
    return Role.SUMMARY if tells(title) else Role.PLAN


def tells(title: str) -> bool:
    """Whether a title says that its document tells what was done."""
    return _says("summary_title", title)


def plans(title: str) -> bool:
    """Whether a title says that its document tells what will be done."""
    return _says("plan_title", title)


def year_of_heading(headings: Sequence[str]) -> int | None:
    """The year that the innermost heading with one states."""
    for heading in reversed(headings):
        if found := _pattern("year").search(heading):
            return int(found["year"])
    return None


def role_of_section(headings: Sequence[str]) -> Role | None:
    """What the innermost heading that says something says."""
    for depth in range(len(headings) - 1, -1, -1):
        if role := role_of_heading(headings[depth], depth):
            return role
    return None


def role_of_sentence(sentence: str) -> Role:
    """What a sentence tells by its own words, where nothing around it says."""
    if _says("summary_sentence", sentence):
        return Role.SUMMARY
    return Role.PLAN if _says("plan_sentence", sentence) else Role.SUMMARY


def leaning(sentence: str) -> int:
    """1 where a sentence says that something was done, -1 where it says that it will be, else 0."""
    return _says("done_sentence", sentence) - _says("planned_sentence", sentence)


def is_background(sentence: str, year: int | None) -> bool:
    """Whether a sentence in a plan tells what was done before it.

    Args:
        sentence: its words.
        year: the year that the plan is for, where it is known.
    """
    found = _pattern("background").match(sentence)
    if not found or not _says("background_done", sentence) or _says("planned_sentence", sentence):
        return False
    return not found["year"] or (year is not None and int(found["year"]) < year)


def is_shortcoming(sentence: str) -> bool:
    """Whether a sentence among others says that something is wanting: what it is, not what it was."""
    return _says("shortcoming", sentence) and not _says("problem_lead_not", sentence)


def is_bulletin(title: str) -> bool:
    """Whether a title is that of a statistical bulletin, which never plans."""
    return _says("bulletin_title", title)


def is_frame(sentence: str) -> bool:
    """Whether a sentence greets, leads over or praises, and tells nothing."""
    words = sentence.strip().rstrip("\u3002\uff1a:\uff01!")
    if _says("frame_whole", words):
        return True
    clauses = [clause.strip() for clause in _pattern("clause_stops").split(words)]
    return all(_pattern("frame_clause").match(clause) for clause in clauses if clause)


def begins_problems(sentence: str) -> bool:
    """Whether a sentence in a text about something else begins to tell what is wanting."""
    return _says("problem_lead", sentence) and not _says("problem_lead_not", sentence)


def ends_problems(sentence: str) -> bool:
    """Whether a sentence closes such a list."""
    return _says("problem_end", sentence)


def is_section_name(heading: str) -> bool:
    """Whether a heading only names its section."""
    return _says("section_name", heading) and not _says("section_name_not", heading)


def turns_to_plans(sentence: str) -> bool:
    """Whether a sentence in a text about what was done begins to tell what comes next."""
    return _says("plan_lead", sentence)


def is_general_problem(sentence: str) -> bool:
    """Whether a sentence says that something is wanting, not what."""
    return _says("general_problem", sentence)
