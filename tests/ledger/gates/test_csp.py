import pytest

from ledger.gates.csp import POLICY
from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow

META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def test_the_policy_allows_nothing_written_into_a_page():
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")
    assert "*" not in POLICY


def test_a_page_without_a_policy_is_found(site):
    site.plant(META, "")
    assert site.problems() == [("MZ112", PAGE, "")]


def test_a_weaker_policy_is_found(site):
    weaker = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    site.plant(POLICY, weaker)
    assert site.problems() == [("MZ112", PAGE, weaker)]


def test_two_policies_are_found(site):
    site.plant(META, META * 2)
    assert [code for code, _, _ in site.problems()] == ["MZ112"]


def test_a_policy_after_what_it_should_govern_is_found(site):
    site.plant(META, "")
    site.plant("</head>", META + "</head>")
    assert site.problems() == [("MZ113", PAGE, "link")]
