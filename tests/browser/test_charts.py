"""Charts in a real browser, under the policy of the published site."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sitegen.render.charts import bundle, spec_json, svg
from tests.render.chart_samples import SAMPLES

SCRIPT = Path(__file__).parents[2] / "themes" / "riverside" / "assets" / "chart.js"
SITE = "http://portal.test/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
STYLE = "[hidden]{display:none} .chart-wide{display:none} figure{margin:0}"
FIGURE = """<figure data-chart><div data-chart-drawing>{drawing}</div>
<button type="button" hidden data-chart-button data-bundle="/vega.js" data-spec="/{spec}.json"
 data-name="{name}" data-failed="Diagrammet kunde inte hämtas.">Interaktivt</button>
<p role="status" data-chart-status></p></figure>"""
HEAD = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css"><script type="module" src="/chart.js"></script>"""


class Site:
    """Pages and files that a browser is answered with, what it asked for and what it said."""

    def __init__(self) -> None:
        self.files = {
            "chart.js": ("text/javascript", SCRIPT.read_bytes()),
            "style.css": ("text/css", STYLE.encode()),
            "vega.js": ("text/javascript", bundle()),
        }
        self.asked: list[str] = []
        self.said: list[str] = []

    def show(self, *names: str) -> None:
        """Make a page of these samples."""
        figures = (
            FIGURE.format(drawing=svg(SAMPLES[name]), spec=name, name=escape(SAMPLES[name].name)) for name in names
        )
        self.files[""] = ("text/html", (HEAD + "".join(figures)).encode())
        for name in names:
            self.files[f"{name}.json"] = ("application/json", spec_json(SAMPLES[name]))

    def answer(self, route: Route) -> None:
        """As a server would, with the policy on everything."""
        path = route.request.url.removeprefix(SITE).replace("%20", " ")
        self.asked.append(path)
        kind, body = self.files.get(path, ("text/plain", b""))
        status = 200 if path in self.files else 404
        route.fulfill(status=status, content_type=kind, body=body, headers={"Content-Security-Policy": POLICY})


@pytest.fixture(scope="module")
def library() -> Site:
    """The library is made once."""
    return Site()


