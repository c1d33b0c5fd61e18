"""Texts of content where HTML's own escaping is not enough: headings, front matter, narratives, addresses."""

import pytest
import yaml
from markdown import markdown

from ledger.content.loader import load_ledger
from ledger.edition import Edition
from ledger.pages.rendering import (
    environment,
    front_matter_text,
    markdown_text,
    narrative_markdown,
    render,
    render_head,
    web_address,
)
from tests.sites import reading
from tests.sites.small_site import write_small_site

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
def test_front_matter_holds_what_was_written(text):
    assert yaml.safe_load(f"title: {front_matter_text(text)}\n") == {"title": text}


def test_front_matter_survives_signs_that_yaml_refuses():
    assert yaml.safe_load(f"title: {front_matter_text(chr(0) + '一' + chr(0x85) + '二')}\n") == {
        "title": " 一 二"
    }


NARRATIVES = [
    ("上升<5%，**重点**，`码`", "上升<5%，**重点**，`码`"),
    ("- 一\n> 二", "- 一\n> 二"),
    ("[注] 见[原文](https://example.org/a)", "[注] 见[原文](https://example.org/a)"),
    ("<b>粗</b>", "&#60;b>粗&#60;/b>"),
    ("<!-- 注 --><?php ?>", "&#60;!-- 注 -->&#60;?php ?>"),
    ("![图](https://example.org/a.png)", "&#33;[图](https://example.org/a.png)"),
    ("[看](javascript:alert)", "&#91;看](javascript:alert)"),
    (
        "[a [看](https://example.org)](javascript:alert)",
        "&#91;a [看](https://example.org)](javascript:alert)",
    ),
    ("[a]: data:text", "&#91;a]: data:text"),
    ("[看][a]", "&#91;看][a]"),
]


@pytest.mark.parametrize(("written", "left"), NARRATIVES)
def test_a_narrative_keeps_only_what_can_do_no_harm(written, left):
    assert narrative_markdown(written) == left


@pytest.mark.parametrize(
    ("written", "followed"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org/", "http://example.org/"),
        ("javascript:alert(1)", "#"),
        (" https://example.org/", "#"),
        ("//example.org/", "#"),
        ("data:text/html,x", "#"),
        ("HTTPS://example.org/", "#"),
    ],
)
def test_only_addresses_of_the_web_are_followed(written, followed):
    assert web_address(written) == followed


def test_the_head_of_a_page_is_its_front_matter(tmp_path):
    ledger, _ = load_ledger(write_small_site(tmp_path))
    edition = Edition(ledger, tmp_path / "content")
    env = environment(ledger, edition.drawings)

    for address in ("", "data/", "tracker/", "alpha/2023/immunization/"):
        spec = edition.specs[address]
        head, whole = render_head(spec, env).markdown, render(spec, env).markdown
        assert whole.startswith(head)
        assert (head[:4], head[-5:], whole[len(head) :].lstrip()[:1]) in {
            ("---\n", "\n---\n", "<"),
            ("---\n", "\n---\n", "#"),
        }
        assert {"title", "description"} <= set(yaml.safe_load(head.removesuffix("---\n")))
