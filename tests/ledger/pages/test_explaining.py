"""Special words are marked where they stand first, the longest first; whatever surrounds them is escaped."""

import re

import pytest

from ledger.model.glossary import GlossaryEntry
from ledger.pages.explaining import Explainer, WordFinder
from ledger.pages.rendering import environment
from tests.ledger.builders import ledger
from tests.sites import reading

GLOSSARY = {
    entry.id: entry
    for entry in (
        GlossaryEntry("guan-li", "规范管理", "按规定看望。"),
        GlossaryEntry("guan-li-lv", "规范管理率", "占几成。", ("管理率<",)),
        GlossaryEntry("cmi", "病例组合指数", "病有多难。", ("CMI",)),
    )
}


@pytest.fixture
def explainer():
    macros = environment(ledger(), {}).get_template("_explanations.md.j2").module
    return Explainer(WordFinder(GLOSSARY), macros, "../")


def marked(markup):
    """The marked words of some markup, each with what its explanation says."""
    opened = reading.by_class(reading.parse(f"<div>{markup}</div>"), "term")
    return {reading.text(item.find("summary")): reading.text(item.find("span")) for item in opened}


def test_a_word_opens_its_explanation_and_leads_to_the_page_of_all(explainer):
    (item,) = reading.by_class(reading.parse(f"<div>{explainer.mark('做规范管理')}</div>"), "term")
    assert item.tag == "details"
    assert item.get("open") is None
    assert reading.text(item.find("summary")) == "规范管理"
    assert reading.text(item.find("span")) == "按规定看望。 全部专业词"
    assert item.find("span/a").get("href") == "../glossary/#word-guan-li"


def test_the_longest_word_is_meant(explainer):
    assert list(marked(explainer.mark("规范管理率升高，规范管理变好"))) == ["规范管理率", "规范管理"]


def test_a_word_is_explained_once_on_a_page_however_it_is_written(explainer):
    assert list(marked(explainer.mark("CMI 就是病例组合指数"))) == ["CMI"]
    assert explainer.mark("病例组合指数") == "病例组合指数"
    assert explainer.beside("CMI", "病例组合指数") == ""


def test_a_latin_word_is_no_part_of_another(explainer):
    assert marked(explainer.mark("ACMI CMIS CMI2")) == {}
    assert list(marked(explainer.mark("指数（CMI）为2"))) == ["CMI"]


def test_pages_know_nothing_of_each_other():
    macros = environment(ledger(), {}).get_template("_explanations.md.j2").module
    finder = WordFinder(GLOSSARY)
    pages = [Explainer(finder, macros, "").mark("规范管理") for _ in range(2)]
    assert pages[0] == pages[1]
    assert "term" in pages[0]


def test_the_name_of_a_place_holds_no_special_words(explainer):
    finder = WordFinder(GLOSSARY, frozenset({"某区（规范管理）"}))
    found = [match.group() for match, _ in finder.find("某区（规范管理）的规范管理率")]
    assert found == ["规范管理率"]


def test_words_of_a_heading_stand_in_a_row_in_their_order(explainer):
    row = explainer.beside("CMI", "规范管理率和CMI")
    assert list(marked(row)) == ["CMI", "规范管理率"]
    assert explainer.beside("没有") == ""


@pytest.mark.parametrize(
    "text", ["<b>规范管理</b>", "\"规范管理\" & 'x'", "a < 规范管理 > b", "&lt;规范管理"]
)
def test_a_text_says_what_was_written(explainer, text):
    root = reading.parse(f"<div>{explainer.mark(text)}</div>")
    assert reading.text(root).replace("按规定看望。 全部专业词", "") == text
    assert {element.tag for element in root.find("body/div").iter()} == {
        "div",
        "details",
        "summary",
        "span",
        "a",
    }


def test_a_word_with_signs_is_escaped_in_its_mark(explainer):
    markup = explainer.mark("管理率<b>")
    assert list(marked(markup)) == ["管理率<"]
    assert not re.search(r"<b\b", markup)


def test_without_a_glossary_nothing_is_marked():
    plain = Explainer(WordFinder({}), None, "")
    assert plain.mark("规范管理 < 1") == "规范管理 &lt; 1"
    assert plain.beside("规范管理") == ""
