"""Which figures stand side by side, on made ledgers whose pairs are judged by hand."""

from dataclasses import replace

import pytest

from ledger.analysis.comparison import compare
from ledger.analysis.series import series_of
from ledger.model.indicator import Variation, Version
from tests.ledger.builders import indicator, ledger, measure

RATE = "management-rate"
DEFINED = {"numerator": "管理人数", "denominator": "老年人数"}


def figure(value, region="alpha", period="2023", local="m1", unit="%", **changes):
    """A figure of the indicator, in the file of the year in which its period begins."""
    name = changes.pop("name", "管理率")
    year = changes.pop("year", None) or int(period[:4])
    made = measure(value, unit, local=local, period=period, year=year, region=region, indicator=RATE)
    return replace(made, name=name, **changes)


def found(*records, regions=("alpha", "beta", "gamma"), nameless=(), **definition):
    """The indicator's figures side by side; None where it stands in one place and year only."""
    definition = {**DEFINED, **definition}
    unit = definition.pop("unit", "%")
    known = replace(indicator(RATE, unit_=unit), **definition)
    book = ledger(*records, indicators=[known], regions=regions)
    hidden = {name: replace(book.regions[name], name_status="hidden") for name in nameless}
    book = replace(book, regions={**book.regions, **hidden})
    return compare(book, series_of(book)).get(RATE)


def groups(found_):
    return [(group.over_years, [short(item) for item in group.measures]) for group in found_.groups]


def apart(found_):
    """Each figure apart, the figure it was held against, and why."""
    return {
        short(item.measure): (short(item.other), [hurdle.value for hurdle in item.hurdles])
        for item in found_.apart
    }


def short(measure_):
    return f"{measure_.key.region} {measure_.key.year} {measure_.key.local}"


A, B, C = "alpha 2023 m1", "beta 2023 m1", "gamma 2023 m1"


def test_an_indicator_of_one_place_and_year_is_not_compared():
    assert found() is None
    assert found(figure("61")) is None
    assert found(figure("61"), figure("62", local="m2", period="2023-H1")) is None


def test_one_period_in_several_places_is_compared_in_reading_order():
    side = found(figure("90", "gamma"), figure("61"), figure("75", "beta"))
    assert groups(side) == [(False, [A, B, C])]
    assert side.apart == ()


def test_whole_years_of_one_place_are_compared_over_time():
    side = found(figure("63"), figure("61", period="2021"), figure("62", period="2022"))
    assert groups(side) == [(True, ["alpha 2021 m1", "alpha 2022 m1", "alpha 2023 m1"])]
    assert side.apart == ()


def test_halves_of_two_years_are_compared_and_a_half_with_a_year_is_not():
    side = found(figure("50", period="2022-H1"), figure("51", period="2023-H1"), figure("60", local="m2"))
    assert groups(side) == [(True, ["alpha 2022 m1", "alpha 2023 m1"])]
    # Of the same place only 2022 is another year than 2023.
    assert apart(side) == {"alpha 2023 m2": ("alpha 2022 m1", ["period"])}


def test_a_half_of_one_place_and_a_year_of_another_are_not_compared():
    side = found(figure("61"), figure("30", "beta", period="2023-H1"))
    assert groups(side) == []
    assert apart(side) == {A: (B, ["period"]), B: (A, ["period"])}


def test_years_of_different_places_are_not_compared():
    side = found(figure("61"), figure("30", "beta", period="2022"))
    assert apart(side)[A] == ("beta 2022 m1", ["period"])


def test_a_day_of_two_places_must_be_one_day():
    days = figure("61", period="2023-06-30"), figure("62", "beta", period="2023-06-30")
    assert groups(found(*days)) == [(False, [A, B])]
    other = figure("62", "beta", period="2023-07-01")
    assert apart(found(days[0], other))[A] == (B, ["period"])


def test_a_masked_figure_is_kept_apart_and_keeps_the_other_apart():
    side = found(figure("61"), figure("redacted", "beta"))
    assert apart(side) == {A: (B, ["redacted"]), B: (A, ["redacted"])}
    side = found(figure("not_reported"), figure("redacted", "beta"))
    assert apart(side)[A] == (B, ["redacted", "not_reported"])


def test_a_masked_figure_leaves_the_others_together():
    side = found(figure("61"), figure("62", "beta"), figure("redacted", "gamma"))
    assert groups(side) == [(False, [A, B])]
    assert apart(side) == {C: (A, ["redacted"])}


def test_an_end_that_nobody_stated_is_no_period():
    side = found(figure("61", period="2023-01/?"), figure("62", "beta", period="2023-01/?"))
    assert groups(side) == []
    assert apart(side)[A] == (B, ["unknown_period"])


