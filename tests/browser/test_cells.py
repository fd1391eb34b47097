"""Tables and lists fit: cells are as wide as their words, columns say something, and pages keep their height."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.published import Published
from tests.browser.waking import wake

WIDTHS = (320, 360, 768, 1280, 1366)
PHONE = {"width": 360, "height": 800}
LONGEST_LIST = 4500
"""Pixels of the page of all projects on a phone."""
# Of each cell: whether what is in it stands out of it, and whether a word of it is broken, which tells that the cell
# is narrower than the word. Of each table: whether it is wider than its place, and which columns say one thing.
CELLS = """() => {
  const found = [];
  const WORD = /[^\\s\\u200b\\u00ad/–-]+[/–-]?/gu;
  const broken = (cell) => {
    const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      for (const match of node.data.matchAll(WORD)) {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0)
          .map(({ top }) => Math.round(top)));
        if (lines.size > 1) return match[0];
      }
    }
    return "";
  };
  const unseen = (part) => getComputedStyle(part).clipPath !== "none";
  const look = (cell) => {
    if (cell.scrollWidth > cell.clientWidth + 1) found.push(`out of its cell: ${cell.textContent.trim()}`);
    const word = broken(cell);
    if (word) found.push(`broken: ${word}`);
  };
  const uniform = (texts) => texts.length > 2 && texts[0] !== "" && new Set(texts).size === 1;
  for (const table of document.querySelectorAll("table")) {
    if (!table.checkVisibility()) continue;
    const place = table.parentElement;
    if (place.scrollWidth > place.clientWidth + 1) {
      found.push(`wide: ${table.caption?.textContent ?? ""} ${place.scrollWidth} in ${place.clientWidth}`);
    }
    for (const cell of table.querySelectorAll("th, td")) if (!unseen(cell.parentElement.parentElement)) look(cell);
    // What a source prints is shown as it is printed.
    if (table.closest("[data-quote], [data-kind=document]")) continue;
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (let at = 1; at < (rows[0]?.cells.length ?? 0); at += 1) {
      const texts = rows.map((row) => row.cells[at]?.textContent.trim() ?? "");
      if (uniform(texts)) found.push(`always the same: ${table.caption?.textContent ?? ""}: ${texts[0]}`);
    }
  }
  for (const list of document.querySelectorAll("[data-rows]")) {
    for (const each of list.querySelectorAll("a, .row-code, .row-facts, h3")) if (each.checkVisibility()) look(each);
    const facts = [...list.children].map((row) => row.innerText.split("\\n").slice(1).join(" ").trim());
    if (uniform(facts)) found.push(`always the same: ${facts[0]}`);
  }
  return [...new Set(found)];
}"""
FAULTS = """<!doctype html><div style="width:60px;overflow:auto;font:16px/1 monospace"><table>
<tr><th>a</th><td style="width:40px;max-width:40px;overflow-wrap:anywhere">unbreakable</td><td>same</td></tr>
<tr><th>b</th><td>b</td><td>same</td></tr><tr><th>c</th><td style="max-width:20px">standing-out</td><td>same</td></tr>
</table></div><ul data-rows><li><a>a</a><br>fact</li><li><a>b</a><br>fact</li><li><a>c</a><br>fact</li></ul>"""
SCROLLED = """async () => {
  const height = () => document.documentElement.scrollHeight;
  const before = height();
  for (let at = 0; at < height(); at += innerHeight) {
    scrollTo(0, at);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
  return [before, height()];
}"""


def test_what_does_not_fit_is_told(page: Page) -> None:
    """A table wider than its place, a word that stands out of its cell, one that is broken, and columns of one word."""
    page.set_content(FAULTS)
    told = [each.partition(":")[0] for each in page.evaluate(CELLS)]
    assert {"wide", "out of its cell", "broken", "always the same"} == set(told)
    assert 2 == told.count("always the same")


@pytest.mark.parametrize("width", WIDTHS)
def test_cells_fit_their_words(portal: Published, opened: Callable[..., BrowserContext], width: int) -> None:
    """On each kind of page in each language, as it comes and with all of it opened; no column says one thing alone."""
    window = opened(viewport={"width": width, "height": 800}).new_page()
    found = {}
    for each in {*portal.having("<table"), *portal.having("data-rows")}:
        window.goto(f"{portal.url}{each.path}")
        whole = window.evaluate(CELLS)
        wake(window)
        found[each.path] = {*whole, *window.evaluate(CELLS)}
    assert found
    assert {} == {path: words for path, words in found.items() if words}


def test_all_projects_are_a_few_screens_of_a_phone(real: Published, opened: Callable[..., BrowserContext]) -> None:
    """Each in its row, in every language."""
    window = opened(viewport=PHONE).new_page()
    for each in (each for each in real.kinds if each.kind == "projects"):
        window.goto(f"{real.url}{each.path}")
        assert window.locator("[data-row]").count() > 50
        assert window.evaluate("document.documentElement.scrollHeight") <= LONGEST_LIST, each.path


def test_a_page_keeps_its_height(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """From its beginning to its end, on a phone."""
    window = opened(viewport=PHONE).new_page()
    for each in portal.kinds:
        window.goto(f"{portal.url}{each.path}")
        before, after = window.evaluate(SCROLLED)
        assert before == after, each.path
