"""Stand-ins for programs of the system, so that scripts can be run as on another machine.

In: a folder and what a program shall do. Out: an environment whose PATH finds the stand-ins first.
"""

from __future__ import annotations

import os
from pathlib import Path


def stand_in(folder: Path, name: str, script: str) -> Path:
    """A program `name` in `folder` that runs a script; each call is noted as a line of `folder`/calls."""
    path = folder / name
    path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{folder}/calls"\n{script}\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def calls(folder: Path) -> list[str]:
    """The calls of the stand-ins in `folder` so far, in order."""
    noted = folder / "calls"
    return noted.read_text(encoding="utf-8").splitlines() if noted.exists() else []


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """An environment that finds the stand-ins of `folder` first, and knows of no make that may be running."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTEST"))}
    return kept | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"} | variables
