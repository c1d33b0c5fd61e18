import pytest

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.creed import is_creed, is_definite, is_notice
from ledger.importers.statements.finding import findings_of


@pytest.mark.parametrize(
    "line",
    [
        "现将《2031年工作要点》印发给你们，请认真贯彻执行。",
        "现就全年工作总结如下。",
        "请各单位结合实际抓好落实。",
        "某县卫生健康局关于印发年度工作要点的通知",
        "特此通知。",
        "索 引 号：00123/2031-5",
        "成文日期 2031-05-19 公开方式 主动公开",
        "• 发布时间：2031-05-04",
    ],
)
def test_what_passes_a_document_on_promises_nothing(line):
    assert is_notice(line)
    assert findings_of(Passage(line, "开头", Role.PLAN)) == ()
    assert findings_of(Passage(line, "开头", Role.SUMMARY)) == ()


@pytest.mark.parametrize("line", ["印发急救站建设标准。", "公开药品价格。", "现将病房改造为日间病区。"])
def test_an_act_with_the_same_words_is_no_notice(line):
    assert not is_notice(line)


def test_the_sentence_of_a_creed_reports_only_what_can_be_counted():
    text = "在县委坚强领导下，加强作风建设，推进健康县区建设，新建急救站4个。"
    assert is_creed(Passage(text, "开头", Role.SUMMARY))
    assert [f.text for f in findings_of(Passage(text, "开头", Role.SUMMARY))] == ["新建急救站4个"]


def test_a_plan_may_promise_things_in_the_sentence_it_opens_with():
    text = "以新发展思想为指导，深化医保改革，推进巡诊。"
    assert [f.text for f in findings_of(Passage(text, "一", Role.PLAN))] == ["深化医保改革", "推进巡诊"]
    assert findings_of(Passage(text, "一", Role.PLAN, headings=("总体要求",))) == ()
    assert findings_of(Passage("总体要求是：深化医保改革，推进巡诊。", "一", Role.PLAN)) == ()


def test_what_can_be_counted_or_looked_up_is_definite():
    assert is_definite("印发《巡诊办法》")
    assert not is_definite("贯彻《巡诊办法》")
    assert not is_definite("加强作风建设")
