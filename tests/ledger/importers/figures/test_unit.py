"""Units behind a number."""

import pytest

from ledger.importers.figures.unit import UnitReader
from tests.ledger.importers.content_dictionary import content_dictionary

# What stands behind the number → its unit behind digits, and behind a mask or a numeral in characters.
UNITS = {
    "人次，": ("人次", "人次"),
    "个百分点": ("百分点", "百分点"),
    "平方米": ("㎡", "㎡"),
    "张/千人": ("张/千人", "张/千人"),
    "针次": ("针次", "针次"),
    "座公厕": ("座", "座"),
    "具，": ("具", "具"),
    "车垃圾": ("车", "车"),
    "堂党课": ("堂", "堂"),
    "节约": (None, None),
    "车间": (None, None),
    "人民医院": (None, None),
    "项目": (None, None),
    "家庭": ("家", None),
    "处理": ("处", None),
    "具备": (None, None),
    "堂食": ("堂", None),
    "区": (None, None),
}


@pytest.mark.parametrize("words", UNITS)
def test_the_longest_unit_is_read_unless_it_begins_another_word(words):
    reader = UnitReader(content_dictionary())
    plain, masked = reader.read(words, 0, plain=True), reader.read(words, 0, plain=False)
    assert (plain and plain.written, masked and masked.written) == UNITS[words]


def test_the_place_behind_the_unit_is_told():
    assert UnitReader(content_dictionary()).read("5张/千人", 1, plain=True).end == 5


@pytest.mark.parametrize(("unit", "known"), [("万人", True), ("%", True), ("株", False), ("万株", False)])
def test_a_unit_is_known_when_the_dictionary_has_it(unit, known):
    assert UnitReader(content_dictionary()).is_known(unit) is known
