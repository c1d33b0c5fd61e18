"""Whatever a document says, its drafts load, are not published, and leave the terminal alone."""

import contextlib
import io
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ledger import cli
from ledger.commands import document_import
from ledger.content.loader import load_ledger
from ledger.content.record_lines import locate
from tests.ledger.builders import write_content

HOSTILE = (
    "名称: 值",
    "人 # 注释",
    "- 项",
    "'单引号'",
    '"双引号"',
    "\\",
    "---",
    "...",
    "&锚 *引 !!python/object",
    "%YAML 1.1",
    "{a: 1}",
    "[1, 2]",
    "| >",
    "<script>alert(1)</script>",
    "{{ ledger }}",
    "{% raw %}",
    "\x1b[31m红\x1b[0m",
    "\x1b]0;题\x07",
    "::error::错",
    "\u202e反\u202c",
    "\u2066隔\u2069",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ud800",
    "👨‍👩‍👧🏥",
    "draft: false",
    "\n    draft: false\n",
    "⟦乱⟧",
    "原文（第1句）：",
    "null",
    "~",
    "@`",
    "长" * 10_000,
)
SHAPES = (
    "全区{}管理人数达到12人，{}健康管理率为63.90%。",
    "推进{}建设，新建{}3个。",
    "一是{}力量不足。",
    "要在6月底前完成{}20个。（责任科室：{}）",
    "{}",
)
TITLE = "示例区卫生健康局2023年工作总结\n一、主要工作\n"
SECTIONS = ("", "二、存在问题\n", "三、2024年工作打算\n（一）{}\n")
NEW = "regions/elsewhere"
REGION = "name: 示例区\nlevel: district\nname_status: stated\n"

words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
shapes = st.builds(lambda shape, word: shape.replace("{}", word), st.sampled_from(SHAPES), words)
lines = st.one_of(
    shapes, st.builds(lambda head, word: head.replace("{}", word), st.sampled_from(SECTIONS), words)
)
documents = st.lists(lines, max_size=8).map(lambda found: TITLE + "\n".join(found))


def import_text(text, content):
    """Import a pasted text, which no reader of files refuses; give the exit code and what was printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = cli.main(["import", "-", "--region", "elsewhere", "--year", "2023", "--content", str(content)])
    return code, printed.getvalue()


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A small ledger with a second region that has nothing yet, and what is published of it."""
    files = {f"{NEW}/region.yml": REGION, f"{NEW}/sources.yml": "[]\n"}
    content = write_content(tmp_path_factory.mktemp("small"), files)
    ledger, problems = load_ledger(content)
    assert problems == []
    return content, ledger


def said(ledger):
    """What a ledger publishes, but for the region that holds nothing but drafts."""
    return ledger.settings, ledger.sources, ledger.files, ledger.corrections


def check(text, small):
    """Import a text, and look at what became of it."""
    content, published = small
    with tempfile.TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        copy = Path(shutil.copytree(content, Path(scratch) / "content"))
        patch.setattr(document_import, "REPORTS", Path(scratch) / "reports")
        patch.setattr("sys.stdin", io.StringIO(text))
        code, printed = import_text(text, copy)
        assert all(sign.isprintable() or sign in "\n\u3000" for sign in printed)
        assert "内部错误" not in printed
        after, problems = load_ledger(copy)
        assert problems == []
        assert said(after) == said(published)
        files = [*(copy / NEW).glob("*/*.md"), copy / NEW / "sources.yml"]
        records = [record for file in files for record in locate(file.read_bytes().decode())]
        assert all(record.is_draft for record in records)
        assert bool(records) == (code == 0)
        _, problems = load_ledger(copy, drafts=True)
        return records, problems, printed


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
@example(TITLE + "\n".join(shape.replace("{}", word) for word in HOSTILE for shape in SHAPES[:4]))
def test_a_document_of_any_words_becomes_drafts_and_nothing_else(small, text):
    check(text, small)


@pytest.mark.parametrize("word", HOSTILE[:30])
def test_what_stands_in_the_document_stands_in_the_drafts(small, word):
    text = TITLE + f"全区{word}健康管理人数达到12人。\n二、存在问题\n一是{word}力量不足，人员短缺。\n"
    records, problems, _ = check(text, small)
    assert ("12", "人") in {(record.fields.get("value"), record.fields.get("unit")) for record in records}
    assert not {"MZ001", "MZ002", "MZ003"} & {problem.code for problem in problems}
