"""Content in, a checked portal out; and the folders that a site is made from.

In: the project's root. Out: what was read and what checking said of it. It must not know what a site looks like.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitegen.model.check import Checked, check
from sitegen.pipeline.folders import looks
from sitegen.source.problems import Problem
from sitegen.source.tree import Sources, read_sources, read_tree


@dataclass(frozen=True)
class Content:
    """What was read of a portal, and what checking said of it."""

    sources: Sources
    checked: Checked

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, faults and warnings."""
        return self.checked.problems


def read(root: Path) -> Content:
    """The content below `root`, checked."""
    files, unreadable = read_tree(root)
    sources, unparsable = read_sources(files)
    return Content(sources, check(sources, (*unreadable, *unparsable), looks=looks(root)))
