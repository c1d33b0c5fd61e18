import re
from html import unescape

import pytest

from ledger.pages.problems import problems_page
from ledger.pages.rendering import environment, render
from ledger.problems import CATALOGUE
from tests.ledger.builders import ledger


@pytest.fixture(scope="module")
def page():
    return render(problems_page(), environment(ledger(), {})).markdown


def plain(markup):
    return unescape(re.sub(r"<[^>]*>", "", markup))


def test_the_page_stands_below_the_one_about_editing(page):
    assert problems_page().uri == "editing/problems/index.md"
    assert '<a href="../../editing/">怎样参与</a>' in page


def test_the_page_has_the_codes_of_the_catalogue_and_no_others(page):
    codes = sorted(CATALOGUE)
    assert re.findall(r'<article class="code" id="(\w+)">', page) == [code.lower() for code in codes]
    assert re.findall(r'<li><a href="#(\w+)">(MZ\d+)</a>', page) == [(code.lower(), code) for code in codes]
    assert f"{len(codes)} 种错误" in page


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_code_is_told_in_full(page, code):
    fault = CATALOGUE[code]
    (article,) = re.findall(rf'<article class="code" id="{code.lower()}">(.*?)</article>', page, re.DOTALL)
    shown = plain(article)

    assert f"{code} {fault.plain_message}\n" in shown
    for text in (fault.why, fault.bad.rstrip(), fault.good.rstrip(), fault.plain_mend):
        assert text in shown


def test_holes_are_shown_as_dots_and_signs_as_themselves(page):
    assert "MZ010 没有“…”这个字段" in plain(page)
    assert '写成 {op: ">=", value: 62, unit: "%"}；是否类写 {op: "yes"}' in plain(page)
    # Nothing of an example may reach the page as markup.
    assert "<b>" not in page
    assert "本年工作<b>进展顺利</b>。" in plain(page)
