"""Words where there is little room, or where a reader sets them wide apart: none is lost."""

from __future__ import annotations

from collections.abc import Callable

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
SMALL, LOW, WIDE = {"width": 320, "height": 640}, {"width": 320, "height": 256}, {"width": 1280, "height": 900}
"""A small phone; a window of 1280 × 1024 at 400 per cent; one at 100."""
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


def lost(portal: Published, window: Page, *settings: Callable[[Page], object]) -> dict[tuple[str, int], list[str]]:
    """The losses on each kind of page with all of it opened, by path and setting, each on top of those before."""
    found = {}
    for each in portal.kinds:
        window.goto(f"{portal.url}{each.path}")
        wake(window)
        for number, setting in enumerate(settings):
            setting(window)
            found[each.path, number] = losses(window)
    assert found
    return {where: words for where, words in found.items() if words}


def test_no_word_is_lost_on_a_small_phone(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """None beyond the screen, cut off, covered or needlessly broken; nor at 400 per cent, nor with letters apart."""
    window = opened(viewport=SMALL).new_page()
    settings = (lambda _: None, lambda page: page.set_viewport_size(LOW), lambda page: page.evaluate(SPACED))
    assert {} == lost(portal, window, *settings)


def test_no_word_is_lost_in_a_wide_window(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """With letters apart."""
    assert {} == lost(portal, opened(viewport=WIDE).new_page(), lambda page: page.evaluate(SPACED))
