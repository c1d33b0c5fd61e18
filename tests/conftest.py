"""Rules for every test: in CI no browser test may quietly stay away; at the end it is said what was tried."""

import pytest

from tests.browser.setup_browser import on_ci

# What is counted at the end of a run, and the tests of which each is one try.
TRIES = {
    "一个文件的内容，写坏的和写对的": "test_loader.py::test_case[",
    "错误编号的例子": "test_problem_examples.py::test_the_",
    "个人信息，应当找到的": "::test_personal_data_is_found_where_it_stands[",
    "个人信息，相似而不是的": "::test_what_only_looks_like_it_is_left_alone[",
    "怀着恶意的文字，每个放进所有字段": "::test_a_payload_is_refused_in_every_field_or_kept_as_text[",
    "怀着恶意的文字，正文的位置": "::test_a_narrative_is_harmless_even_where_nothing_was_refused[",
    "中途打断的发布": "test_struck_builds.py::",
    "发布前的检查，故意弄坏的网站": "tests/ledger/gates/",
    "三种地址下打开的页面": "test_bases.py::",
    "写坏的真实内容和随意的输入": "tests/fuzz/",
}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item):
    """Turn a skipped browser test into a failed one under CI."""
    report = yield
    expected_failure = hasattr(report, "wasxfail")
    if report.skipped and not expected_failure and item.get_closest_marker("browser") and on_ci():
        path, line, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{path}:{line}: 持续集成中不允许跳过浏览器测试：{reason}"
    return report


def pytest_terminal_summary(terminalreporter):
    """Say how many tries of each kind went as they should."""
    told = {name: terminalreporter.stats.get(name, []) for name in ("passed", "failed")}
    for title, part in TRIES.items():
        passed, failed = (sum(part in report.nodeid for report in reports) for reports in told.values())
        if passed or failed:
            terminalreporter.write_line(f"{title}：{passed + failed} 项，如期 {passed} 项")
