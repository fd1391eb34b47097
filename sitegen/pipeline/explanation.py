"""Why a file was made anew in the last build, or was not.

In: what builds remember. Out: the parts of the file's key that changed, down to the field of a view, the message of a
catalog and the token of a look, with what they were and are. It must not know words.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from sitegen.pipeline import ledger
from sitegen.pipeline.build import GIVEN
from sitegen.pipeline.incremental import view_key
from sitegen.pipeline.key import Key
from sitegen.store.memo import Memo


class Outcome(Enum):
    """What the last build did with a file."""

    FIRST = auto()
    GONE = auto()
    ANEW = auto()
    REMEMBERED = auto()
    KEPT = auto()


@dataclass(frozen=True)
class Difference:
    """A part that changed. kind: of part. name: which one. before, now: what it said; None where it was not there.

    said: False where only digests are known.
    """

    kind: str
    name: str
    before: Any = None
    now: Any = None
    said: bool = True


@dataclass(frozen=True)
class Explanation:
    """What became of a file, and why. quiet: in the last build that changed anything, which was not the last one."""

    path: str
    outcome: Outcome
    why: tuple[Difference, ...]
    quiet: bool


def explain(memo: Memo, path: str) -> Explanation | None:
    """The explanation for the file at `path` in the tree; None where no build made it that is remembered."""
    change = ledger.change(memo)
    if change is None:
        return None
    now = ledger.read(memo, change.code).get(path)
    if path not in change.before:
        return Explanation(path, Outcome.KEPT, (), change.quiet) if now else None
    before = change.before[path]
    if now is None or before is None:
        return Explanation(path, Outcome.FIRST if now else Outcome.GONE, (), change.quiet)
    outcome = Outcome.ANEW if path in change.anew or now[0].recipe == GIVEN else Outcome.REMEMBERED
    return Explanation(path, outcome, tuple(_Comparison(memo).keys(before[0], now[0])), change.quiet)


@dataclass(frozen=True)
class _Comparison:
    memo: Memo

    def keys(self, before: Key, now: Key) -> Iterator[Difference]:
        """In what two keys differ, the most far-reaching first."""
        if before.code != now.code:
            yield from self._parts("code", "", before.code, now.code)
        if before.recipe != now.recipe:
            yield Difference("recipe", "", before.recipe, now.recipe)
        if before.inputs != now.inputs and now.recipe == GIVEN:
            yield Difference("search", "", said=False)
        elif before.inputs != now.inputs:
            parts = self._parts("inputs", "", before.inputs, now.inputs)
            yield from sorted(parts, key=lambda each: not each.said)  # what tells its values tells more
        if before.view != now.view:
            yield from self._views(before.view, now.view)
        if before.text != now.text:
            yield Difference("text", "", said=False)

    def _parts(self, kind: str, name: str, before: str, now: str) -> Iterator[Difference]:
        """What two digests, or addresses, stand for; themselves where that is not remembered."""
        told = [ledger.told(self.memo, each) for each in (before, now)]
        if not all(told):
            yield Difference(kind, name, said=False)
            return
        for inner in told[1]:
            was, is_ = (each.get(inner, {}) for each in told)
            for part in sorted({*was, *is_}):
                if was.get(part) != is_.get(part):
                    yield from self._part(inner, part, was.get(part), is_.get(part))

    def _part(self, kind: str, name: str, before: Any, now: Any) -> Iterator[Difference]:  # noqa: ANN401 - of JSON
        if kind in ("code", "template", "file"):
            yield Difference(kind, name, said=False)
        elif kind in ("catalog", "asset") and before and now:
            yield from self._parts(kind, name, before, now)
        else:
            yield Difference(kind, name, before, now)

    def _views(self, before: str, now: str) -> Iterator[Difference]:
        kept = [self.memo.get(view_key(name)) for name in (before, now)]
        if None in kept:
            yield Difference("view", "view", said=False)
            return
        was, is_ = (json.loads(zlib.decompress(each)) for each in kept if each is not None)
        # What frames every page says again what the page says, or concerns all pages: it comes last.
        yield from sorted(fields("view", was, is_), key=lambda each: each.name.startswith("view.frame."))


def fields(name: str, before: Any, now: Any) -> Iterator[Difference]:  # noqa: ANN401 - of JSON
    """The fields in which two values of JSON differ, in the order in which they were declared."""
    if isinstance(before, Mapping) and isinstance(now, Mapping):
        for each in {**now, **before}:
            if before.get(each) != now.get(each):
                yield from fields(f"{name}.{each}", before.get(each), now.get(each))
    elif isinstance(before, list) and isinstance(now, list):
        yield from _items(name, before, now)
    else:
        yield Difference("view", name, before, now)


def _items(name: str, before: list[Any], now: list[Any]) -> Iterator[Difference]:
    """What came and went between what both lists begin with and what both end with."""
    shorter = min(len(before), len(now))
    start = next((at for at in range(shorter) if before[at] != now[at]), shorter)
    end = next((at for at in range(shorter - start) if before[-1 - at] != now[-1 - at]), shorter - start)
    was, is_ = before[start : len(before) - end], now[start : len(now) - end]
    for at in range(max(len(was), len(is_))):
        old, new = (each[at] if at < len(each) else None for each in (was, is_))
        if old != new:
            yield from fields(f"{name}[{start + at}]", old, new)
