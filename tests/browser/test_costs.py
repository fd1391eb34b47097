"""Effects and costs: the answer first, each amount once with a bar of its length, and the same as tables in a fold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.published import Published

SIZES = [(360, 800), (1280, 800)]
BOTTOMS = "all => all.map(each => each.getBoundingClientRect().bottom)"
BARS = """all => all.map(row => [row.querySelector("strong").textContent,
  row.querySelector("rect").getBoundingClientRect().width / row.querySelector("svg").getBoundingClientRect().width])"""
OPEN = "all => all.forEach(each => each.open = true)"
NARROW = """all => all.filter(table => table.checkVisibility() &&
  table.caption.getBoundingClientRect().width + 1 < table.getBoundingClientRect().width)
  .map(table => table.caption.textContent)"""


@pytest.fixture
def shown(real: Published, opened: Callable[..., BrowserContext]) -> Callable[[tuple[int, int]], Iterator[Page]]:
    """The page of costs at a size, in each language."""

    def pages(size: tuple[int, int]) -> Iterator[Page]:
        window = opened(viewport=dict(zip(("width", "height"), size, strict=True))).new_page()
        paths = [each.path for each in real.kinds if each.kind == "costs"]
        assert len(real.languages) == len(paths)
        for path in paths:
            window.goto(f"{real.url}{path}")
            yield window

    return pages


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_sums_and_what_they_are_of_stand_in_the_first_screen(
    size: tuple[int, int], shown: Callable[[tuple[int, int]], Iterator[Page]]
) -> None:
    """Each total, and the sentence; on a desk the list of amounts begins there, too."""
    for page in shown(size):
        ends = page.locator(".head [data-total], .head .lead").evaluate_all(BOTTOMS)
        assert len(ends) > 1
        assert max(ends) < size[1]
        assert page.locator(".spending li").first.evaluate("e => e.getBoundingClientRect().bottom") < size[1]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_bar_is_as_long_as_its_amount(
    size: tuple[int, int], shown: Callable[[tuple[int, int]], Iterator[Page]]
) -> None:
    """Of all kinds to one scale, which the largest amount fills."""
    for page in shown(size):
        drawn = page.locator(".spending li").evaluate_all(BARS)
        amounts = [int(re.sub(r"\D", "", words)) for words, _ in drawn]
        assert len(amounts) > 1
        assert [pytest.approx(amount / max(amounts), abs=0.01) for amount in amounts] == [share for _, share in drawn]


def test_a_caption_is_as_wide_as_its_table(shown: Callable[[tuple[int, int]], Iterator[Page]]) -> None:
    """Also where rows are lines, and the table is none to the eye."""
    for size in ((320, 800), *SIZES):
        for page in shown(size):
            page.locator("details").evaluate_all(OPEN)
            tables = page.locator(".tabled table")
            assert tables.count() > 1
            assert [] == tables.evaluate_all(NARROW)
