"""Which files there are, and what is in them, at the price of looking at those alone that may have changed.

In: folders, and what was found out of their files before. Out: a description of each file. A file counts as known
only where size, inode and both times are those of before, and its last change lay well before it was read then:
the time of the last change (ctime) cannot be set by anybody, so a copy of the same size and time of modification is
read anew. This module must not know what is in the files.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SETTLED = 2_000_000_000
"""Nanoseconds after which another change of a file surely has another time, on any file system in use."""

Description = tuple[str, ...]
Known = Mapping[str, tuple[tuple[int, ...], Description]]


@dataclass(frozen=True)
class Found:
    """The files below some folders. known: by path, for next time. odd: there is more than plain files and folders."""

    known: Known
    odd: bool

    @property
    def descriptions(self) -> Mapping[str, Description]:
        """What was found out of each file, by its path, sorted."""
        return {path: self.known[path][1] for path in sorted(self.known)}


def find(folders: Mapping[str, Path], known: Known, describe: Callable[[str, bytes], Description]) -> Found:
    """Every file below `folders` (by the name that stands for each in paths), hidden ones left out.

    known: what an earlier call found. describe: from a path and the file's bytes. Files that cannot be read, links
    and what is neither file nor folder are odd: whoever needs to know must look.
    """
    now = time.time_ns()
    found: dict[str, tuple[tuple[int, ...], Description]] = {}
    odd = False
    waiting = [(name, os.fspath(folder)) for name, folder in folders.items() if folder.is_dir()]
    while waiting:
        name, folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            odd = True
            continue
        for entry in entries:
            path = f"{name}/{entry.name}"
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((path, entry.path))
                continue
            before = known.get(path)
            try:
                seen = _seen(entry, now)
                if seen is None:
                    odd = True
                elif before is not None and before[0] == seen and seen[-1]:
                    found[path] = before
                else:
                    found[path] = (seen, describe(path, Path(entry.path).read_bytes()))
            except OSError:
                odd = True
    return Found(found, odd)


def _seen(entry: os.DirEntry[str], now: int) -> tuple[int, ...] | None:
    """What tells a file's state; its last part says whether that state is settled."""
    if not entry.is_file(follow_symlinks=False):
        return None
    stat = entry.stat(follow_symlinks=False)
    settled = int(now - max(stat.st_ctime_ns, stat.st_mtime_ns) > SETTLED)
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, settled


def of_json(data: Iterable[tuple[str, Iterable[int], Iterable[str]]]) -> Known:
    """What `to_json` wrote."""
    return {path: (tuple(seen), tuple(description)) for path, seen, description in data}
