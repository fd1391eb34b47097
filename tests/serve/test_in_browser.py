"""Live reload in a real browser, under the policy of the published site."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect

from sitegen.render.publishing import headers, redirects
from sitegen.serve.application import application
from sitegen.serve.outcome import Outcome
from sitegen.serve.state import State
from sitegen.views.publishing import Headers, Redirects
from tests.chromium import chromium

# With an icon: a browser that is told of none asks for one, and complains.
PAGE = '<!doctype html><title>x</title><link rel="icon" href="data:,"><body><p>{}</p></body>'


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A tree of one page and its rules."""
    (tmp_path / "_headers").write_bytes(headers(Headers(preview=True, search=False)))
    (tmp_path / "_redirects").write_bytes(redirects(Redirects((), ())))
    (tmp_path / "index.html").write_text(PAGE.format("first"))
    return tmp_path


class Served:
    """A server in a thread, and its state, which changes within the server's own loop."""

    def __init__(self, out: Path, listener: socket.socket) -> None:
        self.state = State(Outcome(()), run="run")
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        self.server = uvicorn.Server(uvicorn.Config(application(out, self.state), log_level="error", ws="none"))
        self.loop = asyncio.new_event_loop()
        self.listener = listener

    def run(self) -> None:
        """Serve until told to stop."""
        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self.server.serve(sockets=[self.listener]))

    def built(self, outcome: Outcome) -> None:
        """A build has ended."""
        self.loop.call_soon_threadsafe(self.state.replace, outcome)

    def stop(self) -> None:
        """End the server and all that wait."""
        self.server.should_exit = True
        self.loop.call_soon_threadsafe(self.state.close)


@contextmanager
def serving(out: Path) -> Iterator[Served]:
    """`out` on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        served = Served(out, listener)
        thread = threading.Thread(target=served.run)
        thread.start()
        try:
            yield served
        finally:
            served.stop()
            thread.join(5)


@contextmanager
def browsing() -> Iterator[Page]:
    """A page of the system's own browser."""
    with chromium() as browser:
        yield browser.new_page()


def test_a_page_reloads_and_shows_faults_under_the_strict_policy(out: Path) -> None:
    """Edits appear, faults lie over the page in their style and go again, and the console stays silent."""
    said: list[str] = []
    with browsing() as page, serving(out) as served:
        page.on("console", lambda message: said.append(message.text))
        page.goto(served.url)
        (out / "index.html").write_text(PAGE.format("second"))
        served.built(Outcome(()))
        expect(page.locator("p")).to_have_text("second")
        served.built(Outcome(("x.yaml:1:2 <b>",), heading="Faults"))
        expect(page.get_by_role("alert")).to_contain_text("x.yaml:1:2 <b>")
        expect(page.get_by_role("alert")).to_have_css("position", "fixed")
        served.built(Outcome(()))
        expect(page.get_by_role("alert")).to_have_count(0)
        page.close()
    assert [] == said
