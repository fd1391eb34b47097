"""Every page of a portal on a small phone: at rest, in order, within the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.browser.published import ROOT_KIND, Published, PublishedPage
from tests.browser.watching import Watch

SMALL = {"width": 320, "height": 640}
MEASURE = """() => ({
  wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  mains: document.querySelectorAll("main").length,
  levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(heading => Number(heading.localName[1])),
  menus: [...document.querySelectorAll("nav")].map(menu => menu.ariaLabel ?? ""),
  ends: document.querySelectorAll("body > header, body > footer").length,
  kept: sessionStorage.length + localStorage.length,
})"""


@dataclass(frozen=True)
class Visit:
    """What was found on a page. wide: pixels beyond the screen. skipped: headings a level too deep.

    ends: header and footer. unnamed: navigations that cannot be told apart by their names.
    """

    said: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    wide: int = 0
    mains: int = 1
    titles: int = 1
    skipped: int = 0
    ends: int = 2
    unnamed: int = 0
    kept: int = 0


def visit(window: Page, watch: Watch, portal: Published, page: PublishedPage) -> Visit:
    """Go to a page and look around."""
    watch.forget()
    window.goto(f"{portal.url}{page.path}")
    found = window.evaluate(MEASURE)
    levels = found["levels"]
    return Visit(
        said=tuple(watch.said),
        failed=tuple(watch.failed),
        beyond=tuple(watch.beyond(portal.url)),
        wide=found["wide"],
        mains=found["mains"],
        titles=levels.count(1),
        skipped=sum(deeper > before + 1 for before, deeper in zip([0, *levels], levels, strict=False)),
        ends=found["ends"],
        unnamed=len(found["menus"]) - len({*found["menus"]} - {""}),
        kept=found["kept"],
    )


def expected(portal: Published, page: PublishedPage) -> Visit:
    """A header, a main part with a title, a footer; the choice of language has a title in each and nothing else."""
    return Visit(titles=len(portal.languages), ends=0) if page.kind == ROOT_KIND else Visit()


def test_every_page_is_at_rest_and_fits_a_small_phone(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """No word on the console, no failed request, no other host, nothing stored, no sideways scroll at 320 pixels.

    One main part and one title, headings without gaps, landmarks that can be told apart.
    """
    context = opened(viewport=SMALL)
    window, watch = context.new_page(), Watch(context)
    visits = {page: visit(window, watch, portal, page) for page in portal.pages}
    assert {} == {page.path: found for page, found in visits.items() if found != expected(portal, page)}
    assert {"cookies": [], "origins": []} == context.storage_state(indexed_db=True)
