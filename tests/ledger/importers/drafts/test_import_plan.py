"""Where the drafts of a document go, and when it is refused."""

from decimal import Decimal

import pytest

from ledger.content.writer import Entry
from ledger.importers.drafts.draft_files import FileKey
from ledger.importers.drafts.import_plan import AlreadyImportedError, plan_import
from ledger.importers.extraction import Extraction
from ledger.importers.figure import Figure
from ledger.importers.passage import Passage, Role
from ledger.importers.reading import Reading
from tests.ledger.builders import load, write_content

SENTENCE = Passage("建成家庭病床12张。", "一、(一)", Role.SUMMARY)
PLANNED = Passage("新建床位10张。", "二", Role.PLAN, year=2024)
BEDS = Figure(0, 6, 9, "家庭病床", Decimal(12), "张")
SOURCES = "regions/example/sources.yml"


def plan(folder, passages=(SENTENCE,), figures=(BEDS,), facts=None, files=None):
    content = write_content(folder, files or {})
    reading = Reading("总结.txt", "txt", (), facts=facts or {"title": "2023年老龄工作总结"})
    topics = ("elderly-health",) * len(figures)
    found = Extraction(reading, 2023, tuple(passages), tuple(figures), (), topics)
    dictionary = load(folder / "again", {})[0].dictionary
    return content, plan_import(content, "example", found, dictionary)


def test_a_plan_holds_the_new_texts_and_writes_nothing(tmp_path):
    content, planned = plan(tmp_path)
    assert planned.source == "example-2023-summary-2"
    assert list(planned.texts) == [SOURCES, "regions/example/2023/elderly-health.md"]
    assert planned.texts[SOURCES].startswith((content / SOURCES).read_text(encoding="utf-8"))
    assert "- id: example-2023-summary-2\n  title: 2023年老龄工作总结\n" in planned.texts[SOURCES]
    assert not (content / "regions/example/2023").exists()


def test_drafts_go_to_the_year_that_their_sentence_speaks_of(tmp_path):
    later = Figure(1, 2, 5, "床位", Decimal(10), "张")
    _, planned = plan(tmp_path, (SENTENCE, PLANNED), (BEDS, later))
    assert list(planned.drafts) == [FileKey(2023, "elderly-health"), FileKey(2024, "elderly-health")]


def test_a_topic_that_no_word_speaks_of_is_told_as_a_doubt(tmp_path):
    told = Figure(0, 6, 9, "老年人健康讲座", Decimal(12), "场")
    _, planned = plan(tmp_path, figures=(told, Figure(0, 6, 9, "某物", Decimal(12), "张")))
    entries: list[Entry] = planned.drafts[FileKey(2023, "elderly-health")].entries["measures"]
    assert ["没有把握" in "".join(entry.comments) for entry in entries] == [False, True]


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "2023年工作总结"},
        {"title": "另一个标题", "url": "https://example.cn/1"},
    ],
)
def test_a_document_that_is_there_is_refused_by_title_and_year_or_address(tmp_path, facts):
    known = "- id: example-2023-summary\n  title: 2023年工作总结\n  url: https://example.cn/1\n  year: 2023\n"
    with pytest.raises(AlreadyImportedError) as refused:
        plan(tmp_path, facts=facts, files={SOURCES: known})
    assert refused.value.source == "example-2023-summary"


def test_the_first_document_of_a_region_begins_the_list(tmp_path):
    _, planned = plan(tmp_path, files={SOURCES: "[]\n"})
    assert planned.texts[SOURCES].startswith("- id: example-2023-summary\n")
