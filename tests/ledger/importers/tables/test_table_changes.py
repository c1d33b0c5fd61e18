"""What an office changes in an exported table: nothing by itself, and exactly what was changed."""

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.importers.figure import Goal
from ledger.importers.tables.cell_values import Doubt
from ledger.importers.tables.office_workbook import office_workbook
from ledger.importers.tables.table_changes import Refusal, compare_table
from ledger.importers.tables.table_file import read_table_file
from ledger.importers.tables.table_plan import Wanted, plan_table, recognised_rows
from ledger.importers.tables.table_record import RecordKind
from tests.ledger.importers.office_files import real_tables
from tests.ledger.importers.real_content import real_ledger

PLACES = sorted({(file.region, file.year) for file in real_ledger().files})
REGION, YEAR = "huaibei-xx-district", 2023
RATE = "huaibei-xx-district-2023-elderly-health-m2"
GOAL = "huaibei-xx-district-2023-elderly-health-c1"


def exported(folder, number, region=REGION, year=YEAR):
    table = real_tables(region, year)[number]
    file = folder / f"{region}-{year}-{table.file}"
    file.write_bytes(office_workbook(table, real_ledger().settings.as_of))
    return table, file


def compared(table, file, year=YEAR):
    ledger = real_ledger()
    read = read_table_file(file)
    wanted = Wanted(
        year, place="表{sheet} 第{row}行", known=frozenset([*ledger.measures, *ledger.commitments])
    )
    plan = plan_table(read, read.sheets[0], wanted, ledger.dictionary)
    assert plan.problems == ()
    return plan, compare_table(table, ledger, recognised_rows(plan, wanted, ledger.dictionary))


class Edited:
    """An exported table that is changed as in a spreadsheet program."""

    def __init__(self, folder, number):
        self.table, self.file = exported(folder, number)
        self.book = openpyxl.load_workbook(self.file)
        self.sheet = self.book.worksheets[0]
        self.columns = {field: place for place, (field, _, _) in enumerate(self.table.columns, 1)}

    def row_of(self, id_):
        return next(row for row in range(3, self.sheet.max_row + 1) if self.cell(row, "id").value == id_)

    def cell(self, row, field):
        return self.sheet.cell(row, self.columns[field])

    def set(self, id_, field, value, pattern=None):
        cell = self.cell(self.row_of(id_), field)
        cell.value = value
        cell.number_format = pattern or cell.number_format

    def compare(self):
        self.book.save(self.file)
        return compared(self.table, self.file)


@pytest.fixture
def tasks(tmp_path):
    return Edited(tmp_path, 0)


@pytest.fixture
def figures(tmp_path):
    return Edited(tmp_path, 1)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(("region", "year"), PLACES)
def test_an_exported_table_brings_no_change(tmp_path, region, year, number):
    table, file = exported(tmp_path, number, region, year)
    if not table.rows:
        return
    plan, changes = compared(table, file, year)
    assert len(plan.ids) == len(table.rows)
    assert plan.records == ()
    assert (changes.changes, changes.deleted, changes.added, changes.doubts) == ((), (), (), ())


def only(changes):
    (change,) = changes.changes
    return change.record, change.field, change.old, change.new, change.edits


def test_a_changed_due_date_is_one_change(tasks):
    tasks.set(GOAL, "due", "2023年6月30日前")
    _, changes = tasks.compare()
    edits = (("due", "2023-06-30"),)
    assert only(changes) == (GOAL, "due", "2023-12-31", "2023年6月30日前", edits)
    assert changes.changes[0].row + 1 == tasks.row_of(GOAL)


def test_the_same_day_written_otherwise_is_no_change(tasks):
    tasks.set(GOAL, "due", "2023年12月31日")
    assert tasks.compare()[1].changes == ()


def test_units_of_work_are_added_and_taken_away(tasks):
    tasks.set(GOAL, "lead", "老龄科\n基层科")
    tasks.set(GOAL, "support", "财政局、民政局")
    _, changes = tasks.compare()
    assert [change.edits for change in changes.changes] == [
        (("lead", "老龄科、基层科"),),
        (("support", ("财政局", "民政局")),),
    ]


def test_a_changed_target_belongs_to_the_promise(figures):
    figures.set(RATE, "target", "不低于65%")
    record, field, old, _, edits = only(figures.compare()[1])
    assert (record, field, old) == (GOAL, "target", "≥62%")
    ((name, goal),) = edits
    assert (name, goal.operator, str(goal.value), goal.unit) == ("target", ">=", "65", "%")
    assert isinstance(goal, Goal)


