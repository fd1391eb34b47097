"""What a command does not need is not loaded: an editor who checks does not wait for charts or a server."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.cli.portals import BASE
from tests.conftest import ROOT

HEAVY = ("altair", "vl_convert", "starlette", "uvicorn", "watchfiles", "icu")
PROGRAM = f"""
import sys
from sitegen.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as ended:
    status = ended.code
print("loaded:", *(name for name in {HEAVY!r} if name in sys.modules))
sys.exit(status)
"""


def loaded(*arguments: str) -> list[str]:
    """Which of the heavy packages a command loads."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return ended.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check"], ["schema"], ["format"]],
    ids=lambda arguments: arguments[0],
)
def test_no_charts_and_no_server_are_loaded(arguments: list[str]) -> None:
    """Help, check, schema and format need neither."""
    rooted = arguments if arguments == ["--help"] else [*arguments, "--root", str(BASE)]
    assert [] == loaded(*rooted)


def test_a_build_loads_the_charts(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The test above can fail: a build, which draws, is seen to load what draws; and no server."""
    root = tmp_path_factory.mktemp("portal") / "base"
    shutil.copytree(BASE, root)
    assert {"vl_convert", "icu"} <= set(found := loaded("build", "--root", str(root)))
    assert not {"starlette", "uvicorn", "watchfiles"} & set(found)
