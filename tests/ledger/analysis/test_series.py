from ledger.analysis.series import series_of
from tests.ledger.builders import ledger, measure

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
