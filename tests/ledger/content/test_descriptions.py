from ledger.content import fields
from ledger.content.descriptions import DESCRIPTIONS, homes


def test_every_declared_field_is_described_and_no_other():
    declared = {kind: list(names) for kind, names in fields.KINDS.items()}
    described = {kind: list(words) for kind, words in DESCRIPTIONS.items()}
    assert {kind: set(names) for kind, names in declared.items()} == {
        kind: set(names) for kind, names in described.items()
    }


def test_every_description_says_something_in_one_line():
    assert [
        words for kind in DESCRIPTIONS.values() for words in kind.values() if not words or "\n" in words
    ] == []


def test_a_field_is_at_home_where_it_is_declared():
    assert homes("claim") == ("outcomes", "statuses.yml")
    assert homes("factor") == ("indicators/*.yml", "units.yml scales")
    assert homes("id") == ("measures", "commitments", "outcomes")
    assert homes("nowhere") == ()
