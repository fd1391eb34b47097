"""Where a figure comes from: beside it where there is room, in a fold beneath it where there is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import Published

DESK, PHONE = 1280, 360
KINDS = ("indicator", "project")


@pytest.fixture
def shown(portal: Published, opened: Callable[..., BrowserContext]) -> Callable[[str, int], Page]:
    """The page of a kind in a window of a width."""

    def show(kind: str, width: int) -> Page:
        window = opened(viewport={"width": width, "height": 800}).new_page()
        page = next(each for each in portal.having('class="whence"') if each.kind == kind)
        window.goto(f"{portal.url}{page.path}")
        return window

    return show


def read_aloud(window: Page) -> str:
    """What assistive technology is told of the note, each thing in a line."""
    return window.locator(".notes section:has(.whence)").first.aria_snapshot()


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_stands_open_in_the_margin(kind: str, shown: Callable[[str, int], Page]) -> None:
    """To the right of the text, and nothing tells that it is closed, or could be."""
    window = shown(kind, DESK)
    quote, text = window.locator("[data-quote]").first, window.locator(".article > :first-child")
    expect(quote).to_be_visible()
    expect(window.locator(".notes summary").first).to_be_hidden()
    place, beside = quote.bounding_box(), text.bounding_box()
    assert place is not None
    assert beside is not None
    assert place["x"] > beside["x"] + beside["width"]
    assert place["y"] < window.viewport_size["height"] + beside["y"]  # type: ignore[index] # the window has a size
    assert "blockquote" in read_aloud(window)


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_is_folded_on_a_phone(kind: str, shown: Callable[[str, int], Page]) -> None:
    """Beneath the text; it is told as closed, and what it holds is told once it is open."""
    window = shown(kind, PHONE)
    quote, fold = window.locator("[data-quote]").first, window.locator(".notes summary").first
    expect(quote).to_be_hidden()
    assert "blockquote" not in read_aloud(window)
    fold.click()
    expect(quote).to_be_visible()
    assert "blockquote" in read_aloud(window)
