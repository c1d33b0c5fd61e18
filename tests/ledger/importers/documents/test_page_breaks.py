"""What a page number interrupted becomes whole, and says so."""

import pytest

from ledger.importers.block import Damage
from ledger.importers.documents.document import read_pasted
from ledger.importers.reading import DropReason

BEFORE = "全年接诊5.2万人次，开展家庭病床服务318人次，门诊处方合格率9"
AFTER = "6.5%，抗菌药物使用率下降。"


@pytest.mark.parametrize("line", ["第 2 页 共 6 页", "- 2 -", "2 / 6", "— 2 —", "第2页"])
def test_a_number_that_a_page_number_parts_is_whole(line):
    reading = read_pasted(f"一、履职情况\n{BEFORE}\n{line}\n{AFTER}\n二、计划")
    assert [block.text for block in reading.blocks] == ["一、履职情况", BEFORE + AFTER, "二、计划"]
    (repair,) = reading.blocks[1].repairs
    assert (repair.raw, repair.mended) == (f"9 {line} 6.5%", "96.5%")
    assert (repair.start, repair.end, repair.damage) == (len(BEFORE), len(BEFORE), Damage.PAGE_LABEL)
    assert [(one.text, one.reason) for one in reading.dropped] == [(line, DropReason.PAGE_FURNITURE)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("合格率达到95%，比上年提高，继续保持全市前列。", "使用率下降。"),
        (BEFORE, "二、财务情况"),
        ("一、履职情况", "接诊5人。"),
    ],
)
def test_paragraphs_that_only_stand_on_two_pages_stay_two(before, after):
    reading = read_pasted(f"{before}\n第 2 页 共 6 页\n{after}")
    assert [block.text for block in reading.blocks] == [before, after]
