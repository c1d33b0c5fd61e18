"""Which kinds of labels stand inside which."""

from ledger.importers.outline.label import opening_labels
from ledger.importers.outline.rank import ranks_of


def ranks(*lines):
    return ranks_of(label for line in lines for label in opening_labels(line))


def test_the_usual_order_holds_where_nothing_speaks_against_it():
    found = ranks("一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "1.己")

    assert found["chinese"] < found["chinese_paren"] < found["arabic"]


def test_a_kind_that_counts_on_while_another_restarts_encloses_it():
    found = ranks("1.甲", "（一）乙", "（二）丙", "2.丁", "（一）戊", "3.己", "（一）庚")

    assert found["arabic"] < found["chinese_paren"]


def test_numbers_that_run_through_all_sections_enclose_nothing():
    found = ranks("一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "3.己", "二、庚", "（一）辛", "4.壬")

    assert found["chinese"] < found["chinese_paren"] < found["arabic"]
