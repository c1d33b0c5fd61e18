"""A site whose every text is hostile, made behind the checks of content; and what is active in its pages."""

import dataclasses
import json
import os
import re
from pathlib import Path

import html5lib
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

import ledger.site
from ledger.content.loader import load_ledger
from tests.sites.awkward_site import write_awkward_site

PROJECT = Path(__file__).parents[2]
PAYLOADS = [
    text
    for texts in yaml.safe_load(Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8")).values()
    for text in texts
]
# How a narrative may carry a text: every construct of Markdown that the site's extensions know.
POSITIONS = {
    "paragraph": "{}",
    "heading": "# {}",
    "underlined heading": "{}\n===",
    "list": "- {}",
    "numbered list": "1. {}",
    "table": "| a | b |\n|---|---|\n| {} | x |",
    "link text": "[{}](https://a.example)",
    "link address": "[x]({})",
    "link address of the web": "[x](https://a.example/{})",
    "link title": '[x](https://a.example "{}")',
    "image text": "![{}](https://a.example/x.png)",
    "image address": "![x]({})",
    "reference": "[x][r]\n\n[r]: {}",
    "automatic link": "<https://a.example/{}>",
    "emphasis": "**{}**",
    "code span": "`{}`",
    "fenced code": "```\n{}\n```",
    "fence's language": "```{}\nx\n```",
    "indented code": "    {}",
    "footnote": "x[^1]\n\n[^1]: {}",
    "quotation": "> {}",
    "attributes": "x {{: {} }}",
}
# Elements that Markdown makes of a narrative.
NARRATED = {"p", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "blockquote", "hr", "br"}
NARRATED |= {"table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"}
_HOLDS_ADDRESS = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "xlink:href",
    "background",
}
_HARMLESS_ADDRESS = re.compile(r"(https?://|[^:]*$|[^:/?#]*[/?#])")
_COMPUTED = {
    "expr",
    "calculate",
    "filter",
    "test",
    "labelExpr",
    "signal",
    "update",
    "bind",
    "on",
    "href",
    "url",
}
_MARK = re.compile(r"字段\d\d")


def hostile(value, text_of):
    """A ledger, or any part of one, with every marked text replaced.

    Args:
        value: the part.
        text_of: gives the hostile text for a mark such as 字段01.
    """
    if isinstance(value, str) and type(value) is str:
        return _MARK.sub(lambda mark: text_of(mark[0]), value)
    if isinstance(value, tuple):
        return tuple(hostile(item, text_of) for item in value)
    if isinstance(value, dict):
        return {key: hostile(item, text_of) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [field.name for field in dataclasses.fields(value) if field.init]
        return dataclasses.replace(value, **{name: hostile(getattr(value, name), text_of) for name in fields})
    return value


def marked_ledger(folder):
    """A ledger whose every text is a mark, with the marks."""
    content, texts = write_awkward_site(folder, "")
    ledger_, problems = load_ledger(content)
    assert problems == []
    return content, _explaining(with_addresses(ledger_, "https://a.example")), list(texts)


def _explaining(ledger_):
    """The same ledger, whose glossary also explains texts of its records, so that pages mark them."""
    words = {measure.name for measure in ledger_.measures.values() if measure.indicator is None}
    words |= {outcome.text for outcome in ledger_.outcomes.values()}
    ((id_, entry),) = ledger_.dictionary.glossary.items()
    others = {
        f"{id_}-{number}": dataclasses.replace(entry, id=f"{id_}-{number}", term=text, synonyms=())
        for number, text in enumerate(sorted(words))
    }
    dictionary = dataclasses.replace(ledger_.dictionary, glossary={id_: entry, **others})
    return dataclasses.replace(ledger_, dictionary=dictionary)


def with_addresses(ledger_, address):
    """The same ledger, its repository and the pages of its documents at one address.

    Args:
        ledger_: the ledger.
        address: what stands as the address.
    """
    return dataclasses.replace(
        ledger_,
        settings=dataclasses.replace(ledger_.settings, repository=address),
        sources={id_: dataclasses.replace(found, url=address) for id_, found in ledger_.sources.items()},
    )


def build_behind_the_checks(monkeypatch, content, ledger_, site):
    """Build a site with MkDocs from a ledger instead of from files."""
    monkeypatch.setattr(ledger.site, "load_ledger", lambda *_, **__: (ledger_, []))
    monkeypatch.setenv("LEDGER_CONTENT", str(content))
    # With an address of its own, a site also has pictures and data for search engines.
    monkeypatch.setenv("SITE_URL", "https://a.example/b/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", os.environ.get("SOURCE_DATE_EPOCH", "0"))
    build(load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(site)))


def parse(html):
    """Parse a page as browsers do, with scripts or without."""
    return [html5lib.parse(html, namespaceHTMLElements=False, scripting=on) for on in (True, False)]


def shapes(root):
    """The kinds of elements of a page: name and attributes, without what the values are."""
    return {
        (element.tag, frozenset(str(name) for name in element.attrib))
        for element in root.iter()
        if isinstance(element.tag, str)
    }


def active(root):
    """Everything in a page that could run, load or lead somewhere by itself."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2].lower()
        if (
            tag == "script"
            and not _is_data(element)
            and (not _is_own(element.get("src", "//")) or "".join(element.itertext()).strip())
        ):
            yield tag, element.attrib
        if tag in {"style", "iframe", "frame", "object", "embed", "base", "foreignobject", "animate", "set"}:
            yield tag, element.attrib
        for name, value in element.attrib.items():
            attribute = str(name).rpartition("}")[2].lower()
            if attribute.startswith("on") or attribute in {"style", "srcdoc", "action", "formaction"}:
                yield tag, attribute, value
            if attribute in _HOLDS_ADDRESS and not _HARMLESS_ADDRESS.match(value):
                yield tag, attribute, value


def _is_data(script):
    """Whether nothing runs a script: data for programs, which they can read."""
    is_data = dict(script.attrib) == {"type": "application/ld+json"}
    return is_data and isinstance(json.loads("".join(script.itertext())), dict)


def _is_own(address):
    return not re.match(r"[a-z]+:|//", address, re.IGNORECASE)


def one_line(text):
    """A text as charts take it: in one line and without control characters.

    Args:
        text: any text.
    """
    return re.sub(r"[^\S ]|[\x00-\x1f\x7f-\x9f]", " ", text)


def expressions(spec):
    """Everything in a chart's definition, beside its data, that Vega would compute or follow.

    Args:
        spec: the definition, or a part of it.
    """
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key in _COMPUTED:
                yield key, json.dumps(value, ensure_ascii=False)
            elif key != "datasets":
                yield from expressions(value)
    elif isinstance(spec, list):
        for item in spec:
            yield from expressions(item)
