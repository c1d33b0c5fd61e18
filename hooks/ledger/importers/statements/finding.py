"""What one sentence promises, reports or finds wanting, before days, targets and units are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.importers.passage import Passage, Role
from ledger.importers.statement import StatementKind
from ledger.importers.statements.clause import Clause, cut_clauses, without_idle_words, without_label
from ledger.importers.statements.creed import is_creed, is_definite, is_notice
from ledger.importers.statements.duty import is_note, without_notes
from ledger.importers.statements.enumeration import items_of
from ledger.importers.statements.purpose import (
    Purpose,
    is_aim,
    is_announcement,
    is_fact,
    is_intent,
    is_number_only,
    purpose_of,
)
from ledger.importers.statements.result import counts_the_same, has_come, is_praise, is_result
from ledger.importers.statements.subject import subject_of, with_subject
from ledger.importers.statements.verb import head
from ledger.importers.statements.want import may_be_wanting, turns, wants_of
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}

# A scrap such as a verb alone says nothing.
SHORTEST = 4
# Neither does a sentence of a few characters that no rule knows.
_LEAST = 8


@dataclass(frozen=True)
class Finding:
    """One thing a sentence says.

    Args:
        start: first character in the sentence, from 0.
        end: the character after the last one.
        kind: commitment, outcome or problem.
        text: the thing in the sentence's words.
        words: the whole clause, with the words left out of `text`, and what made it a promise before it.
        reach: where the clauses end that belong to it, such as one that only names its number.
    """

    start: int
    end: int
    kind: StatementKind
    text: str
    words: str
    reach: int


def findings_of(passage: Passage) -> tuple[Finding, ...]:
    """Take a sentence apart into the things it says.

    Args:
        passage: a sentence.
    """
    if passage.role is Role.PROBLEM:
        clauses = cut_clauses(passage.text)
        return tuple(_problems(passage.text, clauses)) or tuple(_other_problem(passage.text, clauses))
    if passage.role is Role.FRAME or is_note(passage.text) or is_notice(passage.text):
        return ()
    clauses = cut_clauses(without_notes(passage.text))
    turn = len(clauses)
    if passage.role is Role.SUMMARY:
        turn = next((place for place, clause in enumerate(clauses) if turns(clause.text)), turn)
    found = [*_deeds(passage, clauses[:turn]), *_problems(passage.text, clauses[turn:])]
    if is_creed(passage):
        return tuple(finding for finding in found if is_definite(finding.text))
    return tuple(found)


def _problems(text: str, clauses: Sequence[Clause]) -> Iterator[Finding]:
    for want in wants_of(text, clauses):
        yield Finding(want.start, want.end, StatementKind.PROBLEM, want.text, want.text, want.end)


def _other_problem(text: str, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """What a sentence among problems tells in words that no rule knows: all of it, unless it tells a deed."""
    own = [without_idle_words(clause) for clause in clauses]
    # A heading has no full stop: it names what its section is about.
    if not own or not own[-1].stop or len(text) < _LEAST:
        return
    if all(may_be_wanting(clause.text) and not _is_deed(clause.text) for clause in own):
        start, end = own[0].start, own[-1].end
        yield Finding(start, end, StatementKind.PROBLEM, text[start:end], text[start:end], end)


def _is_deed(text: str) -> bool:
    return head(text) > 0 or is_intent(text) or is_announcement(text) or has_come(text)


def _deeds(passage: Passage, clauses: Sequence[Clause]) -> list[Finding]:
    found: list[Finding] = []
    last: list[Finding] = []
    subject, since, before, aims, reach = "", "", "", False, 0
    for clause in clauses:
        own, words = without_idle_words(clause), without_label(clause).text
        if passage.role is Role.SUMMARY and not since and is_announcement(words):
            since = words
        kind = StatementKind.COMMITMENT if since else _kind(passage.role, words)
        follows = bool(last) or aims
        purpose = purpose_of(own.text, follows=follows, plans=passage.role is Role.PLAN)
        aims = aims or is_aim(own.text)
        if kind is not None and len(own.text) >= SHORTEST and _counts(kind, purpose, own.text, before):
            found.extend(replace(finding, reach=reach) for finding in last)
            # A clause that begins with neither a verb nor a body ends what was said of the last body.
            aims = False
            subject, before = subject_of(own.text) or (subject if head(own.text) else ""), own.text
            last = [
                Finding(
                    item.start, item.end, kind, _told(item.text, kind, subject), since + words, clause.end
                )
                for item in _items(own, kind)
            ]
        reach = clause.end
    return [*found, *(replace(finding, reach=reach) for finding in last)]


def _items(clause: Clause, kind: StatementKind) -> tuple[Clause, ...]:
    """Take a clause apart; what was done to many things is one result unless each is counted or named."""
    items = items_of(clause)
    own = (item.text == clause.text[item.start - clause.start : item.end - clause.start] for item in items)
    if kind is StatementKind.COMMITMENT or all(own) or _WORDS["completed"].search(clause.text):
        return items
    return items if all(_WORDS["single"].search(item.text) for item in items) else (clause,)


def _told(text: str, kind: StatementKind, subject: str) -> str:
    return with_subject(text, subject) if kind is StatementKind.OUTCOME else text


def _kind(role: Role, words: str) -> StatementKind | None:
    if role is Role.PLAN:
        return None if is_fact(words) else StatementKind.COMMITMENT
    return StatementKind.COMMITMENT if is_intent(words) else StatementKind.OUTCOME


def _counts(kind: StatementKind, purpose: Purpose, text: str, before: str) -> bool:
    """Whether a clause tells a thing of its own; `before` is the clause that told the last one."""
    if kind is StatementKind.COMMITMENT:
        return purpose is Purpose.ACTION
    if purpose in {Purpose.FRAME, Purpose.MEANS} or is_number_only(text):
        return False
    if is_praise(text, follows=bool(before)) or (before and counts_the_same(text, before)):
        return False
    if purpose is Purpose.END:
        return has_come(text)
    return purpose is Purpose.ACTION or is_result(text)
