"""The index as files: what stands in which, and how it grows."""

import json
import re
from dataclasses import replace

import pytest

from ledger.search.entry import Entry, Kind, Names
from ledger.search.files import files_for, in_order, lay_out, packed, shard_of, spread
from ledger.search.weights import Posting

NAMES = Names(
    {"topic": "主题", "measure": "数据"}, {"alpha": "甲区"}, {"blood": "献血"}, {"met": ("●", "达到目标")}
)
TOPIC = Entry(Kind.TOPIC, "topics/blood/", "献血", topic="blood")
FIGURE = Entry(
    Kind.MEASURE, "alpha/2023/blood/#m1", "献血率", "alpha", 2023, "blood", figure="51.2%", verdict="met"
)


def files_of(*entries):
    return lay_out(entries, NAMES).files


def read(files, address):
    """The arguments with which a script file calls its receiver."""
    found = re.fullmatch(r"ledgerSearch\((.*)\);\n", files[address].decode(), re.DOTALL)
    return json.loads(f"[{found[1]}]")


def test_the_first_file_tells_what_and_where_each_entry_is():
    name, key, start = read(files_of(FIGURE, TOPIC), "search/start.js")
    assert (name, key) == ("start", 0)
    assert start["groups"] == [[0, -1, 0, 0, 1], [1, 0, 2023, 0, 1]]
    assert start["regions"] == [["alpha", "甲区"]]
    assert start["verdicts"] == [["met", "●", "达到目标"]]
    assert start["perFile"] == 32
    assert lay_out([FIGURE, TOPIC], NAMES).word_files == 16


def test_an_entry_is_shown_with_its_figure_and_verdict():
    shown = read(files_of(FIGURE, TOPIC), "search/texts-0.js")[2]
    assert shown == [["献血", "topics/blood/"], ["献血率", "alpha/2023/blood/#m1", "51.2%", 0]]


def test_a_token_stands_in_the_file_of_its_first_character():
    # 献 is U+732E; 0x732e is 14 more than a multiple of 16.
    assert shard_of("献血", 16) == shard_of("献", 16) == 14
    name, key, words = read(files_of(FIGURE, TOPIC), "search/words-14.js")
    assert (name, key) == ("words", 14)
    assert words.keys() == {"献", "献血", "献血率"}
    # Both entries have it: the rarity of 2 of 2, then a step of one with the weight, twice.
    assert [number // 16 for number in words["献血"]] == [0, 1, 1]


def test_numbers_are_spread_by_all_their_signs():
    # "5", "1": 53 * 31 + 49.
    assert spread("51") == 1692
    assert shard_of("51", 16) == 1692 % 16


def test_a_posting_holds_distances_and_weights():
    # Entry 2 with weight 9 is 3 after -1; entry 5 with weight 15 is 3 after 2.
    assert packed(Posting(20, {2: 9, 5: 15})) == [20, 3 * 16 + 9, 3 * 16 + 15]


@pytest.mark.parametrize(("postings", "files"), [(0, 16), (12_800, 16), (12_801, 32), (200_000, 256)])
def test_the_number_of_files_grows_with_what_there_is(postings, files):
    assert files_for(postings) == files


def test_what_belongs_together_stands_together():
    other = replace(FIGURE, address="alpha/2023/blood/#m2")
    assert in_order([other, FIGURE, TOPIC], NAMES) == [TOPIC, FIGURE, other]


def test_equal_entries_make_equal_files_in_any_order():
    assert lay_out([FIGURE, TOPIC], NAMES) == lay_out([TOPIC, FIGURE], NAMES)


def test_another_word_is_another_version():
    changed = lay_out([TOPIC, replace(FIGURE, title="献血量")], NAMES)
    assert changed.version != lay_out([TOPIC, FIGURE], NAMES).version


def test_no_text_can_end_its_script():
    odd = replace(TOPIC, title='"\u2028</script>\\')
    files = files_of(odd)
    assert read(files, "search/texts-0.js")[2][0][0] == odd.title
    assert "\u2028" not in files["search/texts-0.js"].decode()
