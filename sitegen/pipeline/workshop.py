"""Makes what is not yet known: jobs that nothing is remembered of, in this process or in several.

In: keys with their jobs. Out: bytes for every key. Results depend neither on the number of processes nor on their
order. It must not know what a site consists of.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.pipeline.key import Key
from sitegen.pipeline.recipes import Job, Studio, done, packed, timed
from sitegen.pipeline.tally import Tally
from sitegen.store.memo import Memo

if TYPE_CHECKING:
    from concurrent.futures import Executor

COSTS: Mapping[str, float] = {"page": 3, "prose": 3, "drawing": 20, "specification": 2, "card": 50}
"""Milliseconds that a job takes, about; others take next to nothing."""
WORTH_A_POOL = 1500
"""Milliseconds of work from which several processes win: starting them takes several hundred."""
WORTH_A_CALL = 100
"""And from which they win where they run already."""
WORTH_WATCHING = 1000
"""Milliseconds of work that somebody who waits wants to see go on."""
CHUNK = 100
"""Milliseconds of work that are handed over at once."""


class AnotherProgram(Exception):
    """A process runs another version of this program, of Python or of a library: its bytes could be others."""


@dataclass(frozen=True)
class Workshop:
    """Where jobs are done.

    executor: gives the processes for that many milliseconds of work, where they win by it. tally: of what is done here.
    made: the keys that nothing was remembered of.
    """

    memo: Memo
    executor: Callable[[float], Executor | None] = lambda _: None
    tally: Tally = field(default_factory=Tally)
    made: set[Key] = field(default_factory=set)

    def make(self, studio: Studio, wanted: Mapping[Key, Callable[[], Job]]) -> Mapping[Key, bytes]:
        """The bytes of each key: what is remembered, else what its job makes."""
        digests = {key: key.digest for key in wanted}
        found = self.memo.find(digests.values())
        missing = [key for key in wanted if digests[key] not in found]
        new = dict(zip(missing, self._done(studio, tuple(wanted[key]() for key in missing)), strict=True))
        self.memo.keep({digests[key]: content for key, content in new.items()})
        self.made.update(missing)
        return {key: new[key] if key in new else found[digests[key]] for key in wanted}

    def remembered(self, code: str, recipe: str, inputs: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, unless it is remembered. inputs: the digest of all that decides over it but the code."""
        key = Key(code, recipe, inputs).digest
        name = recipe.partition(":")[0]
        if (known := self.memo.get(key)) is not None:
            self.tally.count(name, 1, hits=1)
            return known
        self.tally.count(name, 1, hits=0)
        with self.tally.timed(name, calls=0):
            made = make()
        self.memo.keep({key: made})
        return made

    def begun(self, code: str, recipe: str, inputs: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
        """`make` for `remembered`: under way already in another process, where there are several and it is needed.

        make: takes a second, and is of a module, so that it can be sent there.
        """
        if self.memo.known((Key(code, recipe, inputs).digest,)) or (pool := self.executor(WORTH_A_POOL)) is None:
            return make
        return pool.submit(make).result

    def _done(self, studio: Studio, jobs: tuple[Job, ...]) -> list[bytes]:
        cost = sum(map(_cost, jobs))
        pool = self.executor(cost)
        with self.tally.timed():
            done = self._here(studio, jobs) if pool is None else self._there(pool, studio, jobs)
            return list(self.tally.watch(done, len(jobs)) if cost >= WORTH_WATCHING else done)

    def _here(self, studio: Studio, jobs: tuple[Job, ...]) -> Iterator[bytes]:
        for job in jobs:
            yield self._counted(job, *timed(studio, job))

    def _there(self, pool: Executor, studio: Studio, jobs: tuple[Job, ...]) -> Iterator[bytes]:
        sent = packed(studio, jobs)
        waiting = [(chunk, pool.submit(done, sent, chunk)) for chunk in _chunks(jobs)]
        for chunk, each in waiting:
            for job, (content, seconds) in zip(chunk, each.result(), strict=True):
                yield self._counted(job, content, seconds)

    def _counted(self, job: Job, content: bytes, seconds: float) -> bytes:
        self.tally.count(job.recipe, 1, hits=0, seconds=seconds)
        return content


def _cost(job: Job) -> float:
    return COSTS.get(job.recipe, 0.1)


def _chunks(jobs: tuple[Job, ...]) -> Iterator[tuple[Job, ...]]:
    chunk: list[Job] = []
    cost = 0.0
    for job in jobs:
        chunk.append(job)
        cost += _cost(job)
        if cost >= CHUNK:
            yield tuple(chunk)
            chunk, cost = [], 0.0
    if chunk:
        yield tuple(chunk)


class Pool:
    """Processes of this machine, started when they are first asked for; none where there is but one core.

    They are forked off a process of their own that has drawn nothing: the renderer of charts does not survive a fork.
    """

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers or len(os.sched_getaffinity(0))
        self._pool: Executor | None = None

    def __call__(self, cost: float) -> Executor | None:
        """The processes, if that many milliseconds of work are worth it."""
        if cost < (WORTH_A_CALL if self._pool else WORTH_A_POOL):
            return None
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only when there is much to do
        from multiprocessing import get_context  # noqa: PLC0415 - likewise

        if self._pool is None and self._workers > 1:
            context = get_context("forkserver")
            self._pool = ProcessPoolExecutor(self._workers, context, gc.set_threshold, gc.get_threshold())
        return self._pool

    def close(self) -> None:
        """Let the processes end."""
        if self._pool is not None:
            self._pool.shutdown()
