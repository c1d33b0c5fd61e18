"""Published rates beside their own parts; every expected rate is divided by hand in a comment."""

import pytest

from ledger.analysis.agreement import Agreement, Obstacle
from ledger.analysis.recomputation import differing, recompute, recompute_all, unchecked_rates
from tests.ledger.builders import ledger, measure


def parts(above, below, unit_above="人", unit_below="人", word=None):
    """A numerator n and a denominator d."""
    return {
        "n": measure(above, unit_above, word, local="n"),
        "d": measure(below, unit_below, local="d"),
    }


def rate(value, unit="%", word=None):
    """A published rate of n and d."""
    return measure(value, unit, word, local="r", numerator="n", denominator="d")


@pytest.mark.parametrize(
    ("published", "above", "below", "exact", "agreement"),
    [
        # 2 ÷ 3 = 66.666…%
        ("66.67", "2", "3", "66.6667", "rounded"),
        ("66.7", "2", "3", "66.667", "rounded"),
        ("67", "2", "3", "66.67", "rounded"),
        ("66.66", "2", "3", "66.6667", "cut_off"),
        ("66", "2", "3", "66.67", "cut_off"),
        ("66.68", "2", "3", "66.6667", "differs"),
        ("66.65", "2", "3", "66.6667", "differs"),
        # 1 ÷ 8 = 12.5%, half a step, which is rounded up.
        ("13", "1", "8", "12.50", "rounded"),
        ("12", "1", "8", "12.50", "cut_off"),
        # 874 ÷ 1000 = 87.4% exactly; 87.3 is neither its rounding nor its cutting off.
        ("87.3", "874", "1000", "87.400", "differs"),
        ("87.40", "874", "1000", "87.4000", "rounded"),
        ("100", "3", "3", "100.00", "rounded"),
        ("0", "0", "3", "0.00", "rounded"),
        ("0.00", "0", "3", "0.0000", "rounded"),
        # 3 ÷ 2 = 150%
        ("150", "3", "2", "150.00", "rounded"),
    ],
)
def test_whole_parts(published, above, below, exact, agreement):
    found = recompute(rate(published), parts(above, below))
    assert (exact, Agreement(agreement)) == (str(found.value), found.agreement)


@pytest.mark.parametrize(
    ("published", "above", "below", "agreement"),
    [
        # 28.4 万 stands for 283,500 up to (not with) 285,000 people.
        # 284,000 ÷ 350,000 = 81.142…%; 283,500 ÷ 350,000 = 81.0%; 285,000 ÷ 350,000 = 81.428…%.
        ("81.14", "28.4", "350000", "rounded"),
        ("81.00", "28.4", "350000", "within_parts"),
        ("81.40", "28.4", "350000", "within_parts"),
        # 81.43 stands for 81.425 up to 81.44, 81.44 for 81.435 and more.
        ("81.43", "28.4", "350000", "within_parts"),
        ("81.44", "28.4", "350000", "differs"),
        # 80.99 stands for 80.985 up to 81.00, and the parts begin at exactly 81.00.
        ("80.99", "28.4", "350000", "differs"),
        # 100,000 ÷ 28.4 万: between 100,000 ÷ 285,000 = 35.087…% and ÷ 283,500 = 35.273…%.
        ("35.27", "100000", "28.4", "within_parts"),
        ("35.28", "100000", "28.4", "differs"),
        ("35.09", "100000", "28.4", "within_parts"),
        ("35.07", "100000", "28.4", "differs"),
    ],
)
def test_parts_in_ten_thousands_allow_for_their_own_rounding(published, above, below, agreement):
    units = ["万人" if "." in part else "人" for part in (above, below)]
    found = recompute(rate(published), parts(above, below, *units))
    assert Agreement(agreement) is found.agreement


def test_upper_end_of_a_rounded_part_is_not_reached():
    # 1.0 万 stands for 9,500 up to, not with, 11,000; 11,000 ÷ 88,000 = 12.5%, where 13 begins.
    assert recompute(rate("12"), parts("1.0", "88000", "万人")).agreement is Agreement.WITHIN_PARTS
    assert recompute(rate("13"), parts("1.0", "88000", "万人")).agreement is Agreement.DIFFERS
    # Were it 87,999 people, 10,999.9 of them would be 12.5000…%.
    assert recompute(rate("13"), parts("1.0", "87999", "万人")).agreement is Agreement.WITHIN_PARTS


