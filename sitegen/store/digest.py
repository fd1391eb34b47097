"""Names for bytes.

In: bytes, or a folder of files. Out: their digest, and file names that change with them. This module must not know
what they mean.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePosixPath

# 64 bits: among a million assets, two share a name with a probability of one in forty million.
FINGERPRINT_LENGTH = 16


def digest(content: bytes) -> str:
    """SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprinted(path: str, content: bytes) -> str:
    """A posix path whose file name carries the content's fingerprint: style.css, style.<16 digits>.css."""
    name = PurePosixPath(path)
    return str(name.with_name(f"{name.stem}.{digest(content)[:FINGERPRINT_LENGTH]}{name.suffix}"))


@cache
def program(folder: Path) -> Mapping[str, str]:
    """The digest of every Python file below `folder` by its path, as they were when the process first asked."""
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in sorted(folder.rglob("*.py"))}


@cache
def versions(libraries: tuple[str, ...]) -> Mapping[str, str]:
    """The version of each library, by its name; one that is not installed has an empty one.

    Read off the names of the folders that installers leave: to load what reads those takes as long as a small build.
    """
    installed = dict[str, str]()
    for folder in reversed(sys.path):
        with suppress(PermissionError):  # nothing is loaded from there either
            for found in Path(folder).glob("*.dist-info"):
                name, _, version = found.stem.rpartition("-")
                installed[name.lower().replace("_", "-")] = version
    return {name: installed.get(name, "") for name in libraries}
