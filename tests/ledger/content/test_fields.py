import dataclasses

import pytest

from ledger.content import fields
from ledger.model.commitment import Commitment
from ledger.model.measure import Measure
from ledger.model.outcome import Outcome
from ledger.model.record import Origin
from ledger.model.region import Region
from ledger.model.settings import Settings
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem

ORIGIN = {field.name for field in dataclasses.fields(Origin)} - {"line"}


def names(kind):
    return {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize(
    ("declared", "kind", "worked_out", "written_otherwise"),
    [
        (fields.SITE, Settings, set(), set()),
        (fields.REGION, Region, {"id", "path"}, set()),
        (fields.SOURCE, Source, {"region", "path"}, set()),
        (fields.MEASURE, Measure, {"key", "origin", "status"}, {"id", *ORIGIN}),
        (fields.COMMITMENT, Commitment, {"key", "origin", "due_basis"}, {"id", *ORIGIN}),
        (fields.OUTCOME, Outcome, {"key", "origin", "commitments"}, {"id", "commitment", *ORIGIN}),
        (fields.STATED_PROBLEM, StatedProblem, {"key", "origin"}, {"id", *ORIGIN}),
    ],
    ids=["site", "region", "source", "measure", "commitment", "outcome", "stated_problem"],
)
def test_what_editors_write_is_what_the_model_holds(declared, kind, worked_out, written_otherwise):
    assert (names(kind) - worked_out) | written_otherwise == set(declared)


@pytest.mark.parametrize(
    ("declared", "required"),
    [
        (fields.MEASURE, {"id", "at", "value", "unit"}),
        (fields.COMMITMENT, {"id", "at", "text"}),
        (fields.OUTCOME, {"id", "at", "text", "claim"}),
        (fields.STATED_PROBLEM, {"id", "at", "text"}),
        (fields.TOPIC_FILE, set()),
        (fields.REGION, {"name", "level", "name_status"}),
    ],
)
def test_required_fields_are_those_of_the_content_guide(declared, required):
    assert required == {name for name, field in declared.items() if field.required}
