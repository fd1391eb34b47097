"""Reading with a keyboard, in the dark, and on paper."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.keyboard import tab_to
from tests.browser.published import ROOT_KIND, Published, PublishedPage

COLOURS = """() => { const { color, backgroundColor } = getComputedStyle(document.body);
  return [color, backgroundColor].map(text => text.match(/[\\d.]+/g).slice(0, 3).map(Number)); }"""


def inner(portal: Published) -> list[PublishedPage]:
    """Every kind of page that has a header, in one language: what is looked at here is the same in each."""
    return [page for page in portal.kinds if page.kind != ROOT_KIND and page.language == portal.languages[0]]


def luminance(colour: list[float]) -> float:
    """Relative luminance, as WCAG 2.2 defines it. colour: red, green, blue, 0–255."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shades(window: Page) -> tuple[float, float]:
    """The luminance of text and of paper."""
    text, paper = window.evaluate(COLOURS)
    return luminance(text), luminance(paper)


def test_the_skip_link_leads_past_the_menu(portal: Published, page: Page) -> None:
    """It is the first stop, seen when it has the focus, and the next stop lies in the main part."""
    for each in inner(portal):
        page.goto(f"{portal.url}{each.path}")
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer') !== null"), each.path
        assert page.url.endswith("#main")


def test_the_source_opens_by_keyboard(portal: Published, page: Page) -> None:
    """On a phone “Where does this come from?” is reached with Tab, opens with Enter and closes again."""
    page.set_viewport_size({"width": 360, "height": 800})
    quoting = [page for page in inner(portal) if 'class="whence' in page.html]
    assert {"project", "indicator"} <= {page.kind for page in quoting}
    for each in quoting:
        page.goto(f"{portal.url}{each.path}")
        details = page.locator("details.whence").first
        tab_to(page, "details.whence > summary, footer *")
        expect(page.locator("details.whence > summary").first).to_be_focused()
        for seen in (True, False):
            page.keyboard.press("Enter")
            expect(details.locator("[data-quote]").first).to_be_visible(visible=seen)


def test_the_dark_scheme_turns_text_and_paper_round(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Light text on dark paper for those who ask for it, with a contrast of 7 to 1 at least in both schemes."""
    path = inner(portal)[0].path
    found = {}
    for scheme in ("light", "dark"):
        window = opened(color_scheme=scheme).new_page()
        window.goto(f"{portal.url}{path}")
        found[scheme] = shades(window)
    for scheme, (text, paper) in found.items():
        assert (scheme == "dark") == (text > paper)
        assert (max(text, paper) + 0.05) / (min(text, paper) + 0.05) >= 7


def test_paper_carries_no_menu(portal: Published, page: Page) -> None:
    """What can only be clicked is left out in print; the title and the text are there."""
    page.emulate_media(media="print")
    for each in inner(portal):
        page.goto(f"{portal.url}{each.path}")
        expect(page.locator(".main-menu")).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator(".main-menu")).to_be_visible()
