"""Watch, build, reload: the portal in the editor's own browser.

In: folders, a port and a function that builds. Out: a server on 127.0.0.1 until it is interrupted. It obeys
the `_headers` and `_redirects` of the built tree. It must not know what is built, nor how; a change to the
program itself needs a restart. Nothing is loaded before `serve` is called: a build never waits for a server.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen.serve.outcome import Build, Outcome, Unservable

__all__ = ["Build", "Outcome", "Unservable", "serve"]


def serve(*, root: Path, out: Path, port: int, build: Build, announce: Callable[[str], None]) -> None:
    """Build, serve `out`, and build again whenever content, locale or themes under `root` change.

    port: 0 takes any free one. build: in haste after a change; when no other follows, again without. announce: called
    once with the address, when requests are answered.
    Returns when interrupted. Raises Unservable where the port cannot be had.
    """
    # Loads the server and the watcher, which a build does not need.
    from sitegen.serve.server import run  # noqa: PLC0415

    run(root=root, out=out, port=port, build=build, announce=announce)
