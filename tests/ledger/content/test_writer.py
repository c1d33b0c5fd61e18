"""Records written in the style of people: what is read back is what was written."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.content.loader import load_ledger
from ledger.content.nodes import Mapping, Sequence, read_yaml
from ledger.content.record_lines import add_sources
from ledger.content.syntax import check_syntax
from ledger.content.text import split_document
from ledger.content.writer import (
    Entry,
    fields_of,
    read_comments,
    scalar_text,
    write_comment,
    write_entries,
    write_fields,
    write_topic_file,
)
from tests.ledger.builders import write_content

CONTENT = Path(__file__).parents[3] / "content"
LISTS = ("measures", "commitments", "outcomes", "problems")


def rewritten(text):
    """A topic file read into fields and written again."""
    document, _ = split_document(text, "a.md")
    root, _ = read_yaml(document.front_matter, "a.md")
    top = {key.text: value.text for key, value in root.entries if not isinstance(value, Sequence)}
    lists = {
        name: [Entry(fields_of(item)) for item in root.get(name).items]
        for name in LISTS
        if isinstance(root.get(name), Sequence)
    }
    return write_topic_file(top, lists, document.body)


def without_lines(file):
    """A topic file's records without the lines on which they stand."""
    lists = (file.measures, file.commitments, file.outcomes, file.stated_problems)
    records = [[replace(r, origin=replace(r.origin, line=0)) for r in records] for records in lists]
    return file.region, file.year, file.topic, records, file.narrative


def test_the_whole_real_content_is_read_back_as_it_was_written(tmp_path):
    for file in CONTENT.rglob("*.*"):
        other = tmp_path / "content" / file.relative_to(CONTENT)
        other.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".md" and "regions" in file.parts:
            text = rewritten(text)
        elif file.name == "sources.yml":
            root, _ = read_yaml(text, "sources.yml")
            text = add_sources("", [Entry(fields_of(item)) for item in root.items])
        other.write_text(text, encoding="utf-8")
    before, after = load_ledger(CONTENT)[0], load_ledger(tmp_path / "content")[0]
    assert len(before.files) >= 120
    assert list(map(without_lines, before.files)) == list(map(without_lines, after.files))
    assert before.sources == after.sources
    assert before.corrections == after.corrections


def test_a_topic_file_in_the_style_of_people():
    measure = {
        "draft": "true",
        "at": "一、(二)",
        "id": "m1",
        "name": "机构数",
        "value": "93.90",
        "unit": "%",
        "change": {"value": "-2", "unit": "%", "against": "同比"},
    }
    commitment = {
        "id": "c1",
        "text": "做完: 三件事",
        "target": {"op": "yes"},
        "support": ["甲局", "乙局"],
        "at": "三",
    }
    lists = {"commitments": [Entry(commitment)], "measures": [Entry(measure, ("原文：甲",))]}
    assert write_topic_file({"source": "s"}, lists, "一段话。\n") == (
        "---\n"
        "source: s\n"
        "measures:\n"
        "  # 原文：甲\n"
        "  - id: m1\n"
        "    name: 机构数\n"
        "    value: 93.90\n"
        '    unit: "%"\n'
        '    change: {value: -2, unit: "%", against: 同比}\n'
        "    at: 一、(二)\n"
        "    draft: true\n"
        "commitments:\n"
        "  - id: c1\n"
        '    text: "做完: 三件事"\n'
        '    target: {op: "yes"}\n'
        "    support: [甲局, 乙局]\n"
        "    at: 三\n"
        "---\n"
        "一段话。\n"
    )


def test_lists_of_fields_stand_one_below_the_other():
    source = {"id": "s", "repeats": [{"part": "篇二", "of": "篇一"}], "title": "总结"}
    assert add_sources("", [Entry(source)]) == (
        "- id: s\n  title: 总结\n  repeats:\n    - {part: 篇二, of: 篇一}\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("机构数", "机构数"),
        ("1.10", "1.10"),
        ("2023-01/2023-09", "2023-01/2023-09"),
        ("%", '"%"'),
        (">=", '">="'),
        ("yes", '"yes"'),
        ("?", '"?"'),
        ("- 甲", '"- 甲"'),
        ("甲: 乙", '"甲: 乙"'),
        ("甲 #乙", '"甲 #乙"'),
        ("甲：“乙”", "甲：“乙”"),
        ("“甲”乙", "“甲”乙"),
        ('说"好"', '说"好"'),
        ('"好"', '"\\"好\\""'),
        ("甲，乙", "甲，乙"),
        ("第一行\n第二行", "第一行 第二行"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text, written):
    assert scalar_text(text) == written


def test_between_brackets_more_signs_need_quotes():
    assert scalar_text("甲, 乙") == "甲, 乙"
    assert scalar_text("甲, 乙", in_brackets=True) == '"甲, 乙"'
    assert scalar_text("甲]", in_brackets=True) == '"甲]"'


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12))
def test_whatever_is_written_is_read_back(text):
    text = text.strip()
    for in_brackets in (False, True):
        value = scalar_text(text, in_brackets=in_brackets)
        written = f"a: {{b: {value}}}" if in_brackets else f"a: {value}"
        assert check_syntax(written, "").problems == []
        node = read_yaml(written, "")[0].get("a")
        node = node.get("b") if isinstance(node, Mapping) else node
        assert node.text == text


def test_long_comments_are_broken_and_joined_again():
    text = "原文：" + "做了一件事，" * 40
    lines = write_comment(text)
    assert len(lines) == 3
    assert max(map(len, lines)) <= 100
    assert read_comments([*lines, "# 请核对：乙"]) == [text, "请核对：乙"]


def test_a_record_that_was_written_loads(tmp_path):
    entry = Entry({"id": "m1", "name": "甲", "value": "5", "unit": "张", "at": "一", "draft": "true"})
    text = "---\nsource: example-2023-summary\nmeasures:\n" + "\n".join(
        write_entries([entry], "measures", "  ")
    )
    content = write_content(tmp_path, {"regions/example/2023/elderly-health.md": text + "\n---\n"})
    ledger, problems = load_ledger(content, drafts=True)
    assert problems == []
    assert ledger.measures["example-2023-elderly-health-m1"].origin.draft


def test_a_file_that_is_one_record_has_its_fields_in_the_order_of_their_declaration():
    fields = {"name_status": "stated", "level": "district", "name": "示例区"}
    assert write_fields(fields, "region.yml") == "name: 示例区\nlevel: district\nname_status: stated\n"