def test_a_changed_value_is_carried_exactly(figures):
    figures.set(RATE, "value", 64.5, "0.00")
    assert only(figures.compare()[1])[-1] == (("value", "64.50"),)


def test_a_qualifier_may_come_and_a_number_may_be_masked(figures):
    figures.set(RATE, "value", "约64")
    assert only(figures.compare()[1])[-1] == (("value", "64"), ("qualifier", "约"))
    figures.set(RATE, "value", "约63.9")
    assert only(figures.compare()[1])[-1] == (("value", "63.9"), ("qualifier", "约"))
    figures.set(RATE, "value", "xx")
    assert only(figures.compare()[1])[-1] == (("value", "redacted"),)


def test_a_changed_unit_is_a_change_of_the_unit_alone(figures):
    figures.set("huaibei-xx-district-2023-elderly-health-m1", "unit", "人次")
    assert only(figures.compare()[1])[-1] == (("unit", "人次"),)


def test_what_the_program_works_out_is_not_taken_from_the_sheet(figures):
    figures.set(RATE, "verdict", "未达目标")
    (change,) = figures.compare()[1].changes
    assert (change.field, change.edits, change.refusal) == ("verdict", (), Refusal.COMPUTED)


def test_an_emptied_value_or_name_is_told_and_not_taken_over(figures):
    figures.set(RATE, "value", None)
    figures.set(RATE, "indicator", None)
    assert {change.refusal for change in figures.compare()[1].changes} == {Refusal.EMPTIED}


def test_a_cell_that_cannot_be_read_changes_nothing_and_is_told(figures):
    figures.set(RATE, "value", "六成多")
    _, changes = figures.compare()
    assert changes.changes == ()
    assert [doubt.doubt for doubt in changes.doubts] == [Doubt.UNREAD_NUMBER]


def test_a_deleted_row_is_named(tasks):
    tasks.sheet.delete_rows(tasks.row_of(GOAL))
    _, changes = tasks.compare()
    assert (changes.deleted, changes.changes) == ((GOAL,), ())


def test_rows_in_another_order_bring_no_change(tasks):
    rows = [[cell.value for cell in row] for row in tasks.sheet.iter_rows(min_row=3)]
    for place, row in enumerate(reversed(rows), 3):
        for column, value in enumerate(row, 1):
            tasks.sheet.cell(place, column).value = value
    assert tasks.compare()[1].changes == ()


def test_a_new_row_without_an_id_is_a_new_record(tasks):
    last = tasks.sheet.max_row + 1
    tasks.cell(last, "task").value = "为老年人建健康档案"
    tasks.cell(last, "due").value = "年底前"
    tasks.cell(last, "topic").value = "老年健康与医养结合"
    plan, changes = tasks.compare()
    assert [(record.text, record.due, record.topic) for record in plan.records] == [
        ("为老年人建健康档案", "2023-12-31", "elderly-health")
    ]
    assert changes.changes == ()


def test_a_reason_and_a_remedy_become_new_records_that_belong_to_the_promise(figures):
    figures.set(RATE, "reason", "人手不足")
    figures.set(RATE, "remedy", "招聘村医")
    _, changes = figures.compare()
    remedy, reason = changes.added
    assert (reason.kind, reason.text) == (RecordKind.PROBLEM, "人手不足")
    assert reason.addressed_by == (GOAL, remedy.key)
    assert remedy.topic == "elderly-health"


EDITS = {
    "due": ("2023-07-01", ("due", "2023-07-01")),
    "lead": ("新的科", ("lead", "新的科")),
    "support": ("甲局、乙局", ("support", ("甲局", "乙局"))),
    "task": ("做另一件事", ("text", "做另一件事")),
}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_edits_in_the_sheet_are_exactly_the_changes(tmp_path, data):
    tasks = Edited(tmp_path, 0)
    ids = [str(row["id"]) for row in tasks.table.rows]
    cells = st.tuples(st.sampled_from(ids), st.sampled_from(sorted(EDITS)))
    chosen = data.draw(st.sets(cells, max_size=6))
    for id_, field in chosen:
        tasks.set(id_, field, EDITS[field][0])
    _, changes = tasks.compare()
    found = {(change.record, change.field, change.edits) for change in changes.changes}
    assert found == {(id_, field, (EDITS[field][1],)) for id_, field in chosen}
