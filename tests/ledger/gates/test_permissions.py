import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "mode"), [("index.html", 0o600), ("index.html", 0o755), ("alpha", 0o700), ("alpha", 0o777)]
)
def test_what_not_everyone_may_read_or_anyone_may_change_is_found(site, name, mode):
    (site.root / name).chmod(mode)
    assert site.problems() == [("MZ127", name, "")]
