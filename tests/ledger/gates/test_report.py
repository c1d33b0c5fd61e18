"""All gates together."""

import pytest

from ledger.commands import gates
from ledger.gates.report import PAGE_GATES, SITE_GATES, run_gates

pytestmark = pytest.mark.slow

NAMES = {name for name, _ in (*PAGE_GATES, *SITE_GATES)}


def test_a_clean_site_has_no_problem_and_every_gate_looked_at_something(site):
    report = run_gates(site.root)
    assert report.problems == ()
    assert set(report.counts) == NAMES
    assert [name for name, (number, wrong) in report.counts.items() if not number or wrong] == []


def test_files_and_bytes_are_counted(site):
    before = run_gates(site.root)
    site.write("1234567890", "data/extra.csv")
    after = run_gates(site.root)
    assert (after.files - before.files, after.size - before.size) == (1, 10)


def test_problems_of_all_gates_come_at_once_in_the_order_of_files(site):
    site.add('<a href="nowhere/">断</a><iframe></iframe>', "about/index.html")
    site.write("x", "a.exe")
    report = run_gates(site.root)
    assert [(p.path, p.code) for p in report.problems] == [
        ("a.exe", "MZ110"),
        ("about/index.html", "MZ101"),
        ("about/index.html", "MZ106"),
    ]
    assert {name for name, (_, wrong) in report.counts.items() if wrong} == {"links", "active", "files"}


def test_a_problem_names_its_place_and_the_content_file_behind_the_page(site):
    site.write('第一行\n  文字 <a href="nowhere/">断</a>\n' + site.read())
    (problem,) = [found for found in run_gates(site.root).problems if found.code == "MZ101"]
    assert (problem.line, problem.column, problem.width) == (2, 15, 8)
    assert "alpha/2023/immunization/nowhere" in problem.message
    assert "content/regions/alpha/2023/immunization.md" in problem.mend


def test_every_gate_has_a_name_for_those_who_read_the_list():
    assert set(gates.NAMES) == NAMES
