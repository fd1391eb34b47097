"""Headings on the left: beside what they head, and none wider than its place."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.browser.published import Published

DESK = {"width": 1280, "height": 800}
TOLERANCE = 24
"""Pixels by which a heading may begin above or below its text, whose letters are smaller."""
BESIDE = """() => [...document.querySelectorAll("main > section.wrap > .headed:first-child, main > .prose > h2")]
  .map(each => [each.textContent.trim(), each, each.nextElementSibling])
  .map(([words, each, next]) => [words, each.getBoundingClientRect(), next?.getBoundingClientRect()])
  .filter(([, , next]) => next?.height)
  .map(([words, each, next]) => [words, next.left - each.right, Math.abs(next.top - each.top)])"""
BROKEN = """() => [...document.querySelectorAll("main > section.wrap > .headed:first-child > h2, main > .prose > h2")]
  .filter(each => {
    const range = document.createRange(), words = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      for (const match of node.data.matchAll(/[^\\s\\u00ad–-]+/gu)) {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) return true;
      }
    }
    return false;
  }).map(each => each.textContent.trim())"""


def test_a_heading_stands_beside_what_it_heads(real: Published, opened: Callable[..., BrowserContext]) -> None:
    """On the left of it, and at its height, the first one of a page among them."""
    window = opened(viewport=DESK).new_page()
    headings = 0
    for each in real.kinds:
        window.goto(f"{real.url}{each.path}")
        places = window.evaluate(BESIDE)
        headings += len(places)
        assert [] == [place for place in places if place[1] <= 0 or place[2] > TOLERANCE], each.path
    assert headings > len(real.kinds)


def test_no_word_of_a_heading_is_broken(real: Published, opened: Callable[..., BrowserContext]) -> None:
    """The place has room for the longest, in every language."""
    window = opened(viewport=DESK).new_page()
    for each in real.kinds:
        window.goto(f"{real.url}{each.path}")
        assert [] == window.evaluate(BROKEN), each.path
