import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


def test_an_id_that_stands_twice_is_found_once(site):
    site.add('<p id="甲">一</p><p id="甲">二</p><p id="甲">三</p><p id="乙">四</p>')
    assert site.problems() == [("MZ123", PAGE, "甲")]
