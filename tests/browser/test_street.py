"""The street: a house a project, each a link that says what it is."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import Published

LEAST_TARGET = 24
NAMES = """() => [...document.querySelectorAll(".houses a")].map(each => each.textContent.trim())"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".houses a")].flatMap(each => {
  const box = each.getBoundingClientRect(); return [box.width, box.height]; }))"""


def test_each_house_is_a_link_with_name_and_status_in_words(portal: Published, page: Page) -> None:
    """As many houses as the list has projects, and each leads to the page whose title and status it says."""
    for each in (each for each in portal.kinds if each.kind == "roadmap"):
        page.goto(f"{portal.url}{each.path}")
        assert page.locator("[data-row]").count() == page.locator(".houses a").count()
        names = page.evaluate(NAMES)
        for place in (0, len(names) - 1):
            page.goto(f"{portal.url}{each.path}")
            page.locator(".houses a").nth(place).click()
            title, status = page.locator("h1").inner_text(), page.locator(".state").inner_text()
            assert f"{title}: {status}" == names[place].replace("\n", " ")


def test_houses_can_be_hit_with_a_thumb(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """At least 24 by 24 pixels each on a small phone."""
    window = opened(viewport={"width": 320, "height": 640}).new_page()
    for each in portal.having('class="houses"'):
        window.goto(f"{portal.url}{each.path}")
        assert window.evaluate(SMALLEST) >= LEAST_TARGET, each.path


def test_a_house_that_is_pointed_at_says_its_name(real: Published, page: Page) -> None:
    """With the mouse and with the keyboard; the page below does not move."""
    (home, *_) = (each for each in real.kinds if each.kind == "home")
    page.goto(f"{real.url}{home.path}")
    house, below = page.locator(".houses a").nth(7), page.locator("#works")
    before = below.bounding_box()
    for act in (house.hover, house.focus):
        page.mouse.move(0, 0)
        act()
        box = house.locator(".name").bounding_box()
        assert box is not None
        assert box["width"] > 40
        assert before == below.bounding_box()
    expect(house).to_be_focused()