def test_lower_end_of_a_rounded_denominator_is_reached():
    # 1 万 stands for 5,000 and more; 2,525 ÷ 5,000 = 50.5%, the least that 51 can stand for.
    assert recompute(rate("51"), parts("2525", "1", "人", "万人")).agreement is Agreement.WITHIN_PARTS
    assert recompute(rate("51"), parts("2524", "1", "人", "万人")).agreement is Agreement.DIFFERS


@pytest.mark.parametrize(
    ("published", "unit", "above", "below", "exact"),
    [
        # 5 ÷ 2000 = 2.5‰; 3 ÷ 25,000 = 12 per 100,000.
        ("2.5", "‰", "5", "2000", "2.500"),
        ("12.0", "/10万", "3", "25000", "12.000"),
        # 2,500 ÷ 20,000 = 12,500 per 100,000.
        ("12500", "/10万", "2500", "20000", "12500.00"),
    ],
)
def test_other_factors(published, unit, above, below, exact):
    found = recompute(rate(published, unit), parts(above, below))
    assert (exact, Agreement.ROUNDED) == (str(found.value), found.agreement)


def test_scaled_parts_are_taken_in_base_units():
    # 1.5 万 ÷ 2 万 = 75%
    found = recompute(rate("75"), parts("1.5", "20000", "万人"))
    assert (str(found.value), found.agreement) == ("75.00", Agreement.ROUNDED)


@pytest.mark.parametrize(
    ("figure", "measures"),
    [
        (rate("50"), parts("1", "0")),
        (rate("50"), parts("redacted", "2")),
        (rate("50"), parts("1", "not_reported")),
        (rate("redacted"), parts("1", "2")),
        (rate("50"), parts("1", "2", word="约")),
        # “50% or more” is not refuted by 60%.
        (rate("50", "%", "以上"), parts("3", "5")),
        (rate("50", "人"), parts("1", "2")),
        (measure("50"), parts("1", "2")),
        (rate("50"), {"n": measure("1", "人", local="n")}),
    ],
)
def test_nothing_is_recomputed_without_three_definite_numbers(figure, measures):
    assert recompute(figure, measures) is None


def test_a_denominator_below_zero_agrees_with_nothing():
    # −0.1 万 stands for numbers up to zero, by which nothing can be divided.
    assert recompute(rate("50"), parts("1", "-0.1", "人", "万人")).agreement is Agreement.DIFFERS


def test_longest_numbers_are_recomputed():
    found = recompute(rate("0.0000000000001"), parts("999999999999999", "0.00000000000001", "亿元", "元"))
    assert found.agreement is Agreement.DIFFERS


def test_every_rate_of_a_ledger_is_recomputed_and_differing_ones_are_kept():
    above, below = measure("1", "人", local="n"), measure("2", "人", local="d")
    full = {"numerator": above.id, "denominator": below.id}
    good, bad = (measure(value, local=name, **full) for value, name in (("50", "good"), ("51", "bad")))
    found = recompute_all(ledger(good, bad, above, below).measures)
    assert list(found) == [good.id, bad.id]
    assert [item.measure for item in differing(found.values())] == [bad]


def test_rates_that_cannot_be_worked_out_are_counted_by_reason():
    records = {
        "n": measure("2", "人", local="n"),
        "d": measure("3", "人", local="d"),
        "x": measure("redacted", "人", local="x"),
        "z": measure("0", "人", local="z"),
        "about": measure("3", "人", "约", local="about"),
        "open": measure("66.67", local="open", numerator="n", denominator="d"),
        "masked": measure("redacted", local="masked", numerator="n", denominator="d"),
        "of_masked": measure("66.67", local="of_masked", numerator="n", denominator="x"),
        "half_given": measure("66.67", local="half_given", numerator="n"),
        "alone": measure("66.67", local="alone"),
        "of_nought": measure("66.67", local="of_nought", numerator="n", denominator="z"),
        "of_about": measure("66.67", local="of_about", numerator="n", denominator="about"),
        "absent": measure("not_reported", local="absent"),
    }
    assert unchecked_rates(records) == {
        Obstacle.REDACTED: 2,
        Obstacle.NOT_GIVEN: 3,
        Obstacle.QUALIFIED: 1,
    }
