"""What a first view costs a reader: few requests, few bytes, no chart library, and nothing that moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.published import Published, PublishedPage
from tests.browser.watching import SHIFTS, Watch
from tests.browser.weight import LETTERS, PAGE, asked_by, first_view

REQUESTS, BYTES, BYTES_WITHOUT_LETTERS, INDICATOR_BYTES = 7, 90_000, 40_000, 12_000
# Added by the server that reloads a page; no part of the published one.
RELOADING = "/__reload.js"
SETTLED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  setTimeout(() => done(window.shifted), 0))))"""
PUSHED = "() => document.querySelector('main').insertAdjacentHTML('afterbegin', '<p>x</p>'.repeat(20))"


def asked(window: Page, watch: Watch, portal: Published, page: PublishedPage) -> set[str]:
    """The paths that a browser asks for to show a page."""
    watch.forget()
    window.goto(f"{portal.url}{page.path}", wait_until="networkidle")
    paths = {address.removeprefix(portal.url).partition("?")[0] for address in watch.asked}
    return paths - {page.path, RELOADING}


def test_a_page_has_one_script_at_most(portal: Published) -> None:
    """Whatever it does: what two pages share is put into the one file of each."""
    scripts = {page.path: [path for path in asked_by(page.html) if path.endswith(".js")] for page in portal.pages}
    assert {} == {path: asked for path, asked in scripts.items() if len(asked) > 1}


def test_any_page_but_search_is_light(portal: Published) -> None:
    """At most 90 kB in at most 7 requests, and 40 kB of it are not letters; of search, scripts come on demand too."""
    views = [first_view(portal.out, page) for page in portal.pages if page.kind != "search"]
    heavy = [view for view in views if view.total > BYTES or len(view.files) > REQUESTS]
    heavy += [view for view in views if view.total - view.of(LETTERS) > BYTES_WITHOUT_LETTERS]
    assert [] == [(view.page.path, len(view.files), view.total) for view in heavy]


def test_an_indicator_page_is_light(portal: Published) -> None:
    """Its markup, every drawing included, takes at most 12 kB."""
    views = [first_view(portal.out, page) for page in portal.pages if page.kind == "indicator"]
    assert len(views) > 1
    assert [] == [(view.page.path, view.of(PAGE)) for view in views if view.of(PAGE) > INDICATOR_BYTES]


def test_a_browser_asks_for_what_is_counted(portal: Published, page: Page, watch: Watch) -> None:
    """And for nothing else, on any kind of page; an icon it may leave out where there is no window to show it in."""
    for each in portal.kinds:
        counted = {path for path, _ in first_view(portal.out, each).files[1:]}
        found = asked(page, watch, portal, each)
        assert set() == found - counted, each.path
        assert {path for path in counted - found if "/icon" not in path} == set(), each.path


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_shifts_while_a_page_is_loaded(
    width: int, portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """What a reader sees stays where it is when styles and scripts arrive, on any kind of page."""
    window = opened(viewport={"width": width, "height": 800}).new_page()
    window.add_init_script(SHIFTS)
    shifted = {}
    for each in portal.kinds:
        window.goto(f"{portal.url}{each.path}")
        shifted[each.path] = window.evaluate(SETTLED)
    assert {} == {path: shift for path, shift in shifted.items() if shift}
    window.evaluate(PUSHED)
    assert window.evaluate(SETTLED) > 0
