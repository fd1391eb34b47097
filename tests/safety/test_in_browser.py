"""Texts of the content harm no reader: in a browser they are words, and every page is built as it always is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from sitegen.render.markdown import TAGS
from sitegen.store.tree import publish
from tests.browser.published import Published, published
from tests.browser.serving import serving
from tests.browser.watching import Watch
from tests.safety.conftest import Built

# Drawings and prose have as many elements as their words need: of these, each kind is told once.
SEEN = """() => {
  const named = element => [element.localName, ...element.getAttributeNames().sort()].join(" ");
  const within = selector => [...document.querySelectorAll(selector)].flatMap(each => [...each.querySelectorAll("*")]);
  const walk = (element, depth) => [
    `${depth} ${named(element)}`,
    ...element.matches("svg, .prose") ? [] : [...element.children].flatMap(child => walk(child, depth + 1)),
  ];
  const attributes = [...document.querySelectorAll("*")].flatMap(each => [...each.attributes].map(one => one.value));
  return {
    skeleton: walk(document.documentElement, 0),
    drawn: [...new Set(within("svg").map(named))],
    prose: [...new Set(within(".prose").map(each => each.localName))],
    said: [document.documentElement.textContent, ...attributes].join("\\n"),
  };
}"""
LINES = {"tspan", "tspan dy x"}
"""What a label is broken into that is longer than its room."""
UNSHOWN = {"Group.printed", "Settings.city_genitive", "Unit.name"}
"""Fields that have a text which no page shows: of a unit that counts nothing, of a city that publishes itself."""
HEADED = {"div"}
"""What goes round a heading so that it can be linked to."""
SAID = {"span"}
"""What holds words of the page's language within a text: of a footnote, of a task."""


@pytest.fixture(scope="module")
def served(harmed: Built, twin: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Published, ...]]:
    """The harmful portal and its twin."""
    folders = tuple(tmp_path_factory.mktemp("served") / "public" for _ in range(2))
    for folder, built in zip(folders, (harmed, twin), strict=True):
        publish(folder, built.files)
    with serving(folders[0]) as first, serving(folders[1]) as second:
        yield published(first, folders[0]), published(second, folders[1])


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window in which a dialog is heard of."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def heard(window: Page) -> Watch:
    """What the window says, asks and shows in dialogs."""
    watch = Watch(window.context)
    window.on("dialog", lambda dialog: _noted(watch, dialog))
    return watch


def _noted(watch: Watch, dialog: Dialog) -> None:
    watch.said.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def at_rest(heard: Watch, url: str) -> tuple[list[str], list[str], list[str]]:
    """What was said, failed and was asked elsewhere: nothing of it on a page that no string harms."""
    return heard.said, heard.failed, heard.beyond(url)


def test_no_text_runs_asks_for_anything_or_changes_a_page(
    served: tuple[Published, ...], harmed: Built, window: Page, heard: Watch
) -> None:
    """On every page: no dialog, no word on the console (a refusal by the policy is one), no request, the same elements.

    Elements and names of attributes are those of the harmless page, in their order; drawings and prose have no
    kinds of elements but those they always have. And each text stands somewhere, letter by letter.
    """
    bad, good = served
    known = {page.path: _looked_at(window, f"{good.url}{page.path}") for page in good.pages}
    heard.forget()
    said: list[str] = []
    for page in bad.pages:
        expected, found = known[page.path], _looked_at(window, f"{bad.url}{page.path}")
        assert ([], [], []) == at_rest(heard, bad.url), page.path
        assert expected["skeleton"] == found["skeleton"], page.path
        assert set() == set(found["drawn"]) - set(expected["drawn"]) - LINES, page.path
        assert set() == set(found["prose"]) - TAGS - HEADED - SAID, page.path
        said.append(found["said"])
    everything = "\n".join(said)
    assert set() == {place.field for place, text in harmed.texts.items() if text not in everything} - UNSHOWN


def _looked_at(window: Page, address: str) -> Any:  # noqa: ANN401 - what SEEN tells
    window.goto(address)
    return window.evaluate(SEEN)


def test_no_text_runs_in_an_interactive_chart(served: tuple[Published, ...], window: Page, heard: Watch) -> None:
    """The drawing that a button loads has no kind of element that the harmless one has not."""
    bad, good = served
    charted = bad.having("data-chart-button")
    assert charted
    for page in charted:
        drawn = [_interactive(window, heard, portal.url, page.path) for portal in (good, bad)]
        assert set() == drawn[1] - drawn[0] - LINES, page.path


def _interactive(window: Page, heard: Watch, url: str, path: str) -> set[str]:
    """The kinds of elements in drawings, with the first made interactive."""
    heard.forget()
    window.goto(f"{url}{path}")
    figure = window.locator("[data-chart]").first
    figure.locator("[data-chart-button]").click()
    expect(figure.locator(".chart-live svg").first).to_be_visible()
    assert ([], [], []) == at_rest(heard, url), path
    return set(window.evaluate(SEEN)["drawn"])


def test_no_text_runs_in_what_a_search_finds(served: tuple[Published, ...], window: Page, heard: Watch) -> None:
    """Titles and excerpts are words, with those that were searched for marked."""
    bad, _ = served
    searches = [page for page in bad.pages if page.kind == "search"]
    assert searches
    for page in searches:
        for words in ("script", "alert", "onerror", "img"):
            assert {"a", "mark"} <= _found(window, heard, bad.url, page.path, words), (page.path, words)
        for words in ("<img src=x onerror=alert(1)>", "'\"><script>alert(1)</script>", "__proto__", "*", "\\"):
            _found(window, heard, bad.url, page.path, words)


def _found(window: Page, heard: Watch, url: str, path: str, words: str) -> set[str]:
    """The kinds of elements in what is found."""
    heard.forget()
    window.goto(f"{url}{path}")
    window.locator("#q").fill(words)
    window.locator("#q").press("Enter")
    expect(window.locator("[data-search]")).to_have_attribute("aria-busy", "false")
    elements: list[str] = window.locator("[data-search] *").evaluate_all("found => found.map(each => each.localName)")
    assert ([], [], []) == at_rest(heard, url), (path, words)
    assert set() == set(elements) & {"script", "img", "iframe", "svg", "style", "object"}, (path, words)
    return set(elements)
