"""For tests of what file modes forbid: an ordinary user, and a folder that such a user can enter.

In: nothing. Out: context managers, and what to put before a command. Tests may run as root, whom no file mode binds, in
a checkout that nobody else can read; and the folders that pytest makes are private to whoever runs it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534
BOUND_BY_MODES = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Before a command: it is run by the same user, bound by modes. So it reads what is the user's alone."""


@contextmanager
def unprivileged() -> Iterator[None]:
    """Act as a user whom file modes bind; an ordinary user already is one."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """A folder that every user can enter and only its owner can write to; removed in the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)
