"""The style sheet holds no rule for what is on no page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import BrowserContext, Page

from tests.browser.published import ROOT_KIND, Published
from tests.browser.waking import wake

# Each selector of the style sheet, without what only a pointer, the focus or print makes true, and whether it matches.
MATCHES = """() => {
  const passing = /::?(before|after|marker|details-content|hover|focus-visible|focus-within|focus|active|visited)\\b/g;
  const apart = (list) => {
    const parts = [""];
    let depth = 0;
    for (const sign of list) {
      depth += { "(": 1, "[": 1, ")": -1, "]": -1 }[sign] ?? 0;
      if (sign === "," && !depth) parts.push("");
      else parts[parts.length - 1] += sign;
    }
    return parts.map((part) => part.trim());
  };
  const selectors = (rules) => [...rules].flatMap((rule) => [
    ...(rule.selectorText ? apart(rule.selectorText) : []),
    ...(rule.cssRules ? selectors(rule.cssRules) : []),
  ]);
  const bare = (selector) => selector.replace(passing, "").replace(/:is\\([ ,]*\\)/g, "");
  const lasting = (selector) => bare(selector).replace(/[>+~]\\s*$/, "$&*") || "*";
  const matches = (selector) => document.querySelector(lasting(selector)) !== null;
  return [...document.styleSheets].flatMap((sheet) => selectors(sheet.cssRules))
    .map((selector) => [selector, matches(selector)]);
}"""
CODE = "fi"
"""One language is enough: the same elements stand in each."""
HOVERED = ".chart-live .sensor_marks path"


def unmatched(window: Page) -> set[str]:
    """The selectors that nothing on the page matches."""
    return {selector for selector, matches in window.evaluate(MATCHES) if not matches}


def awake(window: Page, address: str) -> Iterator[set[str]]:
    """What nothing matches at rest, and when all is open and a chart is pointed at."""
    window.goto(address)
    yield unmatched(window)
    wake(window)
    for mark in window.locator(HOVERED).all()[:1]:
        mark.hover()
    yield unmatched(window)


def test_every_selector_is_for_something_on_a_page(
    real: Published, invented: Published, crowded: Published, opened: Callable[..., BrowserContext]
) -> None:
    """Of these portals: without script, at rest, and with everything open, chosen, drawn and found."""
    left: list[set[str]] = []
    for portal in (real, invented, crowded):
        window, plain = opened().new_page(), opened(java_script_enabled=False).new_page()
        pages = [each.path for each in portal.pages if each.language == CODE or each.kind == ROOT_KIND]
        for path in (*pages, "/x", f"/{CODE}/x"):
            plain.goto(f"{portal.url}{path}")
            left.append(unmatched(plain))
        for each in (each for each in portal.kinds if each.language == CODE):
            left += awake(window, f"{portal.url}{each.path}")
    assert [] == sorted(set.intersection(*left))
