"""The files of the project: what is tracked or about to be, and nothing that is only built or installed here.

In: nothing. Out: paths, for tests that hold a rule over every file.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def project_files() -> tuple[Path, ...]:
    """Absolute paths of all files that are tracked or new, without those that git is told to ignore."""
    # A checkout that belongs to another user, as in a container, is read all the same.
    listing = (
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    )
    listed = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
