import json

import pytest

from ledger.revisions.comparison import columns_apart, compare
from ledger.revisions.duty import judge_all
from ledger.revisions.snapshot import UnreadableDataError, find_data, of_data, of_ledger
from tests.ledger.revisions.editing import CORRECTIONS, IMMUNIZATION, M3, entry, owed, read, write, write_data


def test_a_published_site_and_its_content_are_the_same_revision(tmp_path):
    content = write(tmp_path, added={CORRECTIONS: entry(M3)})
    site = write_data(tmp_path / "site", content)
    assert of_data(site / "data") == of_ledger(read(content))


def test_a_site_and_its_data_folder_are_found_and_no_other_folder(tmp_path):
    site = write_data(tmp_path / "site", write(tmp_path))
    assert find_data(site) == find_data(site / "data") == site / "data"
    assert find_data(tmp_path) is None
    assert find_data(tmp_path / "nowhere") is None


def test_a_published_value_that_changes_is_found_against_a_data_folder(tmp_path):
    site = write_data(tmp_path / "site", write(tmp_path / "before"))
    after = read(write(tmp_path / "after", [(IMMUNIZATION, "value: 95.50", "value: 95.60")]))
    assert owed(judge_all(of_data(site / "data"), of_ledger(after))) == [M3]


def test_columns_that_one_side_lacks_are_named_and_not_compared(tmp_path):
    content = write(tmp_path)
    data = write_data(tmp_path / "site", content) / "data"
    file = data / "measures.json"
    rows = json.loads(file.read_text(encoding="utf-8"), parse_float=str)
    older = [
        {name: cell for name, cell in row.items() if name != "value_written"} | {"old": 1} for row in rows
    ]
    file.write_text(json.dumps(older), encoding="utf-8")
    (data / "corrections.json").unlink()
    before, after = of_data(data), of_ledger(read(content))
    assert compare(before, after) == []
    assert columns_apart(before, after) == ["measures.old", "measures.value_written"]


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '[{"name": 1}]', '{"a": 1}', "[" * 100_000, "5", "\ud800", r'[{"id": "\ud800"}]']
)
def test_what_is_no_table_is_refused(tmp_path, text):
    data = write_data(tmp_path / "site", write(tmp_path)) / "data"
    (data / "outcomes.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UnreadableDataError):
        of_data(data)


def test_a_table_that_is_missing_is_refused(tmp_path):
    data = write_data(tmp_path / "site", write(tmp_path)) / "data"
    (data / "sources.json").unlink()
    with pytest.raises(UnreadableDataError):
        of_data(data)
