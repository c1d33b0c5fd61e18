"""Periods that sentences state."""

import pytest

from ledger.importers.figures.period import periods_of

PERIODS = {
    "2023年": ["2023"],
    "2021-2023年": ["2021-01/2023-12"],
    "上半年": ["2023-H1"],
    "2022年下半年": ["2022-H2"],
    "一季度": ["2023-Q1"],
    "1-9月": ["2023-01/2023-09"],
    "5月份": ["2023-05"],
    "截至6月底": ["?/2023-06-30"],
    "截止2022年10月15日": ["?/2022-10-15"],
    "截至2022年底": ["?/2022-12-31"],
    "2月末": ["2023-02-28"],
    # Compared with, begun in, named after: not the period of a figure.
    "较2022年": [],
    "自2021年": [],
    "《2023年工作要点》": [],
    "13月": [],
    "2月30日": [],
    "9-3月": [],
}


@pytest.mark.parametrize("written", PERIODS)
def test_a_period_is_written_as_content_files_write_it(written):
    assert [period for _, period in periods_of(written, 2023)] == PERIODS[written]
