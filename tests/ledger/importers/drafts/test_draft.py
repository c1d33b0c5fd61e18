"""What was found becomes draft records: by year and topic, with its sentence, its links and its doubts."""

from collections import defaultdict
from decimal import Decimal

import pytest

from ledger.importers.block import Damage, Repair
from ledger.importers.drafts.draft import Destination, make_drafts
from ledger.importers.drafts.draft_files import DraftFile, FileKey
from ledger.importers.extraction import Extraction
from ledger.importers.figure import Figure, Goal, Movement
from ledger.importers.passage import Passage, Role
from ledger.importers.reading import Reading
from ledger.importers.statement import Statement, StatementKind
from ledger.model.dictionary import Dictionary
from ledger.model.outcome import Claim
from ledger.model.topic import Topic

SENTENCE = "老年人健康管理率63.90%，完成全年62%的任务。"
SUMMARY = Passage(SENTENCE, "一、(一)", Role.SUMMARY)
PLAN = Passage("新建床位10张。", "二", Role.PLAN, year=2024)
RATE = Figure(0, 8, 14, "老年人健康管理率", Decimal("63.90"), "%", goal=Goal(">=", Decimal(62), "%"))
TOPICS = {id_: Topic(id_, id_, id_) for id_ in ("elderly-health", "chronic-disease")}
DICTIONARY = Dictionary(TOPICS, {}, {}, {}, {}, {})
KEY = FileKey(2023, "elderly-health")


@pytest.fixture
def draft():
    """A function that makes drafts of what was found."""

    def run(passages, figures=(), statements=(), topics=None, destination=None, files=None):
        found = Extraction(
            Reading("a.txt", "txt", ()),
            2023,
            tuple(passages),
            tuple(figures),
            tuple(statements),
            tuple(topics or ["elderly-health"] * len(figures)),
        )
        destination = destination or Destination("example", "s1")
        files = files if files is not None else defaultdict(lambda: DraftFile("s1"))
        return make_drafts(found, destination, DICTIONARY, files)

    return run


def statement(kind, passage=0, text="做", **rest):
    return Statement(passage, 0, 3, kind, text, "elderly-health", **rest)


def fields(drafts, kind, number=0, key=KEY):
    return drafts[key].entries[kind][number].fields


def comments(drafts, kind, number=0, key=KEY):
    return drafts[key].entries[kind][number].comments


def test_a_figure_keeps_its_digits_and_carries_its_sentence(draft):
    drafts = draft([SUMMARY], [RATE])
    assert fields(drafts, "measures") == {
        "id": "m1",
        "name": "老年人健康管理率",
        "value": "63.90",
        "unit": "%",
        "at": "一、(一)",
        "draft": "true",
    }
    assert comments(drafts, "measures") == ("原文（第1句）：老年人健康管理率⟦63.90%⟧，完成全年62%的任务。",)


def test_masked_and_missing_numbers_say_so(draft):
    masked = Figure(0, 8, 14, "甲", None, "人", redacted=True)
    moved = Figure(0, 8, 14, "投诉", None, "%", movement=Movement(Decimal(-88), "%", "同比"))
    drafts = draft([SUMMARY], [masked, moved])
    assert fields(drafts, "measures")["value"] == "redacted"
    assert fields(drafts, "measures", 1)["value"] == "not_reported"
    assert fields(drafts, "measures", 1)["change"] == {"value": "-88", "unit": "%", "against": "同比"}


def test_links_between_figures_are_kept(draft):
    figures = [
        Figure(0, 0, 2, "甲", Decimal(5), "人"),
        Figure(0, 0, 2, "乙", Decimal(10), "人"),
        Figure(0, 0, 2, "率", Decimal(50), "%", numerator=0, denominator=1),
        Figure(0, 0, 2, "其中", Decimal(3), "人", part_of=1),
    ]
    drafts = draft([SUMMARY], figures, topics=["elderly-health"] * 3 + ["chronic-disease"])
    rate = fields(drafts, "measures", 2)
    assert (rate["numerator"], rate["denominator"]) == ("m1", "m2")
    part = fields(drafts, "measures", key=FileKey(2023, "chronic-disease"))
    assert part["part_of"] == "example-2023-elderly-health-m2"


def test_a_target_beside_an_outcome_becomes_a_promise_of_that_year(draft):
    promise = statement(StatementKind.COMMITMENT, text="不低于62%", goal=RATE.goal, due="2023-12-31")
    outcome = statement(StatementKind.OUTCOME, claim=Claim.DONE, figures=(0,), answers=(0,))
    drafts = draft([SUMMARY], [RATE], [promise, outcome])
    assert fields(drafts, "commitments")["target"] == {"op": ">=", "value": "62", "unit": "%"}
    assert fields(drafts, "commitments")["due"] == "2023-12-31"
    assert fields(drafts, "measures")["commitment"] == "c1"
    done = fields(drafts, "outcomes")
    assert (done["commitment"], done["claim"], done["measures"]) == (["c1"], "done", ["m1"])


