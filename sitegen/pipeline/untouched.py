"""Whether anything at all has changed since a build: if not, there is nothing to plan, to compare or even to load.

In: an order, the state of its sources, the published tree and the memo. Out: what the last build of the same came to,
where all that it was made from and all that it wrote is as it was left. It must not know how anything is made.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from sitegen.pipeline import ledger
from sitegen.pipeline.key import Key
from sitegen.pipeline.order import Order
from sitegen.pipeline.program import code
from sitegen.pipeline.scan import Scan
from sitegen.store.memo import Memo
from sitegen.store.tree import holds


class Result(NamedTuple):
    """What a build came to. tree: the name of its manifest. base_url: as in a Site."""

    tree: str
    pages: int
    files: int
    base_url: str


def untouched(order: Order, state: Scan, out: Path, memo: Memo, keep: tuple[Path, ...]) -> Result | None:
    """What the last build of this order came to, if nothing has changed since, in the sources or in `out`.

    keep: as `publish` takes it. Raises what `holds` does.
    """
    asked, *told = json.loads(memo.get(_name()) or b"[null]")
    if not state.state or asked != _asked(order, state):
        return None
    last = Result(*told)
    if not holds(out, last.tree, keep=keep):
        return None
    ledger.rest(memo, code())
    order.tally.count("site", last.files, hits=last.files)
    return last


def remember(order: Order, state: Scan, made: Result, memo: Memo) -> None:
    """Keep what a build came to. state: of the sources as it was before the build began."""
    memo.keep({_name(): json.dumps([_asked(order, state), *made]).encode()})


def _name() -> bytes:
    """One for all orders: what stands here is of the very last build."""
    return Key(code(), "site").digest


def _asked(order: Order, state: Scan) -> str:
    return f"{state.state} {order.asked} {order.commit}"
