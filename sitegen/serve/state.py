"""The one thing that changes while the server runs: what the last build came to.

In: outcomes, from the watcher. Out: the present one, its version, and a way to wait for the next. All of it
is used within one event loop. This module must not know HTTP.
"""

from __future__ import annotations

import asyncio

from sitegen.serve.outcome import Outcome


class State:
    """run: sets this run of the server apart from earlier ones, so that pages of those reload too."""

    def __init__(self, outcome: Outcome, run: str) -> None:
        self.outcome = outcome
        self.closed = False
        self._run = run
        self._turn = 0
        self._changed = asyncio.Event()

    @property
    def version(self) -> str:
        """Differs after each build; safe in an address."""
        return f"{self._run}-{self._turn}"

    def replace(self, outcome: Outcome) -> None:
        """Take in the outcome of a new build and wake all who wait."""
        self.outcome = outcome
        self._turn += 1
        self._wake()

    def close(self) -> None:
        """Let all who wait go: the server is about to stop."""
        self.closed = True
        self._wake()

    async def newer_than(self, version: str) -> bool:
        """Wait until the version is another one: True; False when the server stops first."""
        while self.version == version and not self.closed:
            await self._changed.wait()
        return self.version != version

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
