"""Small multiples as they are seen: bars against the line of the target, words where there are no numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.published import Published, PublishedPage

DRAWN = """() => [...document.querySelectorAll(".multiple:has(.bars)")].map(each => {
  const at = selector => each.querySelector(selector).getBoundingClientRect();
  const [zero, line, bar] = [at("line.zero"), at("line.target"), at("rect.latest")];
  const words = document.createRange();
  words.selectNodeContents(each.querySelector(".aim"));
  const named = words.getBoundingClientRect();
  return { path: each.querySelector("a").pathname, target: line.x - zero.x, bar: bar.right - zero.x,
    exact: !each.querySelector(".latest.possible, .goes-on"), aside: (named.left + named.right) / 2 - line.x };
})"""
LETTERS = """() => [...document.querySelectorAll(".multiple *")].filter(each => each.textContent.trim())
  .map(each => parseFloat(getComputedStyle(each).fontSize))"""
NUMBER = re.compile(r'<data value="([\d.]+)" data-field="(value|target)"')


def overviews(portal: Published) -> list[PublishedPage]:
    """The page of all indicators in each language."""
    found = [page for page in portal.kinds if page.kind == "indicators"]
    assert len(found) == len(portal.languages)
    return found


def ratio(portal: Published, path: str) -> float | None:
    """Value over target, as an indicator's own page gives them to machines; None where the target grows."""
    page = next(page for page in portal.pages if page.path == path)
    head = page.html.partition('<dl class="figures">')[2].partition("</dl>")[0]
    # A growth has no unit; the level that follows from it stands in no page as a plain number.
    if re.search(r'data-field="target">', head):
        return None
    found = {name: float(number) for number, name in NUMBER.findall(head)}
    return found["value"] / found["target"]


@pytest.mark.parametrize("width", [320, 1280])
def test_bars_and_targets_stand_to_each_other_as_the_printed_numbers(
    portal: Published, opened: Callable[..., BrowserContext], width: int
) -> None:
    """On the screen, from the line of zero, with the target's name at its line."""
    window = opened(viewport={"width": width, "height": 800}).new_page()
    for page in overviews(portal):
        window.goto(f"{portal.url}{page.path}")
        drawn = window.evaluate(DRAWN)
        expected = {each["path"]: ratio(portal, each["path"]) for each in drawn if each["exact"]}
        assert sum(number is not None for number in expected.values()) >= 4
        for each in drawn:
            assert abs(each["aside"]) < 1.5, each
            number = expected.get(each["path"])
            assert number is None or abs(each["bar"] - number * each["target"]) < 1.5, each


def test_all_targets_of_a_page_lie_on_one_line(portal: Published, page: Page) -> None:
    """On a wide screen and on a narrow one: one look runs down the page."""
    for each in overviews(portal):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{portal.url}{each.path}")
            assert 1 == len({round(found["target"], 1) for found in page.evaluate(DRAWN)})


def test_every_indicator_has_its_place_and_its_words(portal: Published, page: Page) -> None:
    """Value, target and finding are read in every one; no letter is smaller than 12 pixels on a small phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    for each in overviews(portal):
        page.goto(f"{portal.url}{each.path}")
        indicators = sum(found.kind == "indicator" and found.language == each.language for found in portal.pages)
        for part in (".multiple", ".multiple .latest strong", ".multiple :is(.aim, .worded)", ".multiple .found"):
            assert indicators == page.locator(f"{part}:visible").filter(has_text=re.compile(r"\w")).count(), part
        assert min(page.evaluate(LETTERS)) >= 12


def test_words_are_set_larger_than_the_text_around_them(real: Published, page: Page) -> None:
    """What the source says in words stands as large as a heading, like a number."""
    for each in overviews(real):
        page.goto(f"{real.url}{each.path}")
        sizes = page.locator(".multiple .latest.words strong").evaluate_all(
            "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
        )
        text = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        assert len(sizes) >= 5
        assert min(sizes) > 1.2 * text


def test_drawings_are_not_in_the_accessibility_tree(real: Published, page: Page) -> None:
    """What they show is said in words beside them, once."""
    for each in overviews(real):
        page.goto(f"{real.url}{each.path}")
        for small in page.locator(".multiples").all():
            assert "img" not in small.aria_snapshot()


def test_a_link_to_a_table_opens_it(real: Published, page: Page) -> None:
    """Tables are folded away beside the drawings; their addresses still lead to them, without script too."""
    for each in overviews(real):
        page.goto(f"{real.url}{each.path}")
        table = page.locator("details .table").first
        expect(table).to_be_hidden()
        page.goto(f"{real.url}{each.path}#{table.get_attribute('id')}")
        expect(table).to_be_visible()


def test_two_steps_lead_from_home_to_whether_a_value_nears_its_target(real: Published, page: Page) -> None:
    """Menu, indicator: the overview says whether it is nearer, its page by how much, and what is not known."""
    for each in (found for found in real.kinds if found.kind == "home"):
        page.goto(f"{real.url}{each.path}")
        page.locator(".main-menu a").filter(has_text=re.compile("Indikatorer|Mittarit")).click()
        small = page.locator(".multiple").filter(has_text="2,08")
        nearer = "närmare målet när dokumentet skrevs än tidigare|lähempänä tavoitetta kuin aiemmin"
        expect(small).to_contain_text(re.compile(nearer))
        small.get_by_role("link").click()
        said = page.locator("section:has(#finding)")
        expect(said).to_contain_text("0,78")
        expect(said).to_contain_text(re.compile("Utan ett målår|Ilman tavoitevuotta"))


MEDIA: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"contrast": "more"},
    {"media": "print"},
)


def changes(page: Page, bar: Locator, left: float, right: float) -> int:
    """How often the colour changes along the middle of a bar. left, right: from where to where, in parts of it."""
    box = bar.bounding_box()
    assert box
    ends = {"x": box["x"] + left * box["width"], "width": (right - left) * box["width"]}
    clip: Any = {**ends, "y": box["y"] + box["height"] / 2, "height": 1}
    row = page.screenshot(clip=clip, full_page=True)
    with Image.open(BytesIO(row)) as picture:
        tones = list(picture.convert("L").tobytes())
    middle = (min(tones) + max(tones)) / 2 if max(tones) - min(tones) > 30 else 0
    return sum((one < middle) != (other < middle) for one, other in pairwise(tones))


@pytest.mark.parametrize("media", MEDIA, ids=lambda media: "-".join(media.values()))
def test_a_bar_is_striped_where_its_period_was_not_over_and_nowhere_else(
    real: Published, page: Page, media: dict[str, Any]
) -> None:
    """Its words say so too; the stripes end where the bar does, in every way of looking at the page."""
    page.emulate_media(**media)
    page.set_viewport_size({"width": 1280, "height": 800})
    for each in overviews(real):
        page.goto(f"{real.url}{each.path}")
        drawn = page.locator(".multiple:has(.bars)")
        seen = set()
        for i in range(drawn.count()):
            small = drawn.nth(i)
            bar = small.locator("rect.latest").first
            striped, wide = small.locator(".stripes").count() == 1, (bar.bounding_box() or {"width": 0})["width"]
            assert striped == bool(re.search(r"inte slut|kesken", small.locator(".latest .note").inner_text()))
            if wide < 60 or small.locator(".goes-on").count():
                continue
            seen.add(striped)
            inside = changes(page, bar, 0.05, 0.95)
            assert inside > wide / 10 if striped else inside <= 2, small.inner_text()
            assert changes(page, bar, 1.03, 1.2) <= 2, small.inner_text()
        assert seen
