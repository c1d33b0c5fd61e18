import pytest

from ledger.importers.statements.verb import first_verb, governs, head


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("开展义诊", "开展"),
        ("持续深入推进分级诊疗", "持续深入推进"),
        ("创建健康村", "创建"),
        ("支持社会办医", "支持"),
    ],
)
def test_a_clause_begins_with_its_verb_and_adverbs(clause, verb):
    assert clause[: head(clause)] == verb


def test_a_clause_without_a_verb_has_none():
    assert head("村医年龄") == 0
    assert first_verb("村医年龄") is None


def test_a_verb_behind_a_subject_is_found_and_a_noun_is_not_taken_for_it():
    clause = "疾病监测中心建立哨点"
    assert first_verb(clause) == (6, 8)


def test_a_lasting_word_alone_governs_no_list():
    assert governs("继续专科联盟") == 0
    assert governs("继续做好随访") == 4
