"""The built tree over HTTP, as the published site will answer, with pages that keep up with it.

In: the tree's folder and the state. Out: a Starlette application. Nothing is remembered between requests, so
the tree may be swapped at any time. This module must not know how the tree is built or when.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from sitegen.serve.netlify import headers_for, parse_headers, parse_redirects, resolve
from sitegen.serve.overlay import SCRIPT, STYLE, bare, inject
from sitegen.serve.state import State

# Another site's name that is made to point here must not read this one (DNS rebinding).
HOSTS = ("localhost", "127.0.0.1", "[::1]")

# Netlify's own, where `_headers` says nothing else. Not the machine's table: it differs from one to the next.
DEFAULT_CACHING = "public, max-age=0, must-revalidate"
HTML = "text/html; charset=utf-8"
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv",
    ".html": HTML,
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_UNREMEMBERED = {"cache-control": "no-store"}


def application(out: Path, state: State) -> Starlette:
    """An ASGI application that answers from `out`, which need not exist yet."""
    site = _Site(out, state)
    return Starlette(
        routes=[
            Route("/__reload", site.events),
            Route("/__reload.js", site.script),
            Route("/__reload.css", site.style),
            Route("/{path:path}", site.page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
    )


@dataclass(frozen=True)
class _Site:
    out: Path
    state: State

    async def page(self, request: Request) -> Response:
        path = request.scope["path"]
        served = resolve(parse_redirects(self._text("_redirects")), path, self._exists)
        if served.location is not None:
            return _redirection(served.status, served.location, request.url.query)
        return self._nothing() if served.file is None else self._file(path, served.status, served.file)

    async def events(self, request: Request) -> Response:
        stream = _events(self.state, request.url.query)
        return StreamingResponse(stream, media_type="text/event-stream", headers=_UNREMEMBERED)

    async def script(self, _: Request) -> Response:
        return Response(SCRIPT, media_type="text/javascript", headers=_UNREMEMBERED)

    async def style(self, _: Request) -> Response:
        return Response(STYLE, media_type="text/css", headers=_UNREMEMBERED)

    def _file(self, path: str, status: int, file: str) -> Response:
        fields = _fields(file) | dict(_lowered(headers_for(parse_headers(self._text("_headers")), path)))
        content = (self.out / file).read_bytes()
        if fields["content-type"].startswith("text/html"):
            content = inject(content, self.state.version, self.state.outcome)
        return Response(content, status, fields)

    def _nothing(self) -> Response:
        """No file and no 404 page: no site was ever built."""
        if not self.state.outcome.problems:
            return PlainTextResponse("404", 404)
        page = bare(self.state.version, self.state.outcome)
        return Response(page, 503, _UNREMEMBERED | {"content-type": HTML})

    def _exists(self, file: str) -> bool:
        """Whether the tree itself has the file: a link that someone laid in it leads nowhere."""
        path = self.out / file
        return path.is_file() and path.resolve().is_relative_to(self.out.resolve())

    def _text(self, name: str) -> str:
        return (self.out / name).read_text("utf-8") if self._exists(name) else ""


async def _events(state: State, seen: str) -> AsyncIterator[bytes]:
    """One event when the page's version is not the latest (any more), and the end."""
    yield b"retry: 500\n\n"
    if await state.newer_than(seen):
        yield b"data: reload\n\n"


def _redirection(status: int, location: str, query: str) -> Response:
    """A browser would remember a 301 for good, and this is where addresses are tried out."""
    target = f"{location}?{query}" if query else location
    return Response(status_code=status, headers=_UNREMEMBERED | {"location": target})


def _fields(file: str) -> dict[str, str]:
    kind = CONTENT_TYPES.get(PurePosixPath(file).suffix, "application/octet-stream")
    return {"content-type": kind, "cache-control": DEFAULT_CACHING}


def _lowered(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name.lower(), value) for name, value in fields]
