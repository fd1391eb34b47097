"""Where a command remembers and writes.

In: parsed arguments. Out: a memo, a path. It must not know any command.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sitegen.store.memo import LIMIT, Memo

MEMORY = ".cache"
"""Below the portal's root: what builds remember, and can find out anew."""


def memory(given: argparse.Namespace) -> Memo:
    """What earlier builds remember."""
    return Memo(given.root / MEMORY, LIMIT if given.cache_size is None else given.cache_size)


def output(given: argparse.Namespace) -> Path:
    """Where the site goes."""
    return Path(given.out if given.out is not None else given.root / "public")
