import json

import pytest

from charts.chart import Chart, as_json, to_json


def test_json_is_sorted_compact_and_chinese():
    chart = Chart("trend", {"b": [1, 2.5], "a": {"指标": None}}, 1, "趋势")

    assert to_json(chart) == '{"a":{"指标":null},"b":[1,2.5]}'
    assert json.loads(to_json(chart)) == chart.spec


def test_json_rejects_what_json_does_not_know():
    with pytest.raises(ValueError, match="JSON compliant"):
        as_json(float("nan"))
