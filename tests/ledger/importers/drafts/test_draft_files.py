"""What a region's files hold while drafts are added, and their new text."""

import pytest

from ledger.content.record_lines import UnreadableTextError
from ledger.content.writer import Entry
from ledger.importers.drafts.draft_files import DraftFiles, FileKey, RegionFiles
from tests.ledger.builders import write_content

PATH = "regions/example/2023/elderly-health.md"
KEY = FileKey(2023, "elderly-health")
TEXT = """---
source: example-2023-summary
measures:
  - id: m4
    name: 床位
    value: 5
    unit: 张
    at: 一
---
"""


def topics(folder, files, source="new", changed=None):
    return DraftFiles(RegionFiles(write_content(folder, files), "example", changed or {}), source)


def add(files, key=KEY, **fields):
    file = files[key]
    id_ = file.next_id("measures")
    file.add("measures", id_, Entry(fields, ("说明",)), files.source)
    return id_


def test_a_new_file_names_its_document_once(tmp_path):
    files = topics(tmp_path, {})
    assert [add(files, name="甲"), add(files, name="乙")] == ["m1", "m2"]
    assert files.texts() == {
        PATH: "---\nsource: new\nmeasures:\n  # 说明\n  - id: m1\n    name: 甲\n    draft: true\n"
        "  # 说明\n  - id: m2\n    name: 乙\n    draft: true\n---\n"
    }


def test_in_a_file_that_is_there_each_draft_names_its_document_and_the_ids_go_on(tmp_path):
    files = topics(tmp_path, {PATH: TEXT})
    assert add(files, name="甲") == "m5"
    added = "  # 说明\n  - id: m5\n    source: new\n    name: 甲\n    draft: true\n---\n"
    assert files.texts() == {PATH: TEXT.removesuffix("---\n") + added}


def test_ids_of_corrected_records_that_are_gone_are_taken(tmp_path):
    corrections = "- record: [example-2023-elderly-health-m8, example-2023-chronic-disease-m20]\n"
    files = topics(tmp_path, {PATH: TEXT, "regions/example/corrections.yml": corrections})
    assert add(files, name="甲") == "m9"


def test_texts_that_are_about_to_be_written_count_as_there(tmp_path):
    files = topics(tmp_path, {PATH: TEXT}, changed={PATH: TEXT.replace("m4", "m6")})
    assert add(files, name="甲") == "m7"
    assert "id: m6" in files.texts()[PATH]


def test_a_file_that_was_only_looked_at_is_not_written(tmp_path):
    files = topics(tmp_path, {PATH: TEXT})
    assert files[KEY].taken == {"m4"}
    assert files.texts() == {}


def test_a_document_is_added_below_the_others_and_found_again(tmp_path):
    files = topics(tmp_path, {})
    texts = files.texts(
        Entry({"id": "new", "title": "甲", "year": "2024", "url": "https://a.cn", "draft": "true"})
    )
    text = texts["regions/example/sources.yml"]
    assert text.endswith(
        "legibility: clean\n- id: new\n  title: 甲\n  url: https://a.cn\n  year: 2024\n  draft: true\n"
    )
    region = RegionFiles(files.files.content, "example", texts)
    assert list(region.documents()) == ["example-2023-summary", "new"]
    assert region.find_document("甲", 2024) == "new"
    assert region.find_document("甲", 2023) is None
    assert region.find_document("乙", 2020, "https://a.cn") == "new"


def test_a_list_in_brackets_is_not_added_to(tmp_path):
    text = "---\nsource: s\nmeasures: [{id: m1, name: 甲}]\n---\n"
    files = topics(tmp_path, {PATH: text})
    add(files, name="乙")
    with pytest.raises(UnreadableTextError):
        files.texts()


def test_characters_that_nobody_sees_stay_out(tmp_path):
    files = topics(tmp_path, {})
    add(files, name="甲\u200b乙")
    assert "name: 甲乙\n" in files.texts()[PATH].replace('"', "")
