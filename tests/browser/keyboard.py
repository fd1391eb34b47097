"""Ways through a page with the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page

MANY = 400
"""More stops than any page has before its footer."""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is found by `selector` has the focus. Raises AssertionError where it never has."""
    for _ in range(MANY):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {selector} on {page.url}")