def test_promises_of_a_plan_go_to_its_year_and_its_figures_are_targets(draft):
    goal = Figure(0, 4, 7, "床位", Decimal(10), "张", goal=Goal("=", Decimal(10), "张"), is_goal=True)
    promise = statement(
        StatementKind.COMMITMENT,
        text="新建床位",
        goal=goal.goal,
        lead="老龄科",
        support=("财务科",),
        figures=(0,),
    )
    drafts = draft([PLAN], [goal], [promise])
    entries = drafts[FileKey(2024, "elderly-health")].entries
    assert list(entries) == ["commitments"]
    assert fields(drafts, "commitments", key=FileKey(2024, "elderly-health")) == {
        "id": "c1",
        "text": "新建床位",
        "target": {"op": "=", "value": "10", "unit": "张"},
        "lead": "老龄科",
        "support": ("财务科",),
        "at": "二",
        "draft": "true",
    }


def test_a_target_that_no_promise_took_is_a_promise_of_its_own(draft):
    goal = Figure(0, 4, 7, "床位", None, "张", goal=Goal(">=", None, "张"), is_goal=True)
    found = fields(draft([PLAN], [goal]), "commitments", key=FileKey(2024, "elderly-health"))
    assert found["text"] == "床位"
    assert found["target"] == {"op": ">=", "value": "redacted", "unit": "张"}


def test_problems_and_things_that_are_there_or_not(draft):
    statements = [
        statement(StatementKind.PROBLEM, text="人手不足"),
        statement(StatementKind.COMMITMENT, text="建平台", is_yes=True, owner="国务院"),
    ]
    drafts = draft([SUMMARY], statements=statements)
    assert fields(drafts, "problems")["text"] == "人手不足"
    assert fields(drafts, "commitments")["target"] == {"op": "yes"}
    assert fields(drafts, "commitments")["owner"] == "国务院"


def test_damage_stands_raw_and_mended_side_by_side(draft):
    repair = Repair(8, 10, "6З", "63", Damage.LETTER)
    elsewhere = Repair(0, 1, "耂", "老", Damage.LETTER)
    passage = Passage(SENTENCE, "一", Role.SUMMARY, repairs=(elsewhere, repair))
    drafts = draft([passage], [RATE])
    assert fields(drafts, "measures")["raw"] == "6З"
    assert fields(drafts, "measures")["repaired"] == "文件里的“6З”读作“63”"
    assert comments(drafts, "measures")[1:] == (
        "原样：6З → 修复：63",
        "请核对：这里的字读的时候修过，对照原文",
    )


def test_a_repair_is_told_once_where_it_is(draft):
    repair = Repair(8, 10, "6З", "63", Damage.LETTER)
    passage = Passage(SENTENCE, "一", Role.SUMMARY, repairs=(repair,))
    other = Figure(0, 18, 21, "任务", Decimal(62), "%")
    whole = Statement(0, 0, 24, StatementKind.OUTCOME, "做", "elderly-health")
    drafts = draft([passage], [RATE, other], [whole])
    assert len(comments(drafts, "measures")) == 3
    assert len(comments(drafts, "measures", 1)) == 1
    assert len(comments(drafts, "outcomes")) == 1
    assert "原样：6З → 修复：63" in comments(draft([passage], [other], [whole]), "outcomes")


def test_characters_that_were_taken_out_of_a_number_are_damage_too(draft):
    gone = Repair(10, 10, "63第3页.90", "63.90", Damage.PAGE_LABEL)
    passage = Passage(SENTENCE, "一", Role.SUMMARY, repairs=(gone,))
    assert fields(draft([passage], [RATE]), "measures")["raw"] == "63第3页.90"
    beside = Repair(14, 14, "%第3页，", "%，", Damage.PAGE_LABEL)
    passage = Passage(SENTENCE, "一", Role.SUMMARY, repairs=(beside,))
    assert "raw" not in fields(draft([passage], [RATE]), "measures")


def test_doubts_are_told(draft):
    unknown = Figure(0, 8, 14, "", Decimal(3), "筐", known_unit=False)
    passage = Passage(SENTENCE, "", Role.SUMMARY)
    destination = Destination("example", "s1", lambda _text, _headings: False)
    told = comments(draft([passage], [unknown], destination=destination), "measures")[1:]
    assert len(told) == 4
    assert "筐" in told[0]
    assert all(comment.startswith("请核对：") for comment in told)


def test_ids_go_on_in_a_file_that_is_there_and_name_their_document(draft):
    files = {KEY: DraftFile("another", {"m13", "c8"})}
    drafts = draft([SUMMARY], [RATE], files=files)
    assert fields(drafts, "measures")["id"] == "m14"
    assert fields(drafts, "measures")["source"] == "s1"