def test_units_and_scopes_must_agree():
    assert apart(found(figure("61"), figure("612", "beta", unit="‰")))[A] == (B, ["unit"])
    named = figure("61", name="镇区管理率"), figure("62", "beta")
    assert apart(found(*named))[A] == (B, ["scope"])
    same = figure("61", name="镇区管理率"), figure("62", "beta", name="镇区管理率")
    assert groups(found(*same)) == [(False, [A, B])]
    other_name = figure("61", name="管理服务率"), figure("62", "beta")
    assert groups(found(*other_name, synonyms=("管理服务率",))) == [(False, [A, B])]


def test_a_change_of_definition_parts_the_years():
    years = figure("61", period="2021"), figure("62", period="2022"), figure("63")
    side = found(*years, versions=(Version(2022, "改按常住人口算"),))
    assert groups(side) == [(True, ["alpha 2022 m1", "alpha 2023 m1"])]
    assert apart(side) == {"alpha 2021 m1": ("alpha 2022 m1", ["version"])}


@pytest.mark.parametrize("varies", [Variation.NUMERATOR, Variation.DENOMINATOR, Variation.DEFINITION])
def test_what_is_not_the_same_everywhere_parts_places_and_not_years(varies):
    places = found(figure("61"), figure("62", "beta"), varies=frozenset({varies}))
    assert apart(places)[A] == (B, [varies.value])
    years = found(figure("61"), figure("62", period="2022"), varies=frozenset({varies}))
    assert groups(years) == [(True, ["alpha 2022 m1", "alpha 2023 m1"])]


def test_years_that_cannot_be_compared_are_not():
    varies = frozenset({Variation.YEARS})
    years = found(figure("61"), figure("62", period="2022"), varies=varies)
    assert apart(years)["alpha 2022 m1"] == (A, ["years"])
    assert groups(found(figure("61"), figure("62", "beta"), varies=varies)) == [(False, [A, B])]


def test_a_rate_without_numerator_or_denominator_is_not_compared_between_places():
    side = found(figure("61"), figure("62", "beta"), numerator=None)
    assert apart(side)[A] == (B, ["undefined"])


def test_totals_are_not_compared_between_places_and_are_over_years():
    totals = figure("61", unit="人"), figure("62", "beta", unit="万人")
    assert apart(found(*totals, unit="人", numerator=None, denominator=None))[A] == (B, ["size"])
    years = figure("61", unit="人"), figure("62", unit="人", period="2022")
    assert len(groups(found(*years, unit="人"))) == 1


def test_two_places_without_a_name_may_be_one():
    pair = figure("61"), figure("62", "beta")
    assert apart(found(*pair, nameless=["alpha", "beta"])) == {A: (B, ["place"]), B: (A, ["place"])}
    assert groups(found(*pair, nameless=["beta"])) == [(False, [A, B])]


def test_of_places_without_a_name_only_the_first_stands_beside_one_that_has_one():
    three = figure("61"), figure("62", "beta"), figure("63", "gamma")
    side = found(*three, nameless=["alpha", "beta"])
    assert groups(side) == [(False, [A, C])]
    assert apart(side) == {B: (A, ["place"])}


def test_the_least_hurdles_are_told():
    # gamma differs from alpha in its period alone, from beta in unit and period.
    side = found(figure("61"), figure("612", "beta", unit="‰"), figure("60", "gamma", period="2023-H1"))
    assert apart(side)[C] == (A, ["period"])
    assert [hurdle.value for hurdle in side.hurdles] == ["period", "unit"]


def test_the_nearest_is_not_simply_the_first():
    side = found(figure("612", unit="‰"), figure("61", "beta"), figure("60", "gamma", period="2023-H1"))
    assert apart(side)[C] == (B, ["period"])


def test_masked_figures_do_not_hide_an_open_one_that_is_nearer():
    masked = figure("redacted"), figure("redacted", "beta")
    half = figure("30", "delta", period="2023-H1")
    side = found(*masked, figure("61", "gamma"), half, regions=("alpha", "beta", "gamma", "delta"))
    assert apart(side)["delta 2023 m1"] == (C, ["period"])


def test_a_place_without_a_name_is_the_same_over_the_years():
    years = figure("61", period="2022"), figure("60", period="2023-H1")
    assert apart(found(*years, nameless=["alpha"]))[A] == ("alpha 2022 m1", ["period"])


def test_figures_may_stand_beside_other_places_and_other_years_at_once():
    side = found(figure("61"), figure("62", "beta"), figure("60", period="2022"))
    assert groups(side) == [(False, [A, B]), (True, ["alpha 2022 m1", "alpha 2023 m1"])]
    assert side.apart == ()


def test_a_fact_told_twice_stands_twice():
    side = found(figure("61"), figure("61.0", local="m2"), figure("62", "beta"))
    assert groups(side) == [(False, ["alpha 2023 m1", "alpha 2023 m2", B])]
