from dataclasses import replace

from ledger.analysis.series import series_of
from ledger.model.indicator import Version
from tests.ledger.builders import indicator, ledger, measure

RATE = {"indicator": "management-rate"}


def figures(book, *extra):
    """The values of each series, by indicator and region."""
    return {
        name: [(item.region, [str(figure.value) for figure in item.measures]) for item in items]
        for name, items in series_of(book, extra).items()
    }


def test_figures_are_ordered_by_the_end_of_their_periods():
    book = ledger(
        measure("4", local="a", period="2023", **RATE),
        measure("3", local="b", period="2023-09-30", **RATE),
        measure("2", local="c", period="2023-H1", **RATE),
        measure("1", local="d", period="2022", year=2023, **RATE),
    )
    assert figures(book) == {"management-rate": [("example", ["1", "2", "3", "4"])]}


def test_a_hidden_end_does_not_put_a_figure_before_all_others():
    # Known to begin in 2023; known to stand in the file of 2024 only.
    book = ledger(
        measure("4", local="a", period="?", year=2024, **RATE),
        measure("3", local="b", period="2023", **RATE),
        measure("2", local="c", period="2023-02/?", **RATE),
        measure("1", local="d", period="2022", **RATE),
    )
    assert figures(book) == {"management-rate": [("example", ["1", "2", "3", "4"])]}


def test_figures_of_one_period_stay_in_the_order_of_the_files():
    book = ledger(measure("1", local="b", **RATE), measure("2", local="a", **RATE))
    assert figures(book)["management-rate"] == [("example", ["1", "2"])]


def test_each_region_has_its_own_series_in_reading_order():
    book = ledger(
        measure("1", region="alpha", **RATE),
        measure("2", region="beta", **RATE),
        measure("3", region="beta", local="m2", indicator="other"),
        regions=("beta", "alpha"),
    )
    expected = {"management-rate": [("beta", ["2"]), ("alpha", ["1"])], "other": [("beta", ["3"])]}
    assert expected == figures(book)


def test_masked_and_missing_figures_are_in_the_series_and_others_are_not():
    book = ledger(measure("redacted", local="a", period="2022", **RATE), measure("9", local="b"))
    extra = measure("not_reported", local="c", **RATE)
    found = series_of(book, [extra])
    assert list(found) == ["management-rate"]
    (series,) = found["management-rate"]
    assert [figure.status.value for figure in series.measures] == ["redacted", "not_reported"]


def breaks(*records, versions=()):
    """The breaks of a series, and the part each figure belongs to."""
    defined = replace(indicator(), versions=versions)
    (series,) = series_of(ledger(*records, indicators=[defined]))["management-rate"]
    found = [
        (item.before.key.local, item.after.key.local, [reason.value for reason in item.reasons])
        for item in series.breaks
    ]
    return found, list(series.segments.values())


def test_whole_years_of_one_definition_are_one_part():
    assert breaks(
        *(measure("1", local=f"m{year}", period=str(year), **RATE) for year in (2021, 2022, 2023))
    ) == (
        [],
        [0, 0, 0],
    )


def test_a_change_of_definition_parts_the_years_around_it():
    years = [measure("1", local=f"m{year}", period=str(year), **RATE) for year in (2021, 2022, 2023)]
    changed = Version(2022, "改按常住人口算")
    assert breaks(*years, versions=(changed,)) == ([("m2021", "m2022", ["definition"])], [0, 1, 1])
    (series,) = series_of(ledger(*years, indicators=[replace(indicator(), versions=(changed,))]))[
        "management-rate"
    ]
    assert series.breaks[0].versions == (changed,)


def test_halves_days_and_years_are_not_joined():
    assert breaks(
        measure("1", local="a", period="2021", **RATE),
        measure("2", local="b", period="2022-H1", **RATE),
        measure("3", local="c", period="2023-H1", **RATE),
        measure("4", local="d", period="2023-09-30", **RATE),
        measure("5", local="e", period="2024-09-30", **RATE),
    ) == ([("a", "b", ["period"]), ("c", "d", ["period"])], [0, 1, 1, 2, 2])


def test_another_unit_is_not_joined_and_a_scale_is_no_other_unit():
    assert breaks(
        measure("1.2", "万人", local="a", period="2021", **RATE),
        measure("13000", "人", local="b", period="2022", **RATE),
        measure("1", "‰", local="c", period="2023", **RATE),
    ) == ([("b", "c", ["unit"])], [0, 0, 1])


def test_masked_figures_are_no_ends_of_a_break():
    assert breaks(
        measure("1", local="a", period="2021", **RATE),
        measure("redacted", local="b", period="2022-H1", **RATE),
        measure("2", local="c", period="2023", **RATE),
    ) == ([], [0, 0, 0])
