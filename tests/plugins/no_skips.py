"""A skipped test is a test that did not run: a session with one fails, and says which.

In: pytest's reports, from the workers too where the tests run in parallel. Out: exit code 1 and a line for
each skipped test or module. With ALLOW_SKIPS=1 in the environment it only tells. An expected failure is no
skip.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


class Skips:
    """Gathers what was skipped; lives where the reports of all workers come together."""

    def __init__(self, *, allowed: bool) -> None:
        self.allowed = allowed
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that was skipped before or while it ran."""
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(f"{report.nodeid}: {_reason(report)}")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that was skipped whole."""
        if report.skipped:
            self.skipped.append(f"{report.nodeid}: {_reason(report)}")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Turn a session that would pass into one that fails."""
        if self.skipped and not self.allowed and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        return (yield)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what was skipped."""
        if not self.skipped:
            return
        terminalreporter.section("skipped tests" if self.allowed else "skipped tests fail the session")
        for line in sorted(set(self.skipped)):
            terminalreporter.write_line(line)


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why, where pytest tells: a skip's long text is its place and its reason."""
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else ""


def pytest_configure(config: pytest.Config) -> None:
    """Gather in the process that sums up, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Skips(allowed=os.environ.get("ALLOW_SKIPS") == "1"), "skips")
