"""Content in, a checked portal out; and the folders that a site is made from.

In: the project's root, and the memo where parsed documents are to be remembered. Out: what was read and what checking
said of it. It must not know what a site looks like.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.model.check import Checked, check
from sitegen.pipeline.folders import looks
from sitegen.pipeline.key import Key
from sitegen.pipeline.program import code
from sitegen.source.problems import Problem
from sitegen.source.quick import Parse, quick
from sitegen.source.tree import Sources, read_sources, read_tree
from sitegen.store.digest import digest
from sitegen.store.memo import Memo


@dataclass(frozen=True)
class Content:
    """What was read of a portal, and what checking said of it."""

    sources: Sources
    checked: Checked

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, faults and warnings."""
        return self.checked.problems


def read(root: Path, memo: Memo | None = None) -> Content:
    """The content below `root`, checked. memo: remembers what each document says."""
    files, unreadable = read_tree(root)
    sources, unparsable = read_sources(files, quick if memo is None else _remembered(memo))
    return Content(sources, check(sources, (*unreadable, *unparsable), looks=looks(root)))


def _remembered(memo: Memo) -> Parse:
    """`quick`, but for texts whose data is remembered: those are had in a twentieth of the time."""

    def parse(text: str) -> dict[str, Any] | None:
        key = Key(code(), "document", text=digest(text.encode())).digest
        if (kept := memo.get(key)) is not None:
            data: dict[str, Any] = pickle.loads(kept)  # noqa: S301 - as trusted as the compiled templates beside it
            return data
        if (read := quick(text)) is not None:
            memo.keep({key: pickle.dumps(read)})
        return read

    return parse
