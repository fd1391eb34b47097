"""Pages on paper: without what can only be clicked, with address, date and source, in colours for paper."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import Published, PublishedPage

A4 = {"width": 680, "height": 970}
"""CSS pixels within the margins."""
PRINTED = ("indicator", "project", "roadmap")
COLOURS = """() => ["--chart-value", "--chart-target", "--ink", "--tone-done"].map(name =>
  getComputedStyle(document.documentElement).getPropertyValue(name))"""
CLIPPED = """() => [...document.querySelectorAll(".scroll")]
  .filter(each => each.clientWidth && each.scrollWidth > each.clientWidth + 1)
  .map(each => each.getAttribute("aria-labelledby"))"""
FOLDED = """() => [...document.querySelectorAll("details.whence [data-quote]")]
  .filter(each => !each.checkVisibility()).length"""
WHOLE = """() => [...document.querySelectorAll("main tr, main li, main figure")]
  .filter(each => each.checkVisibility()).map(each => getComputedStyle(each).breakInside)"""
CLICKABLE = "header.site, .crumbs, .filter, .groups, .neighbours, .related, .download, .chart-action, footer.site nav"


def printed(portal: Published) -> list[PublishedPage]:
    """The pages that somebody takes to a meeting, in every language."""
    return [page for page in portal.kinds if page.kind in PRINTED]


def on_paper(window: Page, portal: Published, page: PublishedPage) -> None:
    """Go there, as a printer sees it."""
    window.goto(f"{portal.url}{page.path}")
    window.emulate_media(media="print")


def test_paper_says_where_it_comes_from(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """The address, and one line to cite by with source and date; nothing that can only be clicked."""
    window = opened(viewport=A4).new_page()
    for each in printed(portal):
        on_paper(window, portal, each)
        expect(window.locator(".on-paper")).to_contain_text(each.path)
        expect(window.locator(".cite")).to_contain_text(each.path)
        expect(window.locator(".as-of")).to_be_visible()
        expect(window.locator(CLICKABLE).locator("visible=true")).to_have_count(0)
        window.emulate_media(media="screen")
        expect(window.locator(".on-paper")).to_be_hidden()


def test_paper_is_light_even_for_those_who_read_in_the_dark(
    portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """Charts and marks have the colours of the light scheme."""
    light, dark = (opened(color_scheme=scheme).new_page() for scheme in ("light", "dark"))
    for each in printed(portal):
        light.goto(f"{portal.url}{each.path}")
        on_paper(dark, portal, each)
        assert light.evaluate(COLOURS) == dark.evaluate(COLOURS), each.path
        assert "rgb(255, 255, 255)" == dark.evaluate("getComputedStyle(document.body).backgroundColor")
        dark.emulate_media(media="screen")
        assert light.evaluate(COLOURS) != dark.evaluate(COLOURS), each.path


def test_nothing_is_folded_or_cut_on_paper(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Quotations stand open, and tables fit the sheet."""
    window = opened(viewport=A4).new_page()
    for each in printed(portal):
        on_paper(window, portal, each)
        assert 0 == window.evaluate(FOLDED), each.path
        assert [] == window.evaluate(CLIPPED), each.path
        window.emulate_media(media="screen")
        assert window.evaluate(FOLDED) > 0, each.path


def test_nothing_stands_twice_or_is_cut_in_two_on_paper(real: Published, opened: Callable[..., BrowserContext]) -> None:
    """No table of what a drawing or list says, no button's words over what stands open; rows and drawings are whole."""
    window = opened(viewport=A4).new_page()
    for each in real.kinds:
        on_paper(window, real, each)
        expect(window.locator(".tabled, .whence > summary").locator("visible=true")).to_have_count(0)
        assert {"avoid"} >= set(window.evaluate(WHOLE)), each.path
