"""Manifests: the digest of each file of a tree, by its path.

In: two of them, or a folder. Out: in what they differ. This module must not know what the files are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.store.digest import digest


@dataclass(frozen=True)
class Difference:
    """Paths, sorted: expected and not there, there and not expected, there with other content."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    different: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.different)


def difference(expected: Mapping[str, str], actual: Mapping[str, str]) -> Difference:
    """In what `actual` departs from `expected`."""
    missing, extra = expected.keys() - actual.keys(), actual.keys() - expected.keys()
    different = (path for path in expected.keys() & actual.keys() if expected[path] != actual[path])
    return Difference(tuple(sorted(missing)), tuple(sorted(extra)), tuple(sorted(different)))


def manifest(folder: Path) -> dict[str, str]:
    """The manifest of the files below `folder`, each of which is read. Raises OSError from the disk."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def name_of(files: Mapping[str, str]) -> str:
    """The digest of a whole manifest."""
    return digest("\n".join(f"{known} {path}" for path, known in sorted(files.items())).encode())


def folders(paths: Iterable[str]) -> set[str]:
    """Every folder that files of these paths lie in; the tree itself is ""."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
