"""What nobody would write: bytes, YAML-like and Markdown-like text, and declared fields with odd values."""

from collections.abc import Mapping

from hypothesis import strategies as st

from ledger.content import fields
from ledger.content.values import Field
from tests.fuzz.draft import PIECES

# Good for every kind of file to stand in the minimal content of the tests.
TOPIC_FILE = "regions/example/2023/elderly-health.md"
FILES = (
    TOPIC_FILE,
    "regions/example/region.yml",
    "regions/example/sources.yml",
    "regions/example/corrections.yml",
    "dictionary/topics.yml",
    "dictionary/units.yml",
    "dictionary/statuses.yml",
    "dictionary/indicators/elderly-health.yml",
    "site.yml",
)
GOOD_FRONT_MATTER = """\
---
source: example-2023-summary
measures:
  - {id: m1, name: 人数, value: 12, unit: 人, at: 一}
---
"""

_CHARACTERS = st.characters(codec="utf-8")
_SCALARS = st.one_of(
    st.sampled_from(PIECES["values"]),
    st.text(_CHARACTERS, max_size=12),
    st.integers().map(str),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str),
    st.dates().map(str),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_SCALARS, inner, max_size=3),
    max_leaves=5,
)


def _texts(kind: str) -> st.SearchStrategy[str]:
    pieces = st.sampled_from(PIECES[kind])
    return st.lists(pieces | st.text(_CHARACTERS, max_size=5), max_size=30).map("".join)


def _in_fences(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return texts.map("---\n{}\n---\n".format)


def _entry(declared: Mapping[str, Field]) -> st.SearchStrategy[dict[str, object]]:
    """An entry that is good but for a declared field with any value, and perhaps one that is not declared."""
    # A figure needs no name if it has an indicator, but it needs one of them.
    wanted = [name for name, field in declared.items() if field.required or name == "name"]
    good = {name: PIECES["good"].get(name, "甲") for name in wanted}
    odd = st.dictionaries(st.sampled_from(sorted(declared)), _VALUES, max_size=1)
    stray = st.just({}) | st.just({}) | st.just({}) | st.dictionaries(_SCALARS, _VALUES, max_size=1)
    ids = st.integers(1, 99).map(lambda number: {"id": f"m{number}"} if "id" in declared else {})
    return st.builds(lambda *parts: {key: part[key] for part in parts for key in part}, ids, odd, stray).map(
        lambda entry: {**good, **entry}
    )


def _written(value: object, depth: int = 0) -> str:
    """Write YAML as somebody would who never heard of quotes."""
    if isinstance(value, dict):
        return "".join(f"\n{'  ' * depth}{key}: {_written(item, depth + 1)}" for key, item in value.items())
    if isinstance(value, list):
        return "".join(f"\n{'  ' * depth}- {_written(item, depth + 1).lstrip()}" for item in value)
    return str(value)


def _quoted(value: object) -> str:
    """Write YAML as somebody would who puts quotes around everything."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)}: {_quoted(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_quoted, value)) + "]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _front_matter() -> st.SearchStrategy[dict[str, object]]:
    lists = {
        "measures": st.lists(_entry(fields.MEASURE), max_size=1),
        "commitments": st.lists(_entry(fields.COMMITMENT), max_size=1),
        "outcomes": st.lists(_entry(fields.OUTCOME), max_size=1),
        "problems": st.lists(_entry(fields.STATED_PROBLEM), max_size=1),
    }
    source = st.sampled_from(["example-2023-summary"] * 9) | _VALUES
    return st.fixed_dictionaries({"source": source, "measures": lists.pop("measures")}, optional=lists)


def _inserted(at: int, data: bytes) -> bytes:
    good = GOOD_FRONT_MATTER.encode()
    return good[:at] + data + good[at:]


def _as_note(text: str) -> bytes:
    return GOOD_FRONT_MATTER.replace(", at:", f", note: {text}, at:").encode()


_WAYS = st.sampled_from((_written, _quoted))
# Which file, and what it holds.
Pair = tuple[str, bytes]
RAW_BYTES: st.SearchStrategy[Pair] = st.one_of(
    st.tuples(st.sampled_from(FILES), st.binary(max_size=300)),
    st.tuples(st.just(TOPIC_FILE), st.builds(_inserted, st.integers(0, 200), st.binary(max_size=4))),
)
YAML_TEXTS: st.SearchStrategy[Pair] = st.one_of(
    st.tuples(st.just(TOPIC_FILE), _texts("yaml").map(_as_note)),
    st.tuples(st.just(TOPIC_FILE), _in_fences(_texts("yaml")).map(str.encode)),
    st.tuples(st.sampled_from(FILES), _texts("yaml").map(str.encode)),
)
NARRATIVES: st.SearchStrategy[Pair] = st.tuples(
    st.just(TOPIC_FILE), _texts("narrative").map(lambda text: (GOOD_FRONT_MATTER + text).encode())
)
ODD_RECORDS: st.SearchStrategy[Pair] = st.tuples(
    st.just(TOPIC_FILE),
    _in_fences(st.builds(lambda way, front: way(front), _WAYS, _front_matter())).map(str.encode),
)


def _lists(declared: Mapping[str, Field]) -> st.SearchStrategy[bytes]:
    return st.builds(lambda way, items: way(items).encode(), _WAYS, st.lists(_entry(declared), max_size=3))


def _mappings(declared: Mapping[str, Field]) -> st.SearchStrategy[bytes]:
    return st.builds(lambda way, item: way(item).encode(), _WAYS, _entry(declared))


ODD_FILES: st.SearchStrategy[Pair] = st.one_of(
    st.tuples(st.just("site.yml"), _mappings(fields.SITE)),
    st.tuples(st.just("regions/example/region.yml"), _mappings(fields.REGION)),
    st.tuples(st.just("regions/example/sources.yml"), _lists(fields.SOURCE)),
    st.tuples(st.just("regions/example/corrections.yml"), _lists(fields.CORRECTION)),
    st.tuples(st.just("dictionary/topics.yml"), _lists(fields.TOPIC)),
    st.tuples(st.just("dictionary/units.yml"), _mappings(fields.UNITS_FILE)),
    st.tuples(st.just("dictionary/statuses.yml"), _mappings(fields.STATUSES_FILE)),
    st.tuples(st.just("dictionary/indicators/elderly-health.yml"), _lists(fields.INDICATOR)),
)
PERIODS = st.lists(st.sampled_from(PIECES["periods"]), max_size=8).map("".join)
INPUTS: Mapping[str, st.SearchStrategy[Pair]] = {
    "字节": RAW_BYTES,
    "像 YAML 的文字": YAML_TEXTS,
    "像 Markdown 的正文": NARRATIVES,
    "字段齐而值古怪的条目": ODD_RECORDS,
    "字段齐而值古怪的其他文件": ODD_FILES,
}
