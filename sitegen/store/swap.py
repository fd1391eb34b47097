"""Two folders in each other's place.

In: two folders on one disk, and the path of a third that does not exist. Out: the first two exchanged, in one step
where the system can (Linux' renameat2: ext4, XFS, Btrfs, tmpfs and overlays among others). Elsewhere two renames
follow each other, and in between nothing lies at the first path; a run that is killed there is made good by the
next (`recover`). This module must not know what the folders hold.
"""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

RENAME_EXCHANGE = 2
AT_CURRENT_FOLDER = -100
CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""Without that call in the kernel, or on a disk that does not know it."""


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Let `one` and `other` change places. Raises OSError from the disk: both are then where they were."""
    if not exchanged_at_once(one, other):
        _exchange_by_renaming(one, other, aside)


def recover(one: Path, other: Path, aside: Path) -> None:
    """Undo or finish an exchange that was killed between two renames; without one, do nothing."""
    free = [place for place in (one, other) if not os.path.lexists(place)]
    if free and os.path.lexists(aside):
        aside.rename(free[0])


def exchanged_at_once(one: Path, other: Path) -> bool:
    """Exchange both in one step; False where the system cannot. Raises OSError from the disk."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    here = AT_CURRENT_FOLDER
    if rename(here, os.fsencode(one), here, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


def _exchange_by_renaming(one: Path, other: Path, aside: Path) -> None:
    one.rename(aside)
    try:
        other.rename(one)
    except BaseException:
        aside.rename(one)
        raise
    aside.rename(other)
