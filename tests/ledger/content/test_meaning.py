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
