from ledger.importers.passage import Passage, Role
from ledger.importers.statements.owner import owners_of


def passage(text, block=1):
    return Passage(text, "二", Role.PLAN, (), block)


def test_the_words_of_a_higher_body_are_its_own_until_the_paragraph_ends():
    passages = [
        passage("近日召开的国务院常务会议明确了重点。"),
        passage("会议指出，要扩大长期护理试点。"),
        passage("建立巡回医疗制度。"),
        passage("我县将抓好以下工作。", block=2),
        passage("建立巡回医疗制度。", block=2),
    ]
    body = "国务院常务会议"
    assert owners_of(passages) == (body, body, body, None, None)


def test_a_region_that_follows_a_requirement_promises_itself():
    assert owners_of([passage("落实全省会议精神，建立巡诊制度。")]) == (None,)
    assert owners_of([passage("根据国家《慢病防治规划》要求，建立巡诊制度。")]) == (None,)
