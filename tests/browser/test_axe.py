"""axe on each kind of page, at rest and in use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import findings
from tests.browser.published import Published

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
FILTER, FACET = "data-filter", "details.facet > summary"
CHART = "data-chart-button"


def opened_filter(window: Page) -> None:
    """Each facet open, a term chosen, a badge to remove it."""
    expect(window.locator(f"[{FILTER}]")).to_be_visible()
    for facet in window.locator(FACET).all():
        facet.click()
    window.locator("details.facet input").first.check()
    expect(window.locator("[data-badges] button").first).to_be_visible()


def live_chart(window: Page) -> None:
    """The drawing exchanged for the interactive chart."""
    window.locator(f"[{CHART}]").first.click()
    expect(window.locator(".chart-live svg").first).to_be_visible()


def results(window: Page) -> None:
    """A search that finds pages."""
    window.locator("#q").fill("a")
    window.locator("#q").press("Enter")
    expect(window.locator("[data-found] li a").first).to_be_visible()


USES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "filter": (FILTER, opened_filter),
    "chart": (CHART, live_chart),
    "search": ('data-kind="search"', results),
}


def test_what_breaks_a_rule_is_found(page: Page) -> None:
    """Contrast, a name and the size of a target: axe runs, with what WCAG 2.2 added."""
    page.set_content(
        "<html lang=sv><title>x</title><main><h1>x</h1><p style='color:#aaa'>pale</p><input>"
        "<button style='width:9px;height:9px;padding:0'>a</button><button style='width:9px;height:9px;padding:0'>b"
    )
    assert {"color-contrast", "label", "target-size"} == {each.partition(":")[0] for each in findings(page)}


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", WIDE), ("light", NARROW)])
def test_nothing_is_found_on_any_kind_of_page(
    scheme: str, size: dict[str, int], real: Published, opened: Callable[..., BrowserContext]
) -> None:
    """In every language: the fullest page of each kind, in light, in dark and on the smallest phone."""
    window = opened(color_scheme=scheme, viewport=size).new_page()
    found = {}
    for each in real.kinds:
        window.goto(f"{real.url}{each.path}")
        found[each.path] = findings(window)
    assert {} == {path: faults for path, faults in found.items() if faults}


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
def test_nothing_is_found_in_use(
    use: str, scheme: str, size: dict[str, int], real: Published, opened: Callable[..., BrowserContext]
) -> None:
    """With a filter open, an interactive chart, and results of a search, on each kind of page that has them."""
    mark, put_to_use = USES[use]
    window = opened(color_scheme=scheme, viewport=size).new_page()
    found = {}
    for each in real.having(mark):
        window.goto(f"{real.url}{each.path}")
        put_to_use(window)
        found[each.path] = findings(window)
    assert {} == {path: faults for path, faults in found.items() if faults}
    assert set(real.languages) == {each.language for each in real.having(mark)}
