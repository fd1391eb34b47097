"""A built tree on a free port, answered by the project's own server: `_headers` and `_redirects` are obeyed."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.serve.application import application
from sitegen.serve.outcome import Outcome
from sitegen.serve.state import State


@contextmanager
def serving(out: Path) -> Iterator[str]:
    """The address of `out`, without a slash at the end."""
    with listening(at_rest(application(out, State(Outcome(()), run="run")))) as url:
        yield url


@contextmanager
def listening(answers: ASGIApp) -> Iterator[str]:
    """The address at which `answers` is asked, without a slash at the end."""
    server = uvicorn.Server(uvicorn.Config(answers, log_level="error", lifespan="off", ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(5)


def at_rest(answers: ASGIApp) -> ASGIApp:
    """Pages do not wait for a rebuild: these never change, and an open request would count as one of their own."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        waits = scope["path"] == "/__reload.js"
        await (Response(media_type="text/javascript") if waits else answers)(scope, receive, send)

    return answer
