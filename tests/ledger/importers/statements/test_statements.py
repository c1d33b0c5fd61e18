from decimal import Decimal

from ledger.importers.figure import Figure, Goal
from ledger.importers.passage import Passage, Role
from ledger.importers.statement import StatementKind
from ledger.importers.statements.statements import find_statements
from ledger.model.dictionary import Dictionary
from ledger.model.outcome import Claim
from ledger.model.topic import Topic

DICTIONARY = Dictionary(
    topics={"health-reform": Topic("health-reform", "深化医改", "医改")},
    terms={},
    units={},
    scales={},
    qualifiers={},
    indicators={},
)


def found(*passages, figures=(), year=2024):
    return find_statements(passages, figures, DICTIONARY, year)


def plan(text, at="一", **more):
    return Passage(text, at, Role.PLAN, **more)


def test_a_promise_has_its_day_its_units_and_its_place():
    text = "6月底前建成急救站，改造病房。（牵头单位：医政科；配合单位：财务科）"
    first, second = found(plan(text))
    assert (first.text, first.due, first.lead, first.support) == (
        "6月底前建成急救站",
        "2024-06-30",
        "医政科",
        ("财务科",),
    )
    assert text[second.start : second.end] == second.text == "改造病房"
    assert second.due is None


def test_a_bracket_that_closes_an_item_speaks_of_all_its_sentences():
    statements = found(
        plan("建设急救站。", block=3),
        plan("改造病房。", block=3),
        plan("（责任股室：医政股；完成时限：9月底前）", block=3),
        plan("采购设备。", at="二", block=4),
    )
    assert [(s.text, s.lead, s.due) for s in statements] == [
        ("建设急救站", "医政股", "2024-09-30"),
        ("改造病房", "医政股", "2024-09-30"),
        ("采购设备", None, None),
    ]


def test_a_number_of_a_plan_is_the_target_of_its_promise():
    goal = Goal(">=", Decimal(90), "%")
    figure = Figure(0, 7, 10, "随访率", Decimal(90), "%", indicator="follow-up", goal=goal, is_goal=True)
    (statement,) = found(plan("随访率达到约90%。"), figures=[figure])
    assert (statement.goal, statement.indicator, statement.figures) == (goal, "follow-up", (0,))


def test_a_target_beside_a_result_is_a_promise_that_the_result_answers():
    text = "开展高血压随访3000人，随访率71.5%(全年任务70%)。"
    figures = [
        Figure(0, 7, 12, "高血压随访", Decimal(3000), "人"),
        Figure(0, 16, 21, "随访率", Decimal("71.5"), "%", goal=Goal(">=", Decimal(70), "%")),
    ]
    promise, result = found(Passage(text, "一", Role.SUMMARY), figures=figures)
    assert (promise.kind, promise.text, promise.due) == (
        StatementKind.COMMITMENT,
        "随访率达到70%",
        "2024-12-31",
    )
    assert (result.kind, result.answers, result.figures) == (StatementKind.OUTCOME, (0,), (0, 1))
    assert (promise.claim, result.claim) == (None, Claim.STATED)


def test_a_rate_with_its_target_alone_gives_both():
    figures = [Figure(0, 3, 8, "随访率", Decimal("71.5"), "%", goal=Goal(">=", Decimal(70), "%"))]
    promise, result = found(Passage("随访率71.5%(全年任务70%)。", "一", Role.SUMMARY), figures=figures)
    assert (promise.text, result.text, result.answers) == ("随访率达到70%", "随访率71.5%", (0,))


def test_a_row_gives_a_promise_a_result_that_answers_it_and_a_problem():
    cells = (
        ("重点任务", "建设康复病区"),
        ("牵头单位", "医政科"),
        ("完成时限", "2024年9月"),
        ("进展情况", "未启动"),
        ("存在问题", "资金缺口大"),
    )
    text = "，".join(f"{heading}：{words}" for heading, words in cells)
    promise, result, problem = found(Passage("改造病房。", "一", Role.FRAME), plan(text, cells=cells))
    assert (promise.text, promise.lead, promise.due) == ("建设康复病区", "医政科", "2024-09-30")
    assert (result.claim, result.answers) == (Claim.NOT_STARTED, (0,))
    assert (problem.kind, problem.text) == (StatementKind.PROBLEM, "资金缺口大")
    assert {s.passage for s in (promise, result, problem)} == {1}


def test_a_promise_of_a_higher_body_is_not_the_regions_own():
    statements = found(
        plan("国务院常务会议指出，要扩大护理试点。", block=1), plan("建设急救站。", at="二", block=2)
    )
    assert [(s.text, s.owner) for s in statements] == [
        ("扩大护理试点", "国务院常务会议"),
        ("建设急救站", None),
    ]


def test_a_day_before_the_promise_counts_for_it():
    statements = found(Passage("下半年，改造病房，采购设备。", "一", Role.SUMMARY))
    assert [(s.text, s.due) for s in statements] == [("改造病房", "2024-12-31"), ("采购设备", "2024-12-31")]


