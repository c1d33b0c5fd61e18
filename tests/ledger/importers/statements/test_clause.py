from ledger.importers.statements.clause import covered, cut_clauses, without_idle_words, without_label


def texts(sentence):
    return [clause.text for clause in cut_clauses(sentence)]


def test_a_sentence_is_cut_at_its_commas_and_semicolons():
    assert texts("加强培训，完善制度；推进考核。") == ["加强培训", "完善制度", "推进考核"]


def test_nothing_is_cut_inside_quotes_and_brackets():
    assert texts("开展“进村，入户”活动(三月、四月,五月),落实《意见，试行》") == [
        "开展“进村，入户”活动(三月、四月,五月)",
        "落实《意见，试行》",
    ]


def test_the_comma_of_a_number_cuts_nothing():
    assert texts("服务1,200人,随访两次") == ["服务1,200人", "随访两次"]


def test_a_quote_that_is_never_closed_covers_nothing():
    assert texts("做好“三项工作，推进两件实事") == ["做好“三项工作", "推进两件实事"]
    assert not any(covered("((((((" * 50))


def test_places_count_in_the_sentence():
    first, second = cut_clauses("加强培训，同时完善制度。")
    assert (first.start, first.end) == (0, 4)
    own = without_idle_words(second)
    assert (own.text, own.start, own.end) == ("完善制度", 7, 11)


def test_labels_and_empty_words_are_taken_off_the_beginning():
    (clause,) = cut_clauses("二是进一步大力推进家医签约")
    assert without_idle_words(clause).text == "推进家医签约"
    assert without_label(clause).text == "进一步大力推进家医签约"


def test_a_word_that_only_looks_like_a_connective_stays():
    (clause,) = cut_clauses("及时处置疫情")
    assert without_idle_words(clause).text == "及时处置疫情"
    (clause,) = cut_clauses("更新急救设备")
    assert without_idle_words(clause).text == "更新急救设备"
