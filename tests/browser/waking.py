"""A page with everything that a reader can open: what scripts make of it is there to be looked at."""

from __future__ import annotations

from playwright.sync_api import Page, expect

UNFOLD = 'document.querySelectorAll("details").forEach((each) => each.setAttribute("open", ""))'


def wake(window: Page) -> None:
    """Everything that a reader can open is open: passages, charts, a filter, a search."""
    window.evaluate(UNFOLD)
    for button in window.locator("[data-chart-button]").all():
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    for facet in window.locator("[data-filter] details").all():
        facet.locator("input[type=checkbox]").first.check()
    if window.locator("[data-search]").count():
        words = window.locator(".letters a").first.inner_text()
        window.locator("#q").fill(words)
        window.locator("#q").press("Enter")
        expect(window.locator("[data-search]")).to_have_attribute("aria-busy", "false")
        expect(window.locator("[data-found] a").first).to_be_visible()
