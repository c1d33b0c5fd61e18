"""What the review asks: which topic, and the fields of a record that the import has missed."""

from collections.abc import Mapping
from pathlib import Path

from ledger.commands.review_changes import entry_of
from ledger.commands.review_draft import Draft
from ledger.commands.review_sentence import told
from ledger.commands.terminal import ask, say, value_of
from ledger.content.dictionary import read_dictionary
from ledger.content.fields import KINDS
from ledger.content.folder import Folder
from ledger.content.memory import Memory
from ledger.content.writer import Entry, Value

_KINDS = {"1": "measures", "2": "commitments", "3": "outcomes", "4": "problems"}
# What is asked of each kind, and what an answer is filled with.
_QUESTIONS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "measures": (
        ("name", "数的是什么（名称）", ""),
        ("value", "数值（隐去写 redacted）", ""),
        ("unit", "单位", ""),
        ("qualifier", "限定词（约、余、以上……；没有就回车）", ""),
    ),
    "commitments": (
        ("text", "承诺做什么", "{text}"),
        ("target", '目标（如 {op: ">=", value: 60, unit: "%"}；没有就回车）', ""),
        ("due", "期限（如 2025-12-31、ongoing；没有就回车）", ""),
        ("lead", "牵头单位（没有就回车）", ""),
    ),
    "outcomes": (
        ("text", "做成了什么", "{text}"),
        (
            "claim",
            "机构的说法（stated 只写了、done 完成、exceeded 超额、progressing 推进中）",
            "stated",
        ),
    ),
    "problems": (("text", "什么问题", "{text}"),),
}
_NEEDED = ("name", "value", "unit", "text", "at")


def read_names(content: Path, memory: Memory) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Read the names of topics, and those of topics and indicators together.

    Args:
        content: the content folder.
        memory: texts that were parsed before.

    Returns:
        Ids → names, twice.
    """
    dictionary = read_dictionary(Folder(content, parse=memory.parse))
    topics = {id_: topic.name for id_, topic in dictionary.topics.items()}
    return topics, {**{id_: item.name for id_, item in dictionary.indicators.items()}, **topics}


def ask_topic(topics: Mapping[str, str], now: str) -> str | None:
    """Ask for a topic by its name, a part of it, or its id.

    Args:
        topics: ids → names.
        now: the topic that is proposed.
    """
    word = ask("主题（名称或其中几个字）：", topics.get(now, now))
    same = [id_ for id_, name in topics.items() if word in {id_, name}]
    found = same or [id_ for id_, name in topics.items() if word and word in name]
    if len(found) != 1:
        many = "、".join(topics[id_] for id_ in found or topics)
        say(f"{'有几个' if found else '没有这个主题。有'}：{many}")
        return None
    return found[0]


def ask_record(draft: Draft, topics: Mapping[str, str]) -> tuple[Path, str, Entry] | None:
    """Ask for the fields of a missing record, which is added as a draft beside another.

    Args:
        draft: a draft of the same sentence.
        topics: ids → names.

    Returns:
        File, list and the record; None where an answer is missing.
    """
    kind = _KINDS.get(ask("补哪一种：1 数字  2 承诺  3 成效  4 问题："))
    topic = ask_topic(topics, draft.file.stem) if kind else None
    if kind is None or topic is None:
        return None
    text = told(draft)[1].rstrip("。；")
    fields: dict[str, Value] = {}
    asked = (*_QUESTIONS[kind], ("at", "在原文的哪里", str(draft.record.fields.get("at", ""))))
    for name, question, filled in asked:
        answer = ask(f"{question}：", filled.replace("{text}", text))
        if not answer and name in _NEEDED:
            return None
        fields[name] = value_of(answer, name) if answer else ""
    return draft.file.with_name(f"{topic}.md"), kind, entry_of(fields, draft)


def ask_rest(path: str, count: int, others: int) -> bool:
    """Ask whether all drafts of a file go; their number has to be typed, as no slip of a key is a number.

    Args:
        path: the file.
        count: how many drafts it holds.
        others: how many records elsewhere refer to them.
    """
    also = f"，另有 {others} 条引用它们，一起去掉引用" if others else ""
    question = f"{path} 剩下的 {count} 条草稿全删{also}？写出条数（{count}）就删："
    return bool(count) and ask(question) == str(count)


def field_named(word: str, shown: list[str], draft: Draft) -> str | None:
    """Give the field that is meant; say so where there is none, or it cannot be mended.

    Args:
        word: its number, or its name.
        shown: the fields that are numbered.
        draft: the draft.
    """
    known = KINDS[draft.record.kind]
    name = shown[int(word) - 1] if word.isdecimal() and 0 < int(word) <= len(shown) else word
    if name == "id":
        print("编号不能在这里改。")
    elif name.isdecimal():
        print("没有这个号。")
    elif name not in known:
        say(f"没有“{name}”这个字段。有：{'、'.join(known)}")
    else:
        return name
    return None
