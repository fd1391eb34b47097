"""The street: a house a project, each a link that says what it is."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from sitegen import pipeline
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.projects import Project
from sitegen.render import html
from sitegen.render.templates import TEMPLATES
from sitegen.render.theme import read_theme
from sitegen.views.edition import Edition
from sitegen.views.pages.home import home_page
from tests.browser.conftest import INVENTED
from tests.browser.crowd import LOOK
from tests.browser.published import Published, published
from tests.browser.serving import serving
from tests.conftest import ROOT

LEAST_TARGET = 24
HOME_BYTES = 20_000
"""Compressed, of a home page with three hundred houses."""
NAMES = """() => [...document.querySelectorAll(".houses a")].map(each => each.textContent.trim())"""
TOP = "each => each.getBoundingClientRect().top + scrollY"
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".houses a")].flatMap(each => {
  const box = each.getBoundingClientRect(); return [box.width, box.height]; }))"""


def test_each_house_is_a_link_with_name_and_status_in_words(real: Published, page: Page) -> None:
    """As many houses as the list has projects, and each leads to the page whose title and status it says.

    Where the source gives no status of any, the list is the street: no second one says the same.
    """
    for each in (each for each in real.kinds if each.kind == "roadmap"):
        page.goto(f"{real.url}{each.path}")
        known = page.locator("[data-row]:not(.unreported)").count()
        assert (page.locator("[data-row]").count() if known else 0) == page.locator(".houses a").count()
        if not known:
            continue
        names = page.evaluate(NAMES)
        for place in (0, len(names) - 1):
            page.goto(f"{real.url}{each.path}")
            page.locator(".houses a").nth(place).click()
            status = page.locator(".facts .status").inner_text()
            title = page.locator("main [data-field=title]").inner_text()
            assert f"{title}: {status}" == names[place].replace("\n", " ")


def test_houses_can_be_hit_with_a_thumb(real: Published, opened: Callable[..., BrowserContext]) -> None:
    """At least 24 by 24 pixels each on a small phone."""
    window = opened(viewport={"width": 320, "height": 640}).new_page()
    for each in real.having('class="houses"'):
        window.goto(f"{real.url}{each.path}")
        assert window.evaluate(SMALLEST) >= LEAST_TARGET, each.path


def test_a_house_that_is_pointed_at_says_its_name(real: Published, page: Page) -> None:
    """With the mouse and with the keyboard; the page below does not move."""
    (home, *_) = (each for each in real.kinds if each.kind == "home")
    page.goto(f"{real.url}{home.path}")
    house, below = page.locator(".houses a").nth(7), page.locator("#unknown")
    before = below.evaluate(TOP)
    for act in (house.hover, house.focus):
        page.mouse.move(0, 0)
        act()
        box = house.locator(".name").bounding_box()
        assert box is not None
        assert box["width"] > 40
        assert before == below.evaluate(TOP)
    expect(house).to_be_focused()


@pytest.fixture(scope="module", params=[5, 26, 300])
def street(
    request: pytest.FixtureRequest, invented_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Published, str, int]]:
    """The home page of a portal whose first roadmap has so many projects, served."""
    portal = pipeline.read(INVENTED).checked.portal
    assert portal is not None
    first = portal.projects_of(portal.roadmaps[0].id)
    many = tuple(_copy(first[number % len(first)], number) for number in range(request.param))
    portal = replace(portal, projects=many)
    code = portal.languages[0]
    spoken = language(code, pipeline.catalogs(ROOT))
    home = home_page(Edition(portal, spoken, addresses(portal), None, preview=False))
    out = tmp_path_factory.mktemp("street") / "public"
    shutil.copytree(invented_site, out)
    theme = read_theme(pipeline.themes(INVENTED), LOOK)
    files = {re.sub(r"\.[0-9a-f]{16}\.", ".", path.name): f"/assets/{path.name}" for path in (out / "assets").iterdir()}
    template = html.environment(theme, spoken.messages, files).get_template(TEMPLATES[type(home)])
    (out / code / "index.html").write_bytes(html.page(template, home, "", {}))
    with serving(out) as url:
        yield published(url, out), code, request.param


def _copy(project: Project, number: int) -> Project:
    slugs = {code: f"{slug}-{number}" for code, slug in project.slug.items()}
    return project.model_copy(update={"id": f"{project.id}-{number}", "slug": slugs, "aliases": {}})


@pytest.mark.parametrize("width", [320, 1280])
def test_a_street_of_any_length_fits_and_stays_small(
    street: tuple[Published, str, int], opened: Callable[..., BrowserContext], width: int
) -> None:
    """Every house is there to be hit, nothing is wider than the screen, and the page is within its budget."""
    portal, code, count = street
    home = next(each for each in portal.pages if each.kind == "home" and each.language == code)
    window = opened(viewport={"width": width, "height": 640}).new_page()
    window.goto(f"{portal.url}{home.path}")
    assert count == window.locator(".street .houses a").count()
    assert window.evaluate(SMALLEST) >= LEAST_TARGET
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    assert len(gzip.compress(home.html.encode(), 9)) <= HOME_BYTES
