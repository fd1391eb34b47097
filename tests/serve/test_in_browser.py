"""Pages that follow edits, in a real browser, under the policy of the published site."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

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
        self.out = out
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


PLACE = "[document.activeElement.href, document.activeElement.getBoundingClientRect().top]"
SHOWS = "expected => expected.endsWith(document.documentElement.outerHTML)"


class Edit(NamedTuple):
    """Of the page at an address: what comes in place of what is first found."""

    page: str
    found: str
    instead: str


TEXT, PROJECT, CHART, LISTS = "sv/om-portalen/", "sv/projekt/ai-assistent/", "sv/fardplaner/2024/", "sv/projekt/"
IN_PLACE = {
    "text": Edit(TEXT, "</p>", " Nytt.</p>"),
    "markup": Edit(TEXT, "<h2>(.*?)</h2>", r"<h3 class='x'>\1</h3><!-- y --> z"),
    "title": Edit(TEXT, "(?s)<title>(.*?)</title>(.*)<h1>(.*?)</h1>", r"<title>Å \1</title>\2<h1>Å \3</h1>"),
    "description": Edit(TEXT, '<meta name="description" content="', r"\g<0>Å"),
    "section added": Edit(PROJECT, "<section", '<section id="x"><h2>X</h2><p>y</p></section>\n<section'),
    "section removed": Edit(PROJECT, "(?s)<section.*?</section>", ""),
    "sections exchanged": Edit(PROJECT, "(?s)(<section.*?</section>)(.*?)(<section.*?</section>)", r"\3\2\1"),
    "end": Edit(PROJECT, "</main>", "<p>z</p>"),
    "nothing": Edit(TEXT, "^", ""),
    "nothing, with a chart": Edit(CHART, "^", ""),
    "nothing, with a filter": Edit(LISTS + "?q=data", "^", ""),
    "target kept": Edit(TEXT + "#main", "</p>", " Nytt.</p>"),
}
"""What is put in its place: the page stays."""
ANEW = {
    "text beside a chart": Edit(CHART, "</p>", " Nytt.</p>"),
    "text beside a filter": Edit(LISTS + "?q=data&sort=name", "</p>", " Nytt.</p>"),
    "script": Edit(TEXT, "</main>", '<script type="module" src="/x.js"></script></main>'),
    "style": Edit(TEXT, '<link rel="stylesheet".*?>', ""),
    "policy": Edit(TEXT, "<meta http-equiv.*?>", ""),
    "language": Edit(TEXT, 'lang="sv"', 'lang="fi"'),
    "template": Edit(TEXT, "</main>", "<template><p></p></template></main>"),
    "target": Edit(TEXT + "#main", '<main id="main"', '<main id="main" class="x"'),
}
"""What only a load can show."""
EDITS = {name: (edit, edit in IN_PLACE.values()) for name, edit in (IN_PLACE | ANEW).items()}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own browser."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real portal, with files that can be edited."""
    out = shutil.copytree(site, tmp_path_factory.mktemp("served") / "public")
    with serving(out) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window; what waits in it is let go."""
    with browser.new_context() as context:
        yield context.new_page()


@contextmanager
def edited(out: Path, edit: Edit) -> Iterator[None]:
    """The file of the page, edited; as it was at the end."""
    file = out / re.split("[?#]", edit.page)[0] / "index.html"
    text = file.read_text("utf-8")
    file.write_text(re.sub(edit.found, edit.instead, text, count=1), "utf-8")
    yield
    file.write_text(text, "utf-8")


def loaded(browser: Browser, address: str) -> str:
    """The markup of a page that is loaded now, after its scripts."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        return page.content()


@pytest.mark.parametrize("name", EDITS)
def test_a_page_becomes_what_a_load_would_show(served: Served, browser: Browser, page: Page, name: str) -> None:
    """Whatever is edited; the page stays where it can, and is loaded anew where it must."""
    edit, stays = EDITS[name]
    address = served.url + edit.page
    page.goto(address)
    page.evaluate("window.stays = true")
    with edited(served.out, edit):
        served.built(Outcome(()))
        expected = loaded(browser, address)
        page.wait_for_function(SHOWS, arg=expected)
        assert stays is page.evaluate("window.stays === true")


def test_whoever_reads_is_not_disturbed(served: Served, page: Page) -> None:
    """What has the focus keeps it, at its place in the window, even if something comes above it."""
    edit = IN_PLACE["section added"]
    page.goto(served.url + edit.page)
    page.evaluate("document.querySelector('footer a').focus()")
    before = page.evaluate(PLACE)
    with edited(served.out, edit):
        served.built(Outcome(()))
        page.wait_for_selector("#x")
        focused, top = page.evaluate(PLACE)
        assert before == [focused, pytest.approx(top, abs=1)]  # browsers scroll by whole pixels


def test_what_a_reader_has_opened_stays_open(served: Served, page: Page) -> None:
    """And what has the focus within it keeps it."""
    edit = Edit(PROJECT, "<footer", "<p id='x'>y</p><footer")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(served.url + edit.page)
    summary = page.locator("main details > summary").first
    summary.click()
    with edited(served.out, edit):
        served.built(Outcome(()))
        page.wait_for_selector("#x")
        expect(summary).to_be_focused()
        expect(page.locator("main details").first).to_have_attribute("open", "")


def test_a_page_that_is_gone_is_loaded_anew(served: Served, page: Page) -> None:
    """There is no page to take anything from."""
    file = served.out / TEXT / "index.html"
    page.goto(served.url + TEXT)
    kept = file.rename(file.with_name("kept"))
    # To the end of the load: to close a window in the middle of one may never end.
    with page.expect_navigation() as moved:
        served.built(Outcome(()))
    assert 404 == moved.value.status
    kept.rename(file)


def test_a_page_shows_edits_and_faults_under_the_strict_policy(out: Path, page: Page) -> None:
    """Edits appear, faults lie over the page in their style and go again, and the console stays silent."""
    said: list[str] = []
    with serving(out) as served:
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
