"""A built tree on a free port, answered as the published site is: packed, and with nothing put into the pages.

In: the folder of a built tree. Out: its address. Headers and redirects are obeyed as in the project's own
server, whose script that reloads a page would be measured with the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.serve.application import CONTENT_TYPES, DEFAULT_CACHING
from sitegen.serve.netlify import headers_for, parse_headers, parse_redirects, resolve
from tests.browser.serving import listening


@contextmanager
def publishing(out: Path) -> Iterator[str]:
    """The address of `out`, without a slash at the end."""
    with listening(GZipMiddleware(_answers(out), minimum_size=0)) as url:
        yield url


def _answers(out: Path) -> ASGIApp:
    headers = parse_headers((out / "_headers").read_text("utf-8"))
    redirects = parse_redirects((out / "_redirects").read_text("utf-8"))

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        served = resolve(redirects, path, lambda file: (out / file).is_file())
        fields = dict(headers_for(headers, path))
        if served.file is None:
            moved = {"Location": served.location or "/"}
            await Response(status_code=served.status, headers=moved)(scope, receive, send)
            return
        kind = CONTENT_TYPES.get(Path(served.file).suffix, "application/octet-stream")
        fields = {"Content-Type": kind, "Cache-Control": DEFAULT_CACHING} | fields
        await Response((out / served.file).read_bytes(), served.status, fields)(scope, receive, send)

    return answer
