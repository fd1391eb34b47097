"""The accessibility tree speaks the language of the page: every word is traced to where it can have come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import INVENTED
from tests.browser.published import Published, PublishedPage
from tests.browser.tree import Said, said
from tests.browser.waking import wake
from tests.browser.wording import known, of_view, views, words
from tests.conftest import ROOT

BARE = """document.querySelectorAll("[aria-hidden], [data-chart-drawing]").forEach((each) => {
  each.removeAttribute("aria-hidden");
  each.hidden = false;
})"""
ROOTS = {"real": ROOT, "invented": INVENTED}


@pytest.fixture(params=ROOTS)
def told(request: pytest.FixtureRequest) -> tuple[Published, Path]:
    """Each portal in turn, with the folder that it is made from."""
    portal = request.getfixturevalue(request.param)
    assert isinstance(portal, Published)
    return portal, ROOTS[request.param]


def untraced(texts: Iterable[Said], root: Path, seen: frozenset[str]) -> list[tuple[str, str, str]]:
    """(role, text, words) wherever words cannot have come from the languages that the page gives for them."""
    found = []
    for each in texts:
        traced = frozenset[str]().union(*(known(root, code, seen) for code in each.languages))
        if strange := words([each.text]) - traced:
            found.append((each.role, each.text, " ".join(sorted(strange))))
    return found


def in_sight(page: PublishedPage, root: Path) -> frozenset[str]:
    """The words in the view of a page; a search shows those of every page of its language."""
    shown = views(root)
    if page.kind != "search":
        return of_view(shown[page.path], root)
    return of_view(tuple(view for path, view in shown.items() if path.startswith(f"/{page.language}/")), root)


def test_every_word_of_the_tree_is_in_the_language_of_its_place(told: tuple[Published, Path], page: Page) -> None:
    """From the view, the catalog or CLDR, and nowhere else: with charts drawn, lists filtered, passages open."""
    portal, root = told
    found = {}
    for each in portal.kinds:
        page.goto(f"{portal.url}{each.path}")
        wake(page)
        found[each.path] = untraced(said(page), root, in_sight(each, root))
    assert {path: [] for path in found} == found


def test_what_is_hidden_from_the_tree_has_no_other_words_either(told: tuple[Published, Path], page: Page) -> None:
    """Drawings and charts name none of their parts: with the curtain away, only what they print is there."""
    portal, root = told
    found = {}
    for each in portal.having("data-chart-button"):
        page.goto(f"{portal.url}{each.path}")
        wake(page)
        page.evaluate(BARE)
        found[each.path] = untraced(said(page), root, in_sight(each, root))
    assert {path: [] for path in found} == found


def test_pages_for_what_is_missing_speak_the_language_of_the_address(told: tuple[Published, Path], page: Page) -> None:
    """At the root every language speaks for itself."""
    portal, root = told
    for path in ("/", *(f"/{code}/" for code in portal.languages)):
        page.goto(f"{portal.url}{path}x")
        assert [] == untraced(said(page), root, of_view(views(root)[f"{path}404"], root)), path


@pytest.mark.parametrize(
    "mistake",
    [
        'document.querySelector("main").setAttribute("aria-label", "Content")',
        'document.querySelector("h1").setAttribute("aria-roledescription", "headline")',
        'document.querySelector("h1").textContent = "done"',
        'document.querySelector("main").lang = "fi"',
        'document.querySelector("main a").title = "More"',
    ],
)
def test_a_word_from_elsewhere_is_found(real: Published, opened: Callable[..., BrowserContext], mistake: str) -> None:
    """A label that nobody translated, a spoken role, the id of a phase, a language that is not that of the words."""
    window = opened().new_page()
    home = next(page for page in real.kinds if (page.kind, page.language) == ("roadmap", "sv"))
    window.goto(f"{real.url}{home.path}")
    window.evaluate(mistake)
    assert [] != untraced(said(window), ROOT, in_sight(home, ROOT))
