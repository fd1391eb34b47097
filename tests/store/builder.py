"""A process that builds, to be ended by tests: `builder.py OUT HOW NUMBER NAME...`.

In: a folder; how it is to fail (`killed` or `full`, or `renamed-…` where the system cannot exchange folders), at
which of its steps on the disk (0: never), and the sites to build, one after the other. Out: those sites, or what is
left. A step is whatever Python's audit tells of: an opening, a link, a renaming and so on.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sitegen.store import swap
from sitegen.store.tree import SIGNATURE, publish

STEPS = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "ctypes.dlsym"}


def site(name: str) -> dict[str, bytes]:
    """A site whose every file tells its name; sites share some files, some paths, and have some of their own."""
    own = {f"{name}/{number}/index.html": name.encode() for number in range(2)}
    shared = {f"page/{number}.html": b"same" for number in range(2)}
    other = {f"{number}.html": name.encode() * 10_000 for number in range(2)}
    return {"_headers": SIGNATURE + name.encode(), **own, **shared, **other}


def failing(how: str, number: int) -> Callable[[str, object], None]:
    """An audit hook that fails from the step of this number on."""
    steps = 0

    def hook(event: str, _: object) -> None:
        nonlocal steps
        steps += event in STEPS
        if steps >= number and event in STEPS:
            if how.endswith("killed"):
                os.kill(os.getpid(), signal.SIGKILL)
            if steps == number or event != "os.rename":  # what cannot be undone for lack of space is no renaming
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return hook


def main(out: str, how: str, number: int, *names: str) -> None:
    """Build each site."""
    if how.startswith("renamed"):
        swap.exchanged_at_once = lambda *_: False
    if number:
        sys.addaudithook(failing(how, number))
    print("begun", flush=True)  # noqa: T201 - who waits to kill it waits for this
    for name in names:
        publish(Path(out), site(name))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), *sys.argv[4:])
