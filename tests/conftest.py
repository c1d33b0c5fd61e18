"""Rules for every test: in CI no browser test may quietly stay away."""

import pytest

from tests.browser.setup_browser import on_ci


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
