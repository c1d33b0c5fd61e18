"""What one sentence promises, reports or finds wanting, before days, targets and units are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger.importers.clause import Clause, cut_clauses, without_idle_words, without_label
from ledger.importers.enumeration import items_of
from ledger.importers.passage import Passage, Role
from ledger.importers.purpose import Purpose, is_fact, is_intent, is_shortcoming, purpose_of
from ledger.importers.statement import StatementKind
from ledger.importers.subject import subject_of, with_subject
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}


@dataclass(frozen=True)
class Finding:
    """One thing a sentence says.

    Args:
        start: first character in the sentence, from 0.
        end: the character after the last one.
        kind: commitment, outcome or problem.
        text: the thing in the sentence's words.
        words: the whole clause, with the words left out of `text`.
    """

    start: int
    end: int
    kind: StatementKind
    text: str
    words: str


def findings_of(passage: Passage) -> tuple[Finding, ...]:
    """Take a sentence apart into the things it says.

    Args:
        passage: a sentence.
    """
    if passage.role is Role.PROBLEM:
        return tuple(_problems(passage.text))
    if passage.role is Role.FRAME:
        return ()
    return tuple(_deeds(passage))


def _problems(text: str) -> Iterator[Finding]:
    waiting: Clause | None = None
    for clause in cut_clauses(text):
        own = without_idle_words(clause)
        start = waiting.start if waiting else own.start
        if is_shortcoming(own.text):
            yield Finding(start, own.end, StatementKind.PROBLEM, text[start : own.end], own.text)
            waiting = None
        elif waiting is None:
            waiting = own


def _deeds(passage: Passage) -> Iterator[Finding]:
    subject, follows = "", False
    for clause in cut_clauses(passage.text):
        own = without_idle_words(clause)
        words = without_label(clause).text
        kind = _kind(passage.role, words)
        purpose = purpose_of(own.text, follows=follows)
        if kind is None or not _counts(kind, purpose, own.text):
            continue
        follows = True
        subject = subject_of(own.text) or subject
        for item in items_of(own):
            text = with_subject(item.text, subject if kind is StatementKind.OUTCOME else "")
            yield Finding(item.start, item.end, kind, text, words)


def _kind(role: Role, words: str) -> StatementKind | None:
    if role is Role.PLAN:
        return None if is_fact(words) else StatementKind.COMMITMENT
    return StatementKind.COMMITMENT if is_intent(words) else StatementKind.OUTCOME


def _counts(kind: StatementKind, purpose: Purpose, text: str) -> bool:
    if purpose is Purpose.ACTION:
        return True
    if kind is StatementKind.OUTCOME and purpose in {Purpose.REMARK, Purpose.END}:
        return _is_result(text)
    return False


def _is_result(text: str) -> bool:
    if _WORDS["rate"].search(text):
        return False
    return bool(_WORDS["change"].search(text) or _WORDS["counted"].search(text))
