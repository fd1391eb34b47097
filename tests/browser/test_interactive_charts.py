"""Drawings that become interactive charts, on the portal's own pages under its own policy."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.keyboard import tab_to
from tests.browser.published import Published, PublishedPage
from tests.browser.watching import Watch

BUTTON = "[data-chart-button]"
LINES = "texts => texts.flatMap(text => [...text.childNodes]).map(line => line.textContent)"


def assets_of_charts(watch: Watch) -> list[str]:
    """The names of what was loaded for charts: the library and specifications."""
    names = [asked.rpartition("/")[2] for asked in watch.asked]
    return sorted(
        name.partition(".")[0] if ".js" in name else name for name in names if "vega" in name or name.endswith("json")
    )


def charted(portal: Published) -> PublishedPage:
    """A page of one chart."""
    return next(page for page in portal.having(BUTTON.strip("[]")) if page.html.count("data-chart-drawing") == 1)


def words(drawing: Locator) -> list[str]:
    """Every word that is printed in a drawing, however its lines are broken, in alphabetical order."""
    lines = drawing.locator("text").evaluate_all(LINES)
    return sorted(word for line in lines for word in line.split())


def test_a_click_loads_the_chart_and_nothing_is_loaded_before(portal: Published, page: Page, watch: Watch) -> None:
    """On every kind of page with a drawing, in every language; the console stays silent under the policy."""
    for charts in portal.having(BUTTON.strip("[]")):
        watch.forget()
        page.goto(f"{portal.url}{charts.path}")
        figure = page.locator("[data-chart]").first
        expect(figure.locator(BUTTON)).to_be_visible()
        assert [] == assets_of_charts(watch), charts.path
        figure.locator(BUTTON).click()
        expect(figure.locator(".chart-live svg")).to_be_visible()
        expect(figure.locator("[data-chart-drawing]")).to_be_hidden()
        assert 2 == len(assets_of_charts(watch)), charts.path
        assert ([], [], []) == (watch.said, watch.failed, watch.beyond(portal.url)), charts.path
    assert {"cookies": [], "origins": []} == page.context.storage_state(indexed_db=True)


def test_the_chart_prints_the_words_of_the_drawing(portal: Published, page: Page) -> None:
    """Numbers and labels stand in the language of the page in both."""
    for charts in portal.having(BUTTON.strip("[]")):
        page.goto(f"{portal.url}{charts.path}")
        figure = page.locator("[data-chart]").first
        drawn = words(figure.locator("[data-chart-drawing] svg").locator("visible=true"))
        figure.locator(BUTTON).click()
        expect(figure.locator(".chart-live svg")).to_be_visible()
        assert drawn == words(figure.locator(".chart-live")), charts.path


def test_the_keyboard_reaches_the_button_and_opens_the_chart(real: Published, page: Page) -> None:
    """Tab leads there, Enter opens, Space closes, and the focus stays."""
    page.goto(f"{real.url}{charted(real).path}")
    button = page.locator(BUTTON)
    expect(button).to_be_visible()
    tab_to(page, f"{BUTTON}, footer *")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".chart-live svg")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("[data-chart-drawing]")).to_be_visible()
    expect(page.locator(".chart-live svg")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_chart_that_cannot_be_had_leaves_the_drawing(real: Published, page: Page) -> None:
    """Without library or specification the page says so in words of its own, and the drawing stays."""
    for missing in ("**/*.json", "**/vega.*.js"):
        page.route(missing, lambda route: route.abort())
        page.goto(f"{real.url}{charted(real).path}")
        button = page.locator(BUTTON)
        expect(page.locator("[data-chart-status]")).to_have_text("")
        button.click()
        expect(page.locator("[data-chart-status]")).to_have_text(button.get_attribute("data-failed") or "–")
        expect(page.locator("[data-chart-drawing]")).to_be_visible()
        expect(page.locator(".chart-live")).to_have_count(0)
        page.unroute(missing)
