"""Another machine, for every Python program that has this folder on its path: Python imports this module at its start.

It has one processor, tells of files in the order opposite to that of their names, and its clock is forty years ahead.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Iterator

AHEAD = 40 * 365 * 24 * 3600
_scandir, _listdir, _time, _time_ns = os.scandir, os.listdir, time.time, time.time_ns


class Backwards:
    """What os.scandir gives, the last name first."""

    def __init__(self, path: str | int | None = None) -> None:
        with _scandir(path) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> Backwards:  # noqa: PYI034 - one class, and no Self is at hand before typing is imported
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open any more."""

    def close(self) -> None:
        """Likewise."""


class Later(datetime.datetime):
    """Knows another day as this one."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Later:
        """Forty years from now."""
        return cls.fromtimestamp(time.time(), tz)


class LaterDay(datetime.date):
    """Likewise."""

    @classmethod
    def today(cls) -> LaterDay:
        """Forty years from now."""
        return cls.fromtimestamp(time.time())


os.scandir = Backwards  # type: ignore[assignment] # for what asks for paths as texts
os.listdir = lambda path=None: sorted(_listdir(path), reverse=True)  # type: ignore[assignment]
time.time = lambda: _time() + AHEAD
time.time_ns = lambda: _time_ns() + AHEAD * 10**9
datetime.datetime = Later  # type: ignore[misc]
datetime.date = LaterDay  # type: ignore[misc]
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
