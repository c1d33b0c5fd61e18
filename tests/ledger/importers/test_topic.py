"""The topic that is proposed for a sentence."""

import pytest

from ledger.importers.topic import propose_topic, propose_topics, sure_topic
from ledger.model.dictionary import Dictionary
from ledger.model.topic import Topic


def dictionary(*topics):
    return Dictionary(
        topics={id_: Topic(id_, name, summary) for id_, name, summary in topics},
        terms={},
        units={},
        scales={},
        qualifiers={},
        indicators={},
    )


OURS = dictionary(
    ("primary-care", "基层医疗卫生", "乡镇卫生院和村卫生室"),
    ("maternal-child", "妇幼健康", "孕产妇和儿童"),
    ("immunization", "预防接种", "疫苗接种"),
    ("traditional-medicine", "中医药", "中医馆和适宜技术"),
    ("population-family", "人口与家庭", "出生人口、计划生育"),
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("孕产妇系统管理率95%。", "maternal-child"),
        ("接种疫苗2万剂次。", "immunization"),
        ("乡镇卫生院推广中医适宜技术12项。", "traditional-medicine"),
        ("改造村卫生室6所。", "primary-care"),
    ],
)
def test_by_the_words_of_the_sentence(text, topic):
    assert topic == propose_topic(text, (), OURS)


def test_the_sentence_weighs_more_than_the_headings():
    assert propose_topic("孕产妇系统管理率95%。", ("预防接种工作",), OURS) == "maternal-child"


def test_headings_speak_where_the_sentence_does_not():
    assert propose_topic("完成率95%。", ("基层工作", "预防接种"), OURS) == "immunization"


def test_the_name_of_an_office_says_nothing():
    assert propose_topic("投入20万元。", ("卫生计生工作", "中医药"), OURS) == "traditional-medicine"


def test_topics_of_another_installation_are_known_by_their_own_words():
    theirs = dictionary(
        ("vision", "近视防治", "学生视力、配镜"), ("primary-care", "基层医疗卫生", "村卫生室")
    )

    assert propose_topic("学生视力检查2万人次。", (), theirs) == "vision"


def test_topics_that_the_dictionary_lacks_are_never_proposed():
    assert propose_topic("接种疫苗2万剂次。", (), dictionary(("vision", "近视防治", "配镜"))) == "vision"


def test_a_dictionary_without_topics():
    assert propose_topic("接种疫苗2万剂次。", (), dictionary()) == ""


def test_the_sentence_around_a_part_of_it_speaks_too_but_less():
    sentence = "儿童接种率95%，其中乡镇5万人。"

    assert propose_topic("其中乡镇", (), OURS, "孕产妇产检10万人，其中乡镇5万人。") == "maternal-child"
    assert propose_topic("疫苗接种", (), OURS, "孕产妇中接种疫苗300人。") == "immunization"
    assert propose_topic("其中乡镇", (), OURS, sentence) == "immunization"


def test_proposals_are_ranked_and_say_whether_they_are_sure():
    sure = propose_topics("孕产妇系统管理率95%。", (), OURS)
    unsure = propose_topics("乡镇卫生院开展宣教。", ("基层工作", "中医药"), OURS)
    nothing = propose_topics("完成率95%。", (), OURS)

    assert (sure[0].topic, sure[0].is_sure) == ("maternal-child", True)
    assert [one.topic for one in sure[1:]] == list(OURS.topics)[:1] + list(OURS.topics)[2:]
    assert not any(one.is_sure for one in (*sure[1:], *nothing))
    assert {one.score for one in nothing} == {0}
    assert {unsure[0].topic, unsure[1].topic} == {"primary-care", "traditional-medicine"}


def test_a_topic_is_only_sure_where_a_word_speaks_of_it():
    assert sure_topic("孕产妇系统管理率95%。", (), OURS) == "maternal-child"
    assert sure_topic("完成率95%。", ("预防接种",), OURS) == "immunization"
    assert sure_topic("某事。", (), OURS) is None
    assert sure_topic("某事。", (), dictionary()) is None
