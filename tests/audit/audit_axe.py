"""axe on every page of the portal."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import findings
from tests.browser.published import Published

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
STATES = {
    "light": {"color_scheme": "light", "viewport": WIDE},
    "dark": {"color_scheme": "dark", "viewport": WIDE},
    "narrow": {"color_scheme": "light", "viewport": NARROW},
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_found_on_any_page(state: str, portal: Published, browser: Browser) -> None:
    """Whichever colours a reader's system asks for, and on the smallest phone."""
    options: dict[str, Any] = STATES[state]
    found: dict[str, tuple[str, ...]] = {}
    with browser.new_context(**options) as context:
        window = context.new_page()
        for page in portal.pages:
            window.goto(f"{portal.url}{page.path}")
            found[page.path] = findings(window)
    assert {} == {path: faults for path, faults in found.items() if faults}
    assert len(found) == len(portal.pages) > 100
