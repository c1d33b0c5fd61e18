from ledger.model.glossary import GlossaryEntry


def test_words_are_the_term_and_then_its_other_ways_to_be_written():
    entry = GlossaryEntry("ren-ci", "人次", "按次数算的人数。", ("人次数", "次"))
    assert entry.words == ("人次", "人次数", "次")


def test_words_are_ordered_by_syllables_as_in_dictionaries():
    # As letters, fenmu would come before fengxian's fen-; as syllables fen comes before feng.
    ids = ["feng-xian", "fen-zi", "fang-yi", "fen-mu"]
    ordered = sorted((GlossaryEntry(id_, "词", "解释。") for id_ in ids), key=lambda entry: entry.order)
    assert [entry.id for entry in ordered] == ["fang-yi", "fen-mu", "fen-zi", "feng-xian"]
