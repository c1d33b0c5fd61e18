from ledger.importers.statements.subject import subject_of, with_subject


def test_the_body_before_the_verb_is_the_subject():
    assert subject_of("县中医院设立康复科") == "县中医院"


def test_a_clause_that_begins_with_its_verb_has_none():
    assert subject_of("设立康复科") == ""


def test_the_region_itself_is_not_carried_over():
    assert subject_of("我县设立康复科") == ""


def test_the_subject_goes_before_clauses_that_lack_one():
    assert with_subject("开展巡诊", "县中医院") == "县中医院开展巡诊"
    assert with_subject("村医开展巡诊", "县中医院") == "村医开展巡诊"
    assert with_subject("开展巡诊", "") == "开展巡诊"


def test_a_body_brings_no_predicate_and_no_project_with_it():
    assert subject_of("老院区基本确定在河东区启动建设") == ""
    assert subject_of("总投资2亿元的县医院迁建项目封顶") == ""
    assert subject_of("县医院新建项目封顶") == ""
