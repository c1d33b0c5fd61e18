from ledger.content.scan import Scan


def test_problems_count_from_one_and_edits_from_zero():
    scan = Scan(["甲", "乙：丙"], "f", first_line=2)
    scan.report("MZ041", 1, 1, text="乙", sign="：", right=":")
    scan.mend(1, 1, 2, ": ")
    assert [(p.path, p.line, p.column, p.width) for p in scan.problems] == [("f", 3, 2, 1)]
    assert scan.mended() == "甲\n乙: 丙"


def test_several_edits_of_a_line_do_not_shift_each_other():
    scan = Scan(["甲：乙：丙"], "f")
    scan.mend(0, 1, 2, ": ")
    scan.mend(0, 3, 4, ": ")
    assert scan.mended() == "甲: 乙: 丙"


def test_nothing_is_mended_after_a_fault():
    scan = Scan(["甲"], "f")
    scan.stop("MZ048", 0, 0, text='"')
    assert scan.mended() is None
