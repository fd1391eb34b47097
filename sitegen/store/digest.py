"""Names for bytes.

In: bytes, or a folder of files. Out: their digest, and file names that change with them. This module must not know
what they mean.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
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


def versions(libraries: Iterable[str]) -> dict[str, str]:
    """The version of each library, by its name; one that is not installed has an empty one."""
    return {name: _version(name) for name in libraries}


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
