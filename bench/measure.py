"""What a command costs: time on the clock, processor time and memory, of all its processes together.

In: a command. Out: a Cost. Linux alone: processes are found below /proc, and orphans of the command are adopted so
that their processor time counts too. It must not know what the command does.
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ADOPT_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""
PAUSE = 0.02
"""Seconds between two looks at the memory."""
REST = 2.1
"""Seconds after which a file that was written is taken for settled: a build before that looks again at all."""


@dataclass(frozen=True)
class Cost:
    """wall, cpu: seconds. memory: megabytes at the peak, of all processes; 0 where it was not looked at."""

    wall: float
    cpu: float
    memory: float


def measured(command: list[str], folder: Path, *, memory: bool = False) -> Cost:
    """What `command` costs in `folder`. memory: look at it too, which takes a little time itself.

    Raises CalledProcessError where the command fails.
    """
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    others = _children(os.getpid())
    before, begin = _cpu(), time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL) as process:
        peak = _Peak(process.pid) if memory else None
        code = process.wait()
        wall = time.perf_counter() - begin
    if code:
        raise subprocess.CalledProcessError(code, command)
    while orphans := _children(os.getpid()) - others:
        for orphan in orphans:
            os.waitpid(orphan, 0)
    return Cost(wall, _cpu() - before, peak.megabytes() if peak else 0)


def environment() -> dict[str, str]:
    """That of this process, in which Python keeps what it compiles, as it does unless it is told not to."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Peak:
    """Looks at a process and its descendants until they are gone. Memory that several share is counted once."""

    def __init__(self, pid: int) -> None:
        self._pid, self._kilobytes = pid, 0
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def megabytes(self) -> float:
        self._thread.join()
        return self._kilobytes / 1000

    def _look(self) -> None:
        while processes := tuple(_family(self._pid)):
            self._kilobytes = max(self._kilobytes, sum(map(_share, processes)))
            time.sleep(PAUSE)


def _children(pid: int) -> frozenset[int]:
    """Of the first thread. Raises OSError where the process is gone."""
    return frozenset(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))


def _family(pid: int) -> Iterator[int]:
    try:
        children = _children(pid)
    except OSError:
        return
    yield pid
    for child in children:
        yield from _family(child)


def _share(pid: int) -> int:
    """Kilobytes of a process, its part of what it shares."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
