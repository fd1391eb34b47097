"""What a command does not need is not loaded: an editor who checks does not wait for charts or a server."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.cli.portals import BASE
from tests.conftest import ROOT

HEAVY = ("altair", "vl_convert", "fontTools", "PIL", "starlette", "uvicorn", "watchfiles", "icu")
PROGRAM = f"""
import sys
there = {{*sys.modules}}  # what the system itself has every Python load, too
from sitegen.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as ended:
    status = ended.code
brought = {{name.partition(".")[0] for name in {{*sys.modules}} - there}}
print(len(sys.modules), *sorted(brought - sys.stdlib_module_names))
print("loaded:", *(name for name in {HEAVY!r} if name in sys.modules))
sys.exit(status)
"""


RUNTIME = {"cython_runtime"}
"""What compiled modules bring that is no package."""
MODULES = 300
"""So many may be loaded where nothing has changed, Python's own among them: each costs about 0.1 ms."""


def said(*arguments: str) -> list[str]:
    """What a command and the program around it print."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def loaded(*arguments: str) -> list[str]:
    """Which of the heavy packages a command loads."""
    return said(*arguments)[-1].split()[1:]


@pytest.mark.parametrize(
    ("command", "needed"),
    [("--help", []), ("check", ["icu"]), ("schema", []), ("format", [])],
    ids=str,
)
def test_no_charts_and_no_server_are_loaded(command: str, needed: list[str]) -> None:
    """Help, check, schema and format need neither; check asks ICU for the quotation marks of a language."""
    rooted = [command] if command == "--help" else [command, "--root", str(BASE)]
    assert needed == loaded(*rooted)


def test_a_build_loads_the_charts(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The test above can fail: a build, which draws, is seen to load what draws; and no server.

    One after which nothing was changed loads what reads a look, and no records, views, templates, words of languages or
    programs that draw.
    """
    root = tmp_path_factory.mktemp("portal") / "base"
    shutil.copytree(BASE, root)
    assert {"vl_convert", "icu"} <= set(found := loaded("build", "--root", str(root)))
    assert not {"starlette", "uvicorn", "watchfiles"} & set(found)
    again = said("build", "--root", str(root), "--lang", "en", "--profile")
    count, *packages = again[-2].split()
    assert {"sitegen", "yaml"} == {name for name in packages if name[0] != "_"} - RUNTIME
    assert int(count) < MODULES
