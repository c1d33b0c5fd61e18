"""Scripts and style sheets are understood by Chrome 78 and Safari of iOS 13: nothing newer is used.

Both are parsed, not searched: a comment or a string may say anything.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import tinycss2
import tree_sitter_javascript
from tree_sitter import Language, Parser

ASSETS = Path(__file__).parents[1] / "docs" / "assets"
SCRIPTS = sorted((ASSETS / "javascripts").glob("*.js"))
SHEETS = sorted((ASSETS / "stylesheets").rglob("*.css"))
JAVASCRIPT = Parser(Language(tree_sitter_javascript.language()))

# Kinds of nodes that no script of 2017 has: the grammar that parses them is that of the newest edition.
NEWER_NODES = {
    "optional_chain",
    "field_definition",
    "private_property_identifier",
    "class_static_block",
    "import_attribute",
    "hash_bang_line",
    "decorator",
    "meta_property",
    "using_declaration",
}
NEWER_OPERATORS = {"??", "??=", "||=", "&&="}
# What came after Chrome 78 or iOS 13, by the name it is called by.
NEWER_METHODS = {
    "replaceAll",
    "matchAll",
    "at",
    "findLast",
    "findLastIndex",
    "toSorted",
    "toReversed",
    "toSpliced",
    "replaceChildren",
    "checkVisibility",
    "showModal",
    "showPopover",
    "allSettled",
    "any",
    "hasOwn",
    "groupBy",
    "withResolvers",
    "randomUUID",
    "requestIdleCallback",
    "arrayBuffer",
    "scrollend",
}
NEWER_NAMES = {
    "structuredClone",
    "ResizeObserver",
    "globalThis",
    "WeakRef",
    "BigInt",
    "AggregateError",
    "FinalizationRegistry",
    "requestIdleCallback",
    "DecompressionStream",
    "CompressionStream",
    "BroadcastChannel",
    "OffscreenCanvas",
}
NEWER_FLAGS = set("sdvy")

NEWER_SELECTORS = {"has", "is", "where", "nth-last-of", "user-valid", "user-invalid", "popover-open"}
NEWER_RULES = {"layer", "container", "property", "scope", "starting-style", "view-transition"}
NEWER_FUNCTIONS = {
    "clamp",
    "min",
    "max",
    "color-mix",
    "light-dark",
    "oklch",
    "oklab",
    "lch",
    "lab",
    "color",
    "hwb",
}
NEWER_PROPERTIES = {
    "inset",
    "aspect-ratio",
    "accent-color",
    "container-type",
    "container-name",
    "translate",
    "rotate",
    "scale",
    "text-underline-position",
    "overflow-clip-margin",
    "scrollbar-gutter",
    "text-wrap",
    "field-sizing",
}
NEWER_UNITS = {"dvh", "svh", "lvh", "dvw", "cqw", "cqi", "lh", "rlh", "cap"}
NOT_CODE = re.compile(r"""/\*.*?\*/|"[^"\n]*"|'[^'\n]*'""", re.DOTALL)
INSET = re.compile(r"inset-|(margin|padding|border)-(inline|block)$")


def nodes(tree):
    """Every node of a parsed script."""
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)


def newer_script(source):
    """What in a script is newer than 2017 or is no script at all, with its line."""
    for node in nodes(JAVASCRIPT.parse(source.encode())):
        if what := _newer_node(node, node.text.decode()):
            yield f"{node.start_point.row + 1}: {what}"


def _newer_node(node, text):
    if node.is_error or node.is_missing:
        return f"no JavaScript: {text[:40]}"
    if node.type in NEWER_NODES | NEWER_OPERATORS:
        return node.type
    if node.type == "catch_clause" and node.child_by_field_name("parameter") is None:
        return "catch without its error"
    if node.type in {"spread_element", "rest_pattern"} and node.parent.type in {"object", "object_pattern"}:
        return "spread of an object"
    if node.type in {"import", "import_statement", "export_statement"}:
        return "module"
    if node.type == "number" and ("_" in text or text.endswith("n")):
        return "way to write a number"
    if node.type == "for_in_statement" and node.children[1].type == "await":
        return "for await"
    if node.type == "regex_flags" and NEWER_FLAGS & set(text):
        return f"flag of an expression: {text}"
    if node.type == "regex_pattern" and re.search(r"\(\?<|\\p\{", text):
        return f"sign of an expression: {text}"
    if (
        node.type == "property_identifier"
        and text in NEWER_METHODS
        and node.parent.type == "member_expression"
    ):
        return text
    if node.type == "identifier" and text in NEWER_NAMES:
        return text
    return None


def newer_sheet(source):
    """What in a style sheet is newer than Chrome 78 and iOS 13 or is no style sheet, with its line."""
    rules = tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
    yield from _newer_rules(rules)
    # Browsers close at the end what was left open, and so does the parser.
    plain = NOT_CODE.sub("", source)
    if plain.count("{") != plain.count("}"):
        yield "a block is not closed"


def _newer_rules(rules):
    for rule in rules:
        if rule.type == "error":
            yield f"{rule.source_line}: {rule.message}"
        elif rule.type == "at-rule":
            yield from _newer_at_rule(rule)
        else:
            yield from _newer_selector(rule)
            yield from _newer_block(rule)


def _newer_at_rule(rule):
    if rule.lower_at_keyword in NEWER_RULES:
        yield f"{rule.source_line}: @{rule.at_keyword}"
    elif rule.lower_at_keyword in {"media", "supports"}:
        if any(token.type == "literal" and token.value in "<>=" for token in _tokens(rule.prelude)):
            yield f"{rule.source_line}: range of a media query"
        yield from _newer_rules(
            tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        )
    elif rule.content:
        yield from _newer_block(rule)


