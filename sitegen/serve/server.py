"""The server's process: the port, the watcher and the loop in which both run.

In: what `serve` was called with. Out: answered requests, until interrupted. The watcher (watchfiles) and the
server (uvicorn) are kept ones; this module only joins them. It must not know what is built.
"""

from __future__ import annotations

import asyncio
import errno
import secrets
import socket
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn
from watchfiles import Change, DefaultFilter, awatch

from sitegen.serve.application import application
from sitegen.serve.outcome import Build, Outcome, Unservable
from sitegen.serve.state import State
from sitegen.source.problems import Message, say

HOST = "127.0.0.1"
WATCHED = ("content", "locale", "themes")
# Milliseconds without a further change before a build starts: an editor writes several files at once.
QUIET = 10
# And before what a hasty build left as it was is made.
SETTLED = 500


def run(*, root: Path, out: Path, port: int, build: Build, announce: Callable[[str], None]) -> None:
    """See sitegen.serve.serve."""
    root, out = root.resolve(), out.resolve()  # the watcher speaks of resolved paths
    with _listening(port) as listener, suppress(KeyboardInterrupt):  # the way in which an editor ends it
        url = f"http://{HOST}:{listener.getsockname()[1]}/"
        asyncio.run(_until_interrupted(root, out, _Builder(build), listener, lambda: announce(url)))


class _Builder:
    """Builds, one at a time, and holds what the last build came to."""

    def __init__(self, build: Build) -> None:
        self.state = State(Outcome(()), run=secrets.token_hex(4))
        self._build = build
        self._alone = asyncio.Lock()
        self._hasty = False

    async def renew(self, *, hasty: bool) -> None:
        """Build in a thread, so that pages are answered meanwhile."""
        async with self._alone:
            self._hasty = hasty
            self.state.replace(await asyncio.to_thread(_outcome, self._build, hasty))

    async def settle(self) -> None:
        """Make what a hasty build left as it was. No page is told to reload for it."""
        async with self._alone:
            if self._hasty:
                self._hasty = False
                outcome = await asyncio.to_thread(_outcome, self._build, False)  # noqa: FBT003 - hasty
                if outcome != self.state.outcome:
                    self.state.replace(outcome)


class _Server(uvicorn.Server):
    """Lets pages that wait for a reload go before it waits for its connections to end."""

    def __init__(self, config: uvicorn.Config, state: State) -> None:
        super().__init__(config)
        self._state = state

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._state.close()
        super().handle_exit(sig, frame)


async def _until_interrupted(
    root: Path, out: Path, builder: _Builder, listener: socket.socket, ready: Callable[[], None]
) -> None:
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_watch(root, out, builder, stop))
        # The watch begins in the task's first step: no edit falls between the first build and the watch.
        await asyncio.sleep(0)
        await builder.renew(hasty=False)
        ready()
        await _server(out, builder.state).serve(sockets=[listener])
        stop.set()


async def _watch(root: Path, out: Path, builder: _Builder, stop: asyncio.Event) -> None:
    watched = [folder for folder in (root / name for name in WATCHED) if folder.is_dir()]
    async for changes in awatch(
        *watched,
        watch_filter=_counts(root, out),
        step=QUIET,
        rust_timeout=SETTLED,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        await (builder.renew(hasty=True) if changes else builder.settle())


def _server(out: Path, state: State) -> _Server:
    answers = application(out, state)
    config = uvicorn.Config(answers, log_level="warning", access_log=False, lifespan="off", ws="none")
    return _Server(config, state)


def _counts(root: Path, out: Path) -> Callable[[Change, str], bool]:
    """Which changes ask for a build.

    None that a build makes itself, or it would never end: the tree, hidden names beside it, catalogs.
    """
    usual = DefaultFilter()

    def counts(change: Change, name: str) -> bool:
        path = Path(name)
        hidden = any(part.startswith(".") for part in path.parts[len(root.parts) :])
        return usual(change, name) and not (hidden or path.is_relative_to(out) or path.suffix == ".mo")

    return counts


def _outcome(build: Build, hasty: bool) -> Outcome:  # noqa: FBT001 - as the caller of `serve` is told
    """A template that breaks half-way through an edit is shown like any fault: the server stays up."""
    try:
        return build(hasty)
    except Exception:  # noqa: BLE001 - it ends in front of the one who edits
        return Outcome((traceback.format_exc(),))


def _listening(port: int) -> socket.socket:
    # Only of a socket that says that it speaks TCP, asyncio sends what is small at once, not 40 milliseconds later.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # A port that was ours a moment ago is free, whatever connections linger.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise Unservable(_reason(error, port)) from error
    return listener


def _reason(error: OSError, port: int) -> Message:
    if error.errno == errno.EADDRINUSE:
        return say("Port %(port)s is in use: stop the other program, or choose another port with --port.", port=port)
    return say(
        "Port %(port)s cannot be used (%(reason)s): choose another port with --port.",
        port=port,
        reason=error.strerror,
    )
