"""One order: what is read after something is stepped to after it, and stands after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import Published, PublishedPage
from tests.browser.waking import wake

MAIN = ("home", "roadmap", "projects", "project", "indicators", "indicator", "costs")
SIZES = {"narrow": {"width": 320, "height": 640}, "wide": {"width": 1280, "height": 900}}
# Of two stops, the later one lies below or further on; in another column it may lie above, but not before.
BACKWARDS = """() => {
  const stops = [...document.querySelectorAll("h1, h2, h3, a[href], button, input, select, summary, [tabindex]")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(".skip"));
  const found = stops.filter((each) => each.tabIndex > 0).map((each) => `out of turn: ${each.outerHTML.slice(0, 90)}`);
  const words = (each) => (each.textContent.trim() || each.name || "").slice(0, 40);
  stops.slice(1).forEach((later, at) => {
    const sooner = stops[at];
    if (sooner.contains(later)) return;
    const [one, other] = [sooner.getClientRects()[0], later.getClientRects()[0]];
    const above = other.bottom <= one.top + 1 && other.left < one.right;
    const before = other.right <= one.left + 1 && other.top < one.bottom - 1 && one.top < other.bottom - 1;
    if (above || before) found.push(`${words(sooner)} | ${words(later)}`);
  });
  return found;
}"""
EMPTY = """() => {
  const heads = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].filter((each) => each.checkVisibility());
  return heads.slice(1).filter((later, at) => {
    const between = new Range();
    between.setStartAfter(heads[at]);
    between.setEndBefore(later);
    return later.localName <= heads[at].localName && !/\\w/.test(between.toString());
  }).map((later) => heads[heads.indexOf(later) - 1].textContent);
}"""
FOCUSED = "(selector) => document.activeElement.matches(selector)"
MOST = 150
"""Stops on the way to one thing."""


def page_of(portal: Published, language: str, kind: str, having: str = "") -> PublishedPage:
    """The fullest page of a kind in a language, of those in which `having` stands."""
    (found,) = (each for each in portal.having(having) if (each.language, each.kind) == (language, kind))
    return found


def step_to(window: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(MOST):
        window.keyboard.press("Tab")
        if window.evaluate(FOCUSED, selector):
            return
    raise AssertionError(selector)


def test_what_stands_backwards_is_found(page: Page) -> None:
    """Turned round in a row or in a column, and a stop with a turn of its own."""
    page.set_content("""<!doctype html>
      <div style="display:flex;flex-direction:row-reverse"><a href="#">a</a> <a href="#">b</a></div>
      <div style="display:flex;flex-direction:column-reverse"><a href="#">c</a> <a href="#">d</a></div>
      <div style="columns:2"><a href="#">e</a><br><a href="#">f</a></div><button tabindex="1">g</button>""")
    assert ["a | b", "c | d"] == [each for each in page.evaluate(BACKWARDS) if "out of turn" not in each]
    assert 1 == sum("out of turn" in each for each in page.evaluate(BACKWARDS))


@pytest.mark.parametrize("size", SIZES)
def test_what_comes_next_stands_next(size: str, real: Published, opened: Callable[..., BrowserContext]) -> None:
    """On each main page, headings and controls: in the markup, for the keyboard and to the eye."""
    window = opened(viewport=SIZES[size]).new_page()
    found = {}
    for each in (each for each in real.kinds if each.kind in MAIN):
        window.goto(f"{real.url}{each.path}")
        wake(window)
        found[each.path] = window.evaluate(BACKWARDS)
    assert len(MAIN) * len(real.languages) == len(found)
    assert {} == {path: wrong for path, wrong in found.items() if wrong}


def test_no_heading_stands_over_nothing(portal: Published, page: Page) -> None:
    """Between a heading and the next of its rank there is a word, on every kind of page but a printed document."""
    page.set_content("<main><h2>a</h2><h3>b</h3><a>#</a><h3>c</h3><p>d</p></main>")
    assert ["b"] == page.evaluate(EMPTY)
    found = {}
    for each in (each for each in portal.kinds if each.kind != "document"):
        page.goto(f"{portal.url}{each.path}")
        found[each.path] = page.evaluate(EMPTY)
    assert {} == {path: empty for path, empty in found.items() if empty}


@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_leads_from_home_to_a_chart(
    size: str, language: str, real: Published, opened: Callable[..., BrowserContext]
) -> None:
    """Home, a roadmap, a project, the indicators, one of them, its interactive chart: Tab and Enter are enough."""
    window = opened(viewport=SIZES[size]).new_page()
    home, roadmap = (page_of(real, language, kind).path for kind in ("home", "roadmap"))
    indicators = page_of(real, language, "indicators").path
    indicator = page_of(real, language, "indicator", "data-chart-button").path
    window.goto(f"{real.url}{home}")
    step_to(window, f"main h2 > a[href='{roadmap}']")
    window.keyboard.press("Enter")
    expect(window).to_have_url(f"{real.url}{roadmap}")
    step_to(window, "main .houses a")
    window.keyboard.press("Enter")
    expect(window.locator("main")).to_have_attribute("data-kind", "project")
    if size == "narrow":
        step_to(window, ".menu-button")
        window.keyboard.press("Enter")
    step_to(window, f"nav a[href='{indicators}']")
    window.keyboard.press("Enter")
    expect(window).to_have_url(f"{real.url}{indicators}")
    step_to(window, f"main a[href='{indicator}']")
    window.keyboard.press("Enter")
    expect(window).to_have_url(f"{real.url}{indicator}")
    step_to(window, "[data-chart-button]")
    window.keyboard.press("Enter")
    expect(window.locator("[data-chart-button]").first).to_have_attribute("aria-pressed", "true")
    expect(window.locator(".chart-live svg").first).to_be_visible()
    expect(window.locator("[data-chart-button]").first).to_be_focused()


@pytest.mark.parametrize("size", [(360, 800), (1280, 800)], ids=str)
def test_four_answers_stand_in_the_first_screen(
    real: Published, opened: Callable[..., BrowserContext], size: tuple[int, int]
) -> None:
    """Each with its figure, above what one has to scroll for, on a phone and on a desk."""
    width, height = size
    window = opened(viewport={"width": width, "height": height}).new_page()
    for language in real.languages:
        window.goto(f"{real.url}{page_of(real, language, 'home').path}")
        figures = window.locator(".answer .amount strong")
        ends = figures.evaluate_all("all => all.map(each => each.getBoundingClientRect().bottom)")
        assert 4 == window.locator(".answer").count()
        assert [] == [end for end in ends if end > height], language
