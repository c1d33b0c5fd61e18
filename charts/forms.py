"""All chart forms, and their templates compiled from Vega-Lite to what a browser runs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import vl_convert

from charts import (
    before_after,
    composition,
    disclosure,
    regions_compared,
    target_actual,
    trend,
    verdict_shares,
)
from charts.layout import Sheet
from charts.template import bind

# The name of each form is that of its module, and stands in its specifications.
FORMS = MappingProxyType(
    {
        "before_after": before_after,
        "composition": composition,
        "disclosure": disclosure,
        "regions_compared": regions_compared,
        "target_actual": target_actual,
        "trend": trend,
        "verdict_shares": verdict_shares,
    }
)


def compiled_forms() -> dict[str, Mapping[str, Any]]:
    """The Vega specification of each form, by its name, with every data set empty and every number 0.

    All charts of a form differ in these alone, so that a browser needs no compiler: it fills in the data
    sets, `params` and `height` of a chart.
    """
    return {name: _compiled(form.template()) for name, form in FORMS.items()}


def _compiled(template: Mapping[str, Any]) -> Mapping[str, Any]:
    names = [layer["data"]["name"] for layer in template["layer"]]
    numbers = {param["name"]: 0 for param in template["params"]}
    empty = bind(template, "", Sheet(), numbers, **dict.fromkeys(names, ()))
    compiled: Mapping[str, Any] = vl_convert.vegalite_to_vega(empty)
    return {key: value for key, value in compiled.items() if key not in {"usermeta", "description"}}
