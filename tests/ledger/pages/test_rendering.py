"""Texts of content in the two places where HTML's own escaping is not enough: headings and front matter."""

import html

import pytest
import yaml
from markdown import markdown

from ledger.pages.rendering import front_matter_text, markdown_text
from tests.sites import reading

TEXTS = [
    "65岁及以上老年人健康管理率达到62%",
    "<5 & >3",
    "&amp; &lt;",
    "*星* **重** _下_ __划__ ~~删~~",
    "`码` [链](x) ![图](y) <https://example.org>",
    "# 井 ## 井",
    "1. 一",
    "- 短横",
    "+ 加",
    "a | b | c",
    "反 \\* 斜 \\",
    "引 \"双\" '单' “中文”",
    "冒号: 值 # 注",
    "{{ 7*7 }} {% x %} { .x #y }",
    "结尾 #",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_heading_says_what_was_written(text):
    (heading,) = reading.parse(markdown(f"# {markdown_text(text)}", extensions=["tables", "toc"])).iter("h1")

    assert reading.raw_text(heading) == text
    assert list(heading) == []


@pytest.mark.parametrize("text", TEXTS)
def test_front_matter_holds_what_was_written_ready_for_html(text):
    """The theme writes titles and descriptions into pages as they are."""
    meta = yaml.safe_load(f"title: {front_matter_text(text)}\n")
    page = reading.parse(f'<title>{meta["title"]}</title><meta content="{meta["title"]}">')

    assert html.unescape(meta["title"]) == text
    assert page.find(".//title").text == text
    assert page.find(".//meta").get("content") == text
