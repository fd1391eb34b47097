"""What a build does, step by step: how often, how often in vain, and for how long.

In: steps as they are done. Out: their numbers, for whoever wants to know where time goes; no byte of a site depends on
them. It must not know what a step does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import local
from time import perf_counter


@dataclass
class Step:
    """calls: how often it was asked for. hits: how often the answer was remembered; None where nothing is remembered.

    seconds: its own, in all processes.
    """

    calls: int = 0
    hits: int | None = None
    seconds: float = 0.0


def unwatched(made: Iterable[bytes], _: int) -> Iterable[bytes]:
    """The same, shown to nobody."""
    return made


@dataclass
class Tally:
    """The steps of a build by name. watch: shows how far it is with files of which so many are to be made."""

    watch: Callable[[Iterable[bytes], int], Iterable[bytes]] = unwatched
    steps: dict[str, Step] = field(default_factory=dict)
    _here: local = field(default_factory=local)
    """Of each thread: the seconds of what it has measured within the step that it is in."""

    def count(self, name: str, calls: int, hits: int | None = None, seconds: float = 0.0) -> None:
        """Add to the numbers of a step."""
        step = self.steps.setdefault(name, Step())
        step.calls += calls
        step.seconds += seconds
        if hits is not None:
            step.hits = (step.hits or 0) + hits

    @contextmanager
    def timed(self, name: str = "", *, calls: int = 1) -> Iterator[None]:
        """Measure a step, less those within it; without a name, its time is counted nowhere."""
        start, outer = perf_counter(), getattr(self._here, "within", 0.0)
        self._here.within = 0.0
        try:
            yield
        finally:
            spent = perf_counter() - start
            if name:
                self.count(name, calls, seconds=spent - self._here.within)
            self._here.within = outer + spent
