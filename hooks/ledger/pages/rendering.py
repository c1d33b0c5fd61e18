"""Templates to Markdown: the only place that knows Jinja."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from markupsafe import Markup

from ledger.analysis.portion import portion_of
from ledger.model.ledger import Ledger
from ledger.pages import links, numbers
from ledger.pages.explaining import Explainer, WordFinder
from ledger.pages.page import Page, PageSpec

_TEMPLATES = Path(__file__).parent / "templates"
# The start of a tag or of a picture, and of a link or a definition that does not lead to the web.
_HARMFUL = re.compile(r"<(?=[A-Za-z/!?])|!(?=\[)|\[(?![^\[\]\n]*\](?:\(https?://|(?![(\[:])))")
# Front matter to its last line; no value of it has a line break.
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKDOWN_SIGNS = r"\`*_{}[]<>()#+-!|"


class CompiledTemplates(BytecodeCache):
    """Templates as Python made of them, which takes longer than to fill one in.

    Jinja keeps a checksum of the template's text with each, so that an edited one is compiled anew.
    """

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was made of a template."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of a template."""
        self._code[bucket.key] = bucket.bytecode_to_string()


# What is made of a template depends on the escaping of its environment.
_PAGES, _WORDS = CompiledTemplates(), CompiledTemplates()


def markdown_text(text: str) -> Markup:
    """Escape a text so that Markdown shows it as it is.

    Args:
        text: plain text.
    """
    escaped = "".join(f"&#{ord(sign)};" if sign in _MARKDOWN_SIGNS + '&"' else sign for sign in text)
    return Markup(escaped)  # noqa: S704 -- every sign that HTML or Markdown reads was replaced


def front_matter_text(text: str) -> Markup:
    """Quote a text for YAML; the theme's templates escape it for HTML.

    Args:
        text: plain text.
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return Markup(json.dumps(printable, ensure_ascii=False))  # noqa: S704 -- goes into YAML, not into HTML


def narrative_markdown(text: str) -> Markup:
    """Leave of a narrative's Markdown what can do no harm, though reading it has refused the rest already.

    Args:
        text: Markdown; tags, pictures, link definitions and links to anything but the web become plain words.
    """
    return Markup(_HARMFUL.sub(lambda sign: f"&#{ord(sign[0])};", text))  # noqa: S704 -- no tag is left


def web_address(address: str) -> str:
    """Let an address be followed only if it leads to the web.

    Args:
        address: what is written as an address.
    """
    return address if address.startswith(("https://", "http://")) else "#"


def environment(
    ledger: Ledger, drawings: Mapping[str, str], metadata: Mapping[str, object] = MappingProxyType({})
) -> Environment:
    """Make the template environment of one build.

    Args:
        ledger: what templates look names up in.
        drawings: SVG text of every chart by its address without ending.
        metadata: what machines are told of each page, by its address.
    """
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_PAGES,
    )
    # Chinese as it is written: a third of the size of its escapes.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    env.filters |= {
        "plain": numbers.plain,
        "trimmed": numbers.trimmed,
        "magnitude": numbers.magnitude,
        "rounded": numbers.rounded,
        "difference_kind": numbers.difference_kind,
        "portion": lambda measure: portion_of(
            measure, ledger.dictionary.indicators.get(measure.indicator or "")
        ),
        "markdown_text": markdown_text,
        "front_matter_text": front_matter_text,
        "narrative_markdown": narrative_markdown,
        "web_address": web_address,
    }
    env.globals |= {
        "ledger": ledger,
        "terms": ledger.dictionary.terms,
        "links": links,
        "metadata": metadata,
        "finder": WordFinder(
            ledger.dictionary.glossary, frozenset(item.name for item in ledger.regions.values())
        ),
        "drawing": lambda address: Markup(drawings[address]),  # noqa: S704 -- made by charts.drawing
    }
    return env


def text_module(template: str, ledger: Ledger) -> TemplateModule:
    """Load a template whose macros speak plain text.

    Args:
        template: template file.
        ledger: what it looks names up in.
    """
    env = Environment(  # noqa: S701 -- the text is no HTML; charts escape it when they draw
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_WORDS,
    )
    env.filters["plain"] = numbers.plain
    env.globals["terms"] = ledger.dictionary.terms
    return env.get_template(template).module


def render(spec: PageSpec, env: Environment) -> Page:
    """Render one page.

    Args:
        spec: the page.
        env: the environment of this build.
    """
    return Page(spec.uri, "".join(_pieces(spec, env)), spec.edit_path)


def render_head(spec: PageSpec, env: Environment) -> Page:
    """Render the front matter of a page and nothing below it, for what only names pages.

    Args:
        spec: the page.
        env: the environment of this build.
    """
    head = ""
    for piece in _pieces(spec, env):
        head += piece
        if _HEAD.match(head):
            break
    return Page(spec.uri, head, spec.edit_path)


def _pieces(spec: PageSpec, env: Environment) -> Iterator[str]:
    macros = env.get_template("_explanations.md.j2").module
    explained = Explainer(cast("WordFinder", env.globals["finder"]), macros, spec.root)
    return env.get_template(spec.template).generate(
        page=spec.context,
        address=spec.address,
        root=spec.root,
        edit_path=spec.edit_path,
        explained=explained,
    )
