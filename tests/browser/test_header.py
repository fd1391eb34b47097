"""The head of every page on a small phone: one line, a menu that needs no script, a form to search with."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import ROOT_KIND, Published, PublishedPage

SMALL = {"width": 320, "height": 640}
LINES = """() => new Set([...document.querySelectorAll("header.site :is(a, button, input)")]
  .filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect())
  .map(box => Math.round((box.top + box.bottom) / 2))).size"""
HIGHEST = 140
"""Pixels: a name of three lines in the first row, and controls in the second."""
SIZES = """() => [...document.querySelectorAll("header.site :is(a, button, input)")]
  .filter(each => each.checkVisibility())
  .map(each => [each.textContent.trim() || each.name, each.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9).map(([name]) => name)"""

WIDE_LETTERS = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":root { --sans: monospace !important; --serif: monospace !important }");
  document.adoptedStyleSheets = [sheet];
}"""
"""Letters as of a typewriter: wider than those of most systems."""
UPON = """() => {
  const boxes = [...document.querySelectorAll("header.site :is(a, button, input)")]
    .filter(each => each.checkVisibility()).map(each => [each.textContent || each.name, each.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => `${one} and ${other}`));
}"""
NARROWEST = 60
"""Pixels: some letters of what is typed are seen."""


def inner(portal: Published) -> list[PublishedPage]:
    """Every kind of page that has a header, in every language."""
    return [page for page in portal.kinds if page.kind != ROOT_KIND]


def test_on_a_small_phone_the_header_has_one_line(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Name, menu and languages; each target is high enough for a thumb."""
    window = opened(viewport=SMALL).new_page()
    for each in inner(portal):
        window.goto(f"{portal.url}{each.path}")
        box = window.locator("header.site").bounding_box()
        assert box is not None
        assert window.evaluate(LINES) <= len(portal.languages), each.path
        assert box["height"] <= HIGHEST, each.path
        assert [] == window.evaluate(SIZES), each.path


def test_with_the_letters_of_any_system_no_control_lies_upon_another(
    portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """In any language; and what is typed into the search is seen."""
    window = opened(viewport=SMALL).new_page()
    for each in inner(portal):
        window.goto(f"{portal.url}{each.path}")
        for letters in ("() => {}", WIDE_LETTERS):
            window.evaluate(letters)
            assert [] == window.evaluate(UPON), each.path
            window.locator(".menu-button").click()
            typed = window.locator("header.site input")
            for box in (typed.nth(number).bounding_box() for number in range(typed.count())):
                assert box
                assert box["width"] >= NARROWEST, each.path
            window.keyboard.press("Escape")


def test_the_menu_opens_and_closes_by_keyboard_without_script(
    portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """Its button opens it, the next stop is its first entry, Escape closes it and gives the button back the focus."""
    window = opened(viewport=SMALL, java_script_enabled=False).new_page()
    for each in inner(portal):
        window.goto(f"{portal.url}{each.path}")
        button, menu = window.locator(".menu-button"), window.locator(".main-menu")
        expect(menu).to_be_hidden()
        button.focus()
        window.keyboard.press("Enter")
        expect(menu).to_be_visible()
        window.keyboard.press("Tab")
        expect(menu.locator("a").first).to_be_focused()
        window.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()


def test_on_a_wide_screen_the_menu_stands_open(portal: Published, page: Page) -> None:
    """Every entry is seen, and no button asks to open what is open."""
    for each in inner(portal):
        page.goto(f"{portal.url}{each.path}")
        expect(page.locator(".main-menu a").last).to_be_visible()
        expect(page.locator("header.site").locator("[popovertarget]").locator("visible=true")).to_have_count(0)


def test_every_page_has_a_form_to_search_with(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Without script too: what is typed into it arrives at the search page of the same language."""
    window = opened(viewport=SMALL, java_script_enabled=False).new_page()
    pages = inner(portal)
    searched = {each.language: each.path for each in pages if each.kind == "search"}
    for each in (each for each in pages if each.language in searched):
        window.goto(f"{portal.url}{each.path}")
        window.locator(".menu-button").click()
        window.locator("form[role=search] input[type=search]").first.fill("x y")
        window.keyboard.press("Enter")
        window.wait_for_url(re.compile(re.escape(f"{portal.url}{searched[each.language]}?q=x+y")))
