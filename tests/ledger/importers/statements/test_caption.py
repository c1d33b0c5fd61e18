from ledger.importers.passage import Passage, Role
from ledger.importers.statements.caption import announces, with_admissions


def under(heading, role=Role.PLAN):
    return [
        Passage(f"{heading}。", "一、(一)", role, ("重点工作",)),
        Passage("建设巡诊点。", "一、(一)", role, ("重点工作", heading)),
    ]


def test_a_heading_only_announces_what_follows():
    assert announces(under("加强基层服务"), 0)
    assert not announces(under("加强基层服务"), 1)


def test_a_heading_that_promises_to_go_on_is_a_promise():
    assert not announces(under("持续推进对口帮扶"), 0)


def test_a_heading_without_sentences_below_it_says_the_thing_itself():
    passages = [*under("加强基层服务")[:1], Passage("改造病房。", "一、(二)", Role.PLAN, ("重点工作",))]
    assert not announces(passages, 0)
    assert not announces(passages[:1], 0)


def test_a_heading_that_names_a_problem_is_one():
    assert not announces(under("人才短缺", Role.PROBLEM), 0)


def test_the_rest_of_a_paragraph_that_admits_problems_speaks_of_them():
    passages = [
        Passage("我们也清醒地认识到，床位不足；", "一", Role.SUMMARY, (), 4),
        Passage("人才短缺。", "一", Role.SUMMARY, (), 4),
        Passage("建成病房。", "一", Role.SUMMARY, (), 5),
    ]
    assert [p.role for p in with_admissions(passages)] == [Role.PROBLEM, Role.PROBLEM, Role.SUMMARY]


def test_a_heading_that_counts_something_is_a_promise():
    assert not announces(under("招聘医师30名，其中乡镇10名"), 0)
