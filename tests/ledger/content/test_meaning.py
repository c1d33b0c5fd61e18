"""Contradictions of many records at once; single ones are cases in tests/content_cases/meaning."""

from tests.ledger.builders import load

FILE = "regions/example/2023/elderly-health.md"


def tell(tmp_path, values):
    lines = [
        f"  - {{id: m{n}, name: 床位, value: {value}, unit: 张, at: 一}}\n" for n, value in enumerate(values)
    ]
    text = f"---\nsource: example-2023-summary\nmeasures:\n{''.join(lines)}---\n"
    return load(tmp_path, {FILE: text})[1]


def test_one_fact_told_many_times_is_reported_once(tmp_path):
    (problem,) = tell(tmp_path, [120] * 400 + [121] + [120] * 400)
    assert (problem.code, problem.line) == ("MZ086", 404)
    assert (problem.column, problem.width) == (33, 3)


def test_what_every_code_says_fills_all_its_holes(tmp_path):
    (problem,) = tell(tmp_path, [120, 210])
    assert "{" not in str(problem)
    assert "另一处是 120张（content/regions/example/2023/elderly-health.md:4）" in str(problem)


RATES = """---
source: example-2023-summary
measures:
  - {{id: d, name: 总数, value: {below}, unit: 人, at: 一}}
  - {{id: n, name: 人数, value: 50, unit: 人, at: 一}}
  - {{id: o, name: 别的人数, value: 60, unit: 人, at: 一}}
  - {{id: r, name: 率, value: {rate}, unit: "%", numerator: n, denominator: d, at: 一}}
  - {{id: s, name: 别的率, value: 60, unit: "%", numerator: o, denominator: d, at: 一}}
---
"""


def test_a_wrong_denominator_is_reported_once_and_wrong_rates_each(tmp_path):
    def codes(folder, **numbers):
        problems = load(tmp_path / folder, {FILE: RATES.format(**numbers)})[1]
        return [(problem.code, problem.line) for problem in problems]

    # Of 100, 50 are 50% and 60 are 60%; of 120 they are 41.66…% and 50%; both are more than 40.
    assert codes("right", below=100, rate=50) == []
    assert codes("below", below=120, rate=50) == [("MZ082", 7)]
    assert codes("upside_down", below=40, rate=50) == [("MZ081", 5)]
    assert codes("rate", below=100, rate=51) == [("MZ082", 7)]
