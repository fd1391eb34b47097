"""Pages in a browser that runs no script: all that they say is there."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import Published

CONTROLS = "[data-chart-button], [data-filter]"


def lines(window: Page) -> list[str]:
    """What the main part shows, line by line."""
    return [line.strip() for line in window.locator("main").inner_text().splitlines() if line.strip()]


def test_pages_say_the_same_without_script(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Every kind of page, in every language: the same text but for controls that only a script can answer.

    The search is one such control as a whole, and what it says without script has a test of its own.
    """
    scripted, plain = opened().new_page(), opened(java_script_enabled=False).new_page()
    for each in (each for each in portal.kinds if each.kind != "search"):
        for window in (scripted, plain):
            window.goto(f"{portal.url}{each.path}")
        if buttons := scripted.locator("[data-chart-button]").count():
            expect(scripted.locator("[data-chart-button]:not([hidden])")).to_have_count(buttons)
        expect(scripted.locator("[data-filter][hidden]")).to_have_count(0)
        scripted.evaluate("asked => document.querySelectorAll(asked).forEach(each => each.remove())", CONTROLS)
        assert lines(scripted) == lines(plain), each.path


def test_an_indicator_is_complete_without_script(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Finding, drawing, table and source are seen, the last two in folds; nothing promises what cannot be had."""
    window = opened(java_script_enabled=False, viewport={"width": 360, "height": 800}).new_page()
    for each in (each for each in portal.having("data-chart-button") if each.kind == "indicator"):
        window.goto(f"{portal.url}{each.path}")
        expect(window.locator(".finding").first).to_be_visible()
        expect(window.locator("[data-chart-drawing] svg").locator("visible=true")).to_have_count(1)
        window.locator("details.tabled summary").first.click()
        expect(window.locator(".table table").first).to_be_visible()
        expect(window.locator("[data-chart-button]")).to_be_hidden()
        window.locator("details.whence summary").first.click()
        expect(window.locator("[data-quote]").first).to_be_visible()