@pytest.fixture
def site(library: Site) -> Site:
    """A site without pages, to which nobody has spoken."""
    made = object.__new__(Site)
    made.files, made.asked, made.said = dict(library.files), [], []
    return made


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A window as wide as a small phone."""
    window = browser.new_page(viewport={"width": 320, "height": 700})
    window.route(f"{SITE}**", site.answer)
    window.on("console", lambda message: site.said.append(message.text))
    window.on("pageerror", lambda error: site.said.append(str(error)))
    yield window
    window.close()


def test_nothing_is_loaded_before_a_reader_asks(page: Page, site: Site) -> None:
    """The page, its style and its script; then, once a page, the library, and a specification for each chart."""
    site.show("rising", "bars")
    page.goto(SITE)
    expect(page.locator("[data-chart-button]").first).to_be_visible()
    assert ["", "chart.js", "style.css"] == sorted(site.asked)
    for button in page.get_by_role("button").all():
        button.click()
    expect(page.locator(".chart-live svg")).to_have_count(2)
    assert ["bars.json", "rising.json", "vega.js"] == sorted(site.asked[3:])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_chart_becomes_interactive_under_the_policy(page: Page, site: Site, name: str) -> None:
    """Drawing and chart print the same words in the same order, and the console stays empty."""
    site.show(name)
    page.goto(SITE)
    drawn = page.locator("svg.chart-narrow text").all_text_contents()
    page.get_by_role("button").click()
    expect(page.locator(".chart-live svg")).to_be_visible()
    expect(page.locator("[data-chart-drawing]")).to_be_hidden()
    live = [text for text in page.locator(".chart-live text").all_text_contents() if text]
    assert (drawn, []) == (live, site.said)


def test_the_accessibility_tree_speaks_the_language_of_the_page(page: Page, site: Site) -> None:
    """The drawing is not in it; the interactive chart is one picture with a name of ours."""
    site.show("rising")
    page.goto(SITE)
    figure = page.get_by_role("figure")
    expect(figure).to_match_aria_snapshot('- figure:\n  - /children: equal\n  - button "Interaktivt"\n  - status')
    page.get_by_role("button").click()
    expect(page.locator(".chart-live svg")).to_be_visible()
    picture = '- img "Köpen steg mellan åren."'
    expected = f'- figure:\n  - {picture}\n  - button "Interaktivt" [pressed]\n  - status'.replace("- - ", "- ")
    assert expected == figure.aria_snapshot()
    assert 0 == page.locator(".chart-live [aria-label], .chart-live [role], .chart-live [tabindex]").count()


def test_the_keyboard_goes_there_and_back(page: Page, site: Site) -> None:
    """The button keeps the focus; pressed again, it gives the drawing back and loads nothing."""
    site.show("rising")
    page.goto(SITE)
    button = page.get_by_role("button")
    for pressed in ("true", "false", "true"):
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", pressed)
        expect(button).to_be_focused()
        expect(page.locator("[data-chart-drawing]")).to_be_visible(visible=pressed == "false")
        expect(page.locator(".chart-live")).to_be_visible(visible=pressed == "true")
    assert ["", "chart.js", "rising.json", "style.css", "vega.js"] == sorted(site.asked)


@pytest.mark.parametrize("missing", ["vega.js", "rising.json"])
def test_without_library_or_specification_the_drawing_stays(page: Page, site: Site, missing: str) -> None:
    """A status line says it in the words of the page, and the button is there for another try."""
    site.show("rising")
    kept = site.files.pop(missing)
    page.goto(SITE)
    button = page.get_by_role("button")
    button.click()
    expect(page.get_by_role("status")).to_have_text("Diagrammet kunde inte hämtas.")
    expect(page.locator("[data-chart-drawing]")).to_be_visible()
    assert ("false", 0) == (button.get_attribute("aria-pressed"), page.locator(".chart-live").count())
    site.files[missing] = kept
    page.reload()
    button.click()
    expect(page.locator(".chart-live svg")).to_be_visible()


def test_the_chart_follows_the_width_of_its_place(page: Page, site: Site) -> None:
    """From a phone to a desk and back: the layout changes at its turn, and nothing hangs over."""
    site.show("rising")
    page.goto(SITE)
    page.get_by_role("button").click()
    chart = page.locator(".chart-live svg")
    for width, size in ((800, "17px"), (320, "14px")):
        page.set_viewport_size({"width": width, "height": 700})
        place = page.evaluate("document.querySelector('figure').clientWidth")
        expect(chart).to_have_attribute("width", str(place))
        expect(page.locator(".chart-live text").first).to_have_attribute("font-size", size)


def test_a_chart_put_away_while_the_window_changes_fits_when_it_comes_back(page: Page, site: Site) -> None:
    """A hidden chart has no width to follow: it is told when it is shown."""
    site.show("rising")
    page.goto(SITE)
    button = page.get_by_role("button")
    button.click()
    expect(page.locator(".chart-live")).to_be_visible()
    button.click()
    expect(page.locator(".chart-live")).to_be_hidden()
    page.set_viewport_size({"width": 800, "height": 700})
    button.click()
    place = page.evaluate("document.querySelector('figure').clientWidth")
    expect(page.locator(".chart-live svg")).to_have_attribute("width", str(place))


def test_a_pointer_is_told_the_value(page: Page, site: Site) -> None:
    """Anywhere in the column of a period: the period and the number as printed."""
    site.show("rising")
    page.goto(SITE)
    page.get_by_role("button").click()
    page.locator(".chart-live .sensor_marks path").last.hover()
    expect(page.locator("#vg-tooltip-element")).to_have_text("2024\n320838")
    assert [] == site.said


def test_letters_are_large_enough_on_a_small_phone(page: Page, site: Site) -> None:
    """Twelve pixels or more in 288, the width that a screen of 320 leaves, and none is cut."""
    site.show(*SAMPLES)
    site.files["style.css"] = ("text/css", f"{STYLE} svg{{width:288px}}".encode())
    page.goto(SITE)
    sizes = page.evaluate(
        """[...document.querySelectorAll('svg.chart-narrow text')].map(text =>
        parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
    )
    cut = page.evaluate(
        """[...document.querySelectorAll('svg.chart-narrow text')].filter(text => {
        const inner = text.getBoundingClientRect(), outer = text.ownerSVGElement.getBoundingClientRect();
        return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1;
        }).map(text => text.textContent)"""
    )
    assert min(sizes) >= 12
    assert [] == cut


def test_without_script_the_drawing_is_there_and_no_button(browser: Browser, site: Site) -> None:
    """Nothing on the page promises what cannot be had."""
    site.show("rising")
    window = browser.new_page(java_script_enabled=False)
    window.route(f"{SITE}**", site.answer)
    window.goto(SITE)
    expect(window.locator("svg.chart-narrow")).to_be_visible()
    expect(window.locator("[data-chart-button]")).to_be_hidden()
    window.close()
