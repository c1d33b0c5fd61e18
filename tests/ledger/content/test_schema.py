"""The schemas accept what the ledger accepts and find its commonest mistakes, as a YAML editor reads them."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from ledger.content.dictionary import read_dictionary
from ledger.content.folder import Folder
from ledger.content.schema import make_schemas, write_schema
from ledger.content.text import split_document

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "content"
COMMITTED = ROOT / "docs" / "assets" / "schemas"
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]


class CoreLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: dates, times, yes and 1_000 are text, 1.10 is a number."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)


def read(text):
    return yaml.load(text, CoreLoader)  # noqa: S506 -- a safe loader


@pytest.fixture(scope="module")
def schemas():
    folder = Folder(CONTENT)
    made = make_schemas(read_dictionary(folder))
    assert folder.problems == []
    return made


def errors(schema, text):
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(read(text))]


def test_committed_schemas_are_those_of_the_declared_fields(schemas):
    # After a change of fields or dictionary: python -m ledger schema --write
    committed = {file.stem: file.read_text(encoding="utf-8") for file in COMMITTED.iterdir()}
    assert committed == {name: write_schema(schema) for name, schema in schemas.items()}


def test_schemas_are_schemas(schemas):
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)


def test_every_yaml_file_of_the_content_has_a_schema_and_keeps_it(schemas):
    seen = set()
    for name, pattern in SETTINGS.items():
        for file in ROOT.glob(pattern):
            seen.add(file)
            assert errors(schemas[Path(name).stem], file.read_text(encoding="utf-8")) == [], file
    assert seen == set(CONTENT.rglob("*.yml"))


def test_front_matter_of_every_topic_file_keeps_its_schema(schemas):
    for file in CONTENT.glob("regions/*/*/*.md"):
        document, _ = split_document(file.read_text(encoding="utf-8"), file.name)
        assert errors(schemas["topic-file"], document.front_matter) == [], file


GOOD = {
    "measures": {"id": "m1", "name": "甲", "value": 1, "unit": "人", "at": "一"},
    "commitments": {"id": "c1", "text": "做", "at": "一"},
    "outcomes": {"id": "o1", "text": "做了", "claim": "done", "at": "一"},
}


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("measures", {"value": "98.50", "unit": "万人", "note": None}),
        ("measures", {"value": "redacted", "raw": "xx", "repaired": "改"}),
        ("measures", {"period": 2023, "at": 1.10, "qualifier": "约"}),
        ("measures", {"period": "2023-01/?", "change": {"value": -1, "unit": "百分点"}}),
        ("commitments", {"due": "ongoing", "support": "财务科"}),
        ("commitments", {"due": "2023-12-31", "target": {"op": "yes"}, "support": ["财务科", "各镇"]}),
        ("outcomes", {"measures": ["m1"], "commitment": "c1"}),
    ],
)
def test_good_records_keep_the_schema(schemas, kind, change):
    text = json.dumps({"source": "s", kind: [{**GOOD[kind], **change}]})
    assert errors(schemas["topic-file"], text) == []


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("measures", {"qualifer": "约"}),
        ("measures", {"target": {"op": "yes"}}),
        ("measures", {"value": "98.5%"}),
        ("measures", {"value": "1,234"}),
        ("measures", {"value": "十二"}),
        ("measures", {"value": None}),
        ("measures", {"value": True}),
        ("measures", {"unit": "人数"}),
        ("measures", {"qualifier": "大约"}),
        ("measures", {"indicator": "no-such-indicator"}),
        ("measures", {"period": "2023年"}),
        ("measures", {"name": ["甲"]}),
        ("measures", {"repaired": "改"}),
        ("measures", {"change": {"value": 1}}),
        ("measures", {"id": "M1"}),
        ("commitments", {"due": "2023/12/31"}),
        ("commitments", {"target": {"op": "降至", "value": 1, "unit": "人"}}),
        ("commitments", {"support": {"a": "b"}}),
        ("outcomes", {"claim": "finished"}),
    ],
)
def test_mistakes_break_the_schema_once(schemas, kind, change):
    text = json.dumps({"source": "s", kind: [{**GOOD[kind], **change}]})
    assert len(errors(schemas["topic-file"], text)) == 1


@pytest.mark.parametrize("missing", ["id", "value", "unit", "at", "name"])
def test_missing_fields_break_the_schema(schemas, missing):
    record = {name: value for name, value in GOOD["measures"].items() if name != missing}
    assert len(errors(schemas["topic-file"], json.dumps({"measures": [record]}))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("region", "name: 甲\nlevel: town\nname_status: stated\n"),
        ("region", "name: 甲\nlevel: city\n"),
        ("sources", "id: a\n"),
        ("topics", "- {id: a, name: 甲}\n"),
        ("units", "units: []\nscales: []\n"),
        ("site", "title: [甲]\n"),
    ],
)
def test_mistakes_in_other_files_break_their_schemas(schemas, name, text):
    assert errors(schemas[name], text) != []


def test_every_field_says_what_it_is_for_in_chinese(schemas):
    record = schemas["topic-file"]["properties"]["measures"]["items"]
    assert record["properties"]["numerator"]["description"] == "分子：另一条数字的编号"