def test_the_year_of_the_section_counts_before_that_of_the_document():
    (statement,) = found(plan("年底前建成急救站。", year=2025))
    assert statement.due == "2025-12-31"


def test_an_empty_document_says_nothing():
    assert found() == ()


def test_every_statement_stands_in_its_passage():
    texts = [
        "加强巡诊、会诊、转诊工作，",
        "；；，，",
        "一是",
        "“",
        "推进、、建设",
        "（牵头单位：）",
        "、和与",
    ]
    for statement in found(*(plan(text) for text in texts)):
        assert 0 <= statement.start < statement.end <= len(texts[statement.passage])
        assert statement.text


def test_a_paragraph_that_is_only_a_note_speaks_of_the_paragraph_before_it():
    statements = found(
        plan("建设急救站。", at="一、1", block=3),
        plan("责任单位：医政科；完成时限：9月底前", at="一、1", block=4),
        plan("采购设备。", at="一、2", block=5),
    )
    assert [(s.text, s.lead, s.due) for s in statements] == [
        ("建设急救站", "医政科", "2024-09-30"),
        ("采购设备", None, None),
    ]


def test_each_task_of_a_sentence_has_the_note_behind_it():
    statements = found(plan("建设急救站【医政科】，采购设备【牵头：财务科，时限：6月底】。"))
    assert [(s.text, s.lead, s.due) for s in statements] == [
        ("建设急救站", "医政科", None),
        ("采购设备", "财务科", "2024-06-30"),
    ]


def test_a_row_of_progress_gives_its_task_result_want_and_next_step():
    cells = (
        ("项目名称", "县医院传染病区"),
        ("牵头单位", "县医院"),
        ("形象进度", "主体已封顶"),
        ("存在困难", "配套资金不足"),
        ("下一步打算", "10月底前完成装修，年内投用"),
    )
    text = "县医院传染病区县医院主体已封顶配套资金不足10月底前完成装修，年内投用"
    statements = found(Passage(text, "表1第1行", Role.SUMMARY, cells=cells))
    assert [(s.kind.value, s.text, s.due, s.lead) for s in statements] == [
        ("commitment", "县医院传染病区", None, "县医院"),
        ("outcome", "县医院传染病区，主体已封顶", None, None),
        ("problem", "配套资金不足", None, None),
        ("commitment", "10月底前完成装修", "2024-10-31", "县医院"),
        ("commitment", "年内投用", "2024-12-31", "县医院"),
    ]
    assert statements[1].answers == (0,)
    assert statements[1].claim is Claim.PROGRESSING


def test_a_headed_task_with_nothing_after_it_but_its_note_is_a_task():
    statements = found(
        plan("建设急救站4个。", at="一、1", block=3),
        plan("【责任单位：医政科；完成时限：6月底】", at="一、1", block=3, headings=("建设急救站4个",)),
    )
    assert [(s.text, s.lead, s.due) for s in statements] == [("建设急救站4个", "医政科", "2024-06-30")]


def test_a_note_in_several_sentences_is_one_note():
    statements = found(
        plan("改造病房。", at="一、2", block=3),
        plan("责任单位:基建科;", at="一、2", block=4),
        plan("完成时限:9月底前", at="一、2", block=4),
    )
    assert [(s.text, s.lead, s.due) for s in statements] == [("改造病房", "基建科", "2024-09-30")]


def test_a_row_takes_the_unit_of_its_numbers_from_where_it_stands():
    cells = (("指标名称", "建档率"), ("单位", "%"), ("年度目标", "90"), ("实际完成", "92.4"))
    text = "指标名称：建档率，单位：%，年度目标：90，实际完成：92.4"
    figure = Figure(
        0,
        30,
        34,
        "建档率",
        Decimal("92.4"),
        "%",
        redacted=False,
        known_unit=True,
        goal=Goal(">=", Decimal(90), "%"),
    )
    promise, result = found(Passage(text, "一", Role.SUMMARY, cells=cells), figures=[figure])
    assert (promise.text, result.text) == ("建档率达到90%", "建档率92.4%")


def test_the_number_of_a_task_that_may_not_be_exceeded_says_so():
    cells = (("指标名称", "婴儿死亡率"), ("单位", "‰"), ("年度目标", "4.5"), ("实际完成", "x.x"))
    text = "指标名称：婴儿死亡率，单位：‰，年度目标：4.5，实际完成：x.x"
    figure = Figure(
        0,
        33,
        36,
        "婴儿死亡率",
        None,
        "‰",
        redacted=True,
        known_unit=True,
        goal=Goal("<=", Decimal("4.5"), "‰"),
    )
    promise, result = found(Passage(text, "一", Role.SUMMARY, cells=cells), figures=[figure])
    assert (promise.text, result.text) == ("婴儿死亡率控制在4.5‰以内", "婴儿死亡率x.x‰")
