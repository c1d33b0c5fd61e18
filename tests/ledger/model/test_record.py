from tests.ledger.builders import key


def test_full_id_joins_region_year_topic_and_local_id():
    assert key("m1", 2014, "xx-district", "workforce").id == "xx-district-2014-workforce-m1"
