"""Words where there is little room, or where a reader sets them wide apart: none is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.losses import losses
from tests.browser.published import Published
from tests.browser.waking import wake

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""What WCAG 2.2 (1.4.12) lets a reader ask for."""
ROOMS = {
    "a small phone": ({"width": 320, "height": 640}, "() => {}"),
    "a wide window at 400 per cent": ({"width": 320, "height": 256}, "() => {}"),
    "a small phone, letters apart": ({"width": 320, "height": 640}, SPACED),
    "a wide window, letters apart": ({"width": 1280, "height": 900}, SPACED),
}
FAULTS = """<!doctype html><main style="width:200px;position:relative;font:16px/1 monospace">
<p style="width:300vw">far</p><p style="height:8px;overflow:hidden">low</p>
<p style="word-break:break-all">aaa bbbbbbbbbbbbbbbbbb</p>
<p style="position:absolute;top:0;left:0;margin:0">upon</p><p style="position:absolute;top:0;left:0;margin:0">under</p>
<span style="position:absolute;clip-path:inset(50%)">unseen</span></main>"""


def test_what_is_lost_is_found(page: Page) -> None:
    """A page that is too wide, a line cut off, a word broken that would fit, and one word upon another."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(FAULTS)
    kinds = {each.partition(":")[0]: each for each in losses(page)}
    assert {"sideways", "cut off", "broken", "covered"} == set(kinds)
    assert "unseen" not in str(kinds)


@pytest.mark.parametrize("room", ROOMS)
def test_no_word_is_lost(room: str, portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """On any kind of page, with all of it opened: none beyond the screen, cut off, covered, or needlessly broken."""
    size, setting = ROOMS[room]
    window = opened(viewport=size).new_page()
    found = {}
    for each in portal.kinds:
        window.goto(f"{portal.url}{each.path}")
        wake(window)
        window.evaluate(setting)
        found[each.path] = losses(window)
    assert {} == {path: lost for path, lost in found.items() if lost}
