"""What a build is asked for.

In: nothing. Out: `Order`. It must not load anything that a build without a change does not need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.pipeline.tally import Tally

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sitegen.pipeline.searching import Found


@dataclass(frozen=True)
class Order:
    """What is to be built.

    base_url: overrides that of the settings. commit: of the sources, for the account. anew: by records, whatever is
    remembered of them. executor: gives processes for much work. tally: of what was done for it. found: a search to be
    taken as it is, as in `site`.
    """

    root: Path
    base_url: str | None = None
    preview: bool = False
    commit: str = ""
    anew: bool = False
    executor: Callable[[float], Executor | None] = lambda _: None
    tally: Tally = field(default_factory=Tally)
    found: Found | None = None

    @property
    def asked(self) -> str:
        """The options that decide over a plan."""
        return f"{self.base_url or ''} {self.preview}"
