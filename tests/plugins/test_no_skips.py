"""A session with a skipped test fails, however the test was skipped and however the tests are run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.checkout import ROOT
from tests.project.programs import environment

PASSES = "def test_passes():\n    pass\n"
FAILS = "def test_fails():\n    assert False\n"
SKIPS = {
    "a mark": "import pytest\n@pytest.mark.skip(reason='why not')\ndef test_it():\n    pass\n",
    "a call": "import pytest\ndef test_it():\n    pytest.skip('why not')\n",
    "a module": "import pytest\npytest.skip('why not', allow_module_level=True)\n",
}
XFAIL = "import pytest\n@pytest.mark.xfail(reason='known')\ndef test_it():\n    assert False\n"


def session(folder: Path, tests: str, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run pytest with the plugin over one passing test and `tests`."""
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (folder / "conftest.py").write_text('pytest_plugins = ("tests.plugins.no_skips",)\n', encoding="utf-8")
    (folder / "test_one.py").write_text(PASSES, encoding="utf-8")
    (folder / "test_two.py").write_text(tests, encoding="utf-8")
    alone = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = (
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        f"--basetemp={folder / 'made'}",
        *options,
    )
    env = environment(folder, **alone, **variables)
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("parallel", [(), ("-p", "xdist", "-n", "1")], ids=["alone", "parallel"])
@pytest.mark.parametrize("how", SKIPS)
def test_a_skipped_test_fails_the_session(how: str, parallel: tuple[str, ...], tmp_path: Path) -> None:
    """By a mark, by a call, or a module whole: the exit code is 1, and the test is named with its reason."""
    done = session(tmp_path, SKIPS[how], *parallel)
    (line,) = (line for line in done.stdout.splitlines() if "why not" in line)
    assert 1 == done.returncode
    assert line.startswith("test_two.py")
    assert "1 passed, 1 skipped" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("tests", [PASSES, XFAIL], ids=["passes", "fails as expected"])
def test_a_session_without_a_skip_passes(tests: str, tmp_path: Path) -> None:
    """A test that fails as expected did run."""
    assert 0 == session(tmp_path, tests).returncode


def test_skips_can_be_allowed(tmp_path: Path) -> None:
    """For one's own machine; they are told all the same."""
    done = session(tmp_path, SKIPS["a call"], ALLOW_SKIPS="1")
    assert 0 == done.returncode
    assert "test_two.py::test_it" in done.stdout


def test_a_failure_stays_a_failure(tmp_path: Path) -> None:
    """A skip hides nothing."""
    done = session(tmp_path, FAILS + SKIPS["a call"])
    assert 1 == done.returncode
    assert "1 failed" in done.stdout.splitlines()[-1]