def _newer_selector(rule):
    tokens = list(_tokens(rule.prelude))
    yield from (f"{token.source_line}: {token.message}" for token in tokens if token.type == "error")
    for before, token in pairwise(tokens):
        name = getattr(token, "lower_name", getattr(token, "lower_value", ""))
        if before == ":" and name in NEWER_SELECTORS:
            yield f"{token.source_line}: :{name}"
        # By itself a rule that old browsers leave out; in a list it takes the others with it.
        if before == ":" and name == "focus-visible" and "," in rule.prelude:
            yield f"{token.source_line}: :focus-visible in a list"
        # Selectors after a comma inside :not() came with Chrome 88.
        if token.type == "function" and name == "not" and any(inner == "," for inner in token.arguments):
            yield f"{token.source_line}: list in :not()"


def _newer_block(rule):
    said = [
        one
        for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        if one.type != "declaration" or not one.lower_name.startswith("--")
    ]
    names = {}
    for one in said:
        if one.type == "error":
            yield f"{one.source_line}: {one.message}"
        elif one.type != "declaration":
            yield f"{one.source_line}: a rule in a rule"
        else:
            names[one.lower_name] = tinycss2.serialize(one.value).strip()
            yield from _newer_declaration(one)
    if "flex" in names.get("display", "") and {"gap", "row-gap", "column-gap"} & set(names):
        yield f"{rule.source_line}: gap between flex items"
    # A page of before asks for grid-gap; gap alone says nothing to it.
    if "gap" in names and "grid-gap" not in names and "flex" not in names.get("display", ""):
        yield f"{rule.source_line}: gap, where grid-gap was meant"


def _newer_declaration(declaration):
    if declaration.lower_name in NEWER_PROPERTIES or INSET.match(declaration.lower_name):
        yield f"{declaration.source_line}: {declaration.name}"
    for token in _tokens(declaration.value):
        if token.type == "function" and token.lower_name in NEWER_FUNCTIONS:
            yield f"{token.source_line}: {token.name}()"
        if token.type == "dimension" and token.lower_unit in NEWER_UNITS:
            yield f"{token.source_line}: {token.unit}"


def _tokens(tokens):
    for token in tokens:
        yield token
        yield from _tokens(getattr(token, "arguments", None) or getattr(token, "content", None) or ())


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_scripts_use_nothing_newer_than_2017(file):
    assert list(newer_script(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_style_sheets_use_nothing_newer_than_2019(file):
    assert list(newer_sheet(file.read_text(encoding="utf-8"))) == []


def test_there_is_something_to_look_at():
    assert SCRIPTS
    assert SHEETS


@pytest.mark.parametrize(
    "source",
    [
        "a?.b",
        "a ?? b",
        "a ||= b",
        "try { a() } catch { b() }",
        "const c = {...a}",
        "const {b, ...rest} = a",
        "class A { b = 1 }",
        "class A { #b() {} }",
        "const n = 1_000",
        "const n = 10n",
        "const r = /a/s",
        "const r = /(?<year>a)/",
        "import a from './b.js'",
        "import('./b.js')",
        "a.replaceAll('b', 'c')",
        "a.at(-1)",
        "structuredClone(a)",
        "async () => { for await (const b of a) c(b) }",
        "const = 1",
    ],
)
def test_newer_scripts_are_noticed(source):
    assert list(newer_script(source))


@pytest.mark.parametrize(
    "source",
    [
        "async () => { try { await a(...b) } catch (error) { c(`${error}`) } }",
        "const [a, ...rest] = b; const {c = 1} = d; for (const e of f) g(e ** 2)",
        "a.flatMap((b) => b).includes('a.at(-1)') // a?.b",
        "const r = /(?:a|b)+/giu; const o = {async b() {}, get c() { return 1 }}",
    ],
)
def test_scripts_of_2017_pass(source):
    assert list(newer_script(source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "a:has(b) { color: red }",
        ":is(a, b) c { color: red }",
        "a { & b { color: red } }",
        "a { b { color: red } }",
        "@layer a { b { color: red } }",
        "@container (width > 1px) { a { color: red } }",
        "@media (width >= 40em) { a { color: red } }",
        "a { width: min(1em, 2em) }",
        "a { width: calc(1em + clamp(1em, 2em, 3em)) }",
        "a { inset: 0 }",
        "a { aspect-ratio: 1 }",
        "a { display: flex; gap: 1em }",
        "@media print { a { display: inline-flex; column-gap: 1em } }",
        "a { color: color-mix(in srgb, red, blue) }",
        "a { height: 100dvh }",
        "a:not(b, c) { color: red }",
        "a:focus, a:focus-visible { color: red }",
        "a { color }",
        "a { color: red",
        "} a { color: red }",
    ],
)
def test_newer_style_sheets_are_noticed(source):
    assert list(newer_sheet(source))


@pytest.mark.parametrize(
    "source",
    [
        "/* :has(a) */ a:not(.b):hover > c::before { content: ':is(a)' }",
        ":root { --a: 1px } @media (min-width: 40em) { a { margin: var(--a) calc(1em + 2px) } }",
        "a { display: grid; grid-gap: 1em; grid-template-columns: minmax(0, 1fr) 1fr }",
        "a:focus:not(:focus-visible) { outline: none; content-visibility: auto }",
        "@page { margin: 18mm } @media print { a { break-inside: avoid } }",
    ],
)
def test_style_sheets_of_2019_pass(source):
    assert list(newer_sheet(source)) == []
