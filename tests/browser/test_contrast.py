"""Colours as they are drawn: words, and text and marks within drawings, stand out, whatever a reader's system asks for.

A drawing is judged against the ground that it lies on, and a text with a border against that border. A shape stands
out by its area or by its outline. One in the colour of the ground cuts others out, and lines of a grid only lead the
eye: the numbers say the same.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import ROOT_KIND, Published
from tests.browser.test_reading import luminance
from tests.browser.waking import wake

TEXT, GRAPHICS = 5.5, 3
SETTINGS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "light, more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
    "light, forced colours": {"color_scheme": "light", "forced_colors": "active"},
    "dark, forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}
COLOURS = """
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([red, green, blue, alpha], below) =>
    [red, green, blue].map((part, at) => part * alpha + below[at] * (1 - alpha));
  const ground = (element) => {
    const colour = element ? rgba(getComputedStyle(element).backgroundColor) : rgba("Canvas");
    return colour[3] === 1 || !element ? colour.slice(0, 3) : over(colour, ground(element.parentElement));
  };
"""
"""For a script: a colour as red, green, blue and alpha, one over another, and what lies under an element."""
PAINTS = (
    "() => {"
    + COLOURS
    + """
  const grid = (svg) => {
    const probe = svg.appendChild(document.createElementNS(svg.namespaceURI, "path"));
    probe.setAttribute("stroke", "var(--chart-grid)");
    const { stroke } = getComputedStyle(probe);
    probe.remove();
    return stroke;
  };
  // What a drawing uses from elsewhere is put into it, where its parts can be asked for their colours.
  for (const use of document.querySelectorAll("main svg use")) {
    const { children } = document.querySelector(use.getAttribute("href")).cloneNode(true);
    use.replaceWith(...children);
  }
  const found = [];
  for (const svg of document.querySelectorAll("main svg")) {
    const below = ground(svg.parentElement), unread = grid(svg);
    for (const shape of svg.querySelectorAll("path, line, rect, circle, text")) {
      const style = getComputedStyle(shape);
      if (!shape.checkVisibility() || style.visibility === "hidden") continue;
      const paint = (name, opacity) => {
        if (style[name] === "none" || style[name] === unread) return null;
        const [red, green, blue, alpha] = rgba(style[name]);
        const shown = alpha * style[opacity] * style.opacity;
        return shown === 0 ? null : over([red, green, blue, shown], below);
      };
      const fill = paint("fill", "fillOpacity"), stroke = paint("stroke", "strokeOpacity");
      const text = shape.localName === "text";
      const parts = { text: [fill], line: [stroke] }[shape.localName] ?? [fill, stroke];
      const paints = parts.filter((each) => each && (text || each.join() !== below.join()));
      const on = text && stroke ? stroke : below;
      if (paints.length) found.push([shape.localName, shape.outerHTML.slice(0, 160), paints, on]);
    }
  }
  return found;
}"""
)


WORDS = (
    "() => {"
    + COLOURS
    + """
  const opacity = (element) => element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1;
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, words = walker.currentNode.textContent.trim();
    const seen = element.checkVisibility({ visibilityProperty: true }) && !element.closest("svg, option, .unseen");
    if (!words || !seen) continue;
    const below = ground(element), [red, green, blue, alpha] = rgba(getComputedStyle(element).color);
    found.push([words.slice(0, 40), over([red, green, blue, alpha * opacity(element)], below), below]);
  }
  return found;
}"""
)


def ratio(one: list[float], other: list[float]) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def weak(window: Page) -> list[tuple[str, float]]:
    """What stands out too little in the drawings of a page, with its contrast."""
    marks = window.evaluate(PAINTS)
    assert marks
    ratios = [(shape, drawn, max(ratio(paint, on) for paint in paints)) for shape, drawn, paints, on in marks]
    return sorted(
        {(drawn, round(found, 2)) for shape, drawn, found in ratios if found < (TEXT if shape == "text" else GRAPHICS)}
    )


@pytest.mark.parametrize("setting", SETTINGS)
def test_drawings_stand_out(portal: Published, opened: Callable[..., BrowserContext], setting: str) -> None:
    """On every kind of page with a drawing: charts, interactive ones too, and marks of statuses."""
    window = opened(**SETTINGS[setting]).new_page()
    drawn = [each for each in portal.having("<svg") if each.language == portal.languages[0] and "main" in each.html]
    found: dict[str, list[tuple[str, float]]] = {}
    for each in drawn:
        window.goto(f"{portal.url}{each.path}")
        if not window.locator("main svg").locator("visible=true").count():
            continue
        found[each.path] = weak(window)
        for button in window.locator("[data-chart-button]").all():
            button.click()
            expect(button).to_have_attribute("aria-pressed", "true")
        found[each.path] += weak(window)
    assert len(found) > 1
    assert {path: [] for path in found} == found


@pytest.mark.parametrize("setting", SETTINGS)
def test_words_stand_out(real: Published, opened: Callable[..., BrowserContext], setting: str) -> None:
    """Every text of every kind of page, on its ground, on the screen and on paper: better than axe asks for."""
    window = opened(**SETTINGS[setting]).new_page()
    found: dict[str, list[tuple[str, float]]] = {}
    for each in (each for each in real.kinds if each.language == "fi" or each.kind == ROOT_KIND):
        window.emulate_media(media="screen")
        window.goto(f"{real.url}{each.path}")
        wake(window)
        for medium in ("screen", "print"):
            window.emulate_media(media=medium)
            ratios = {(words, round(ratio(paint, below), 2)) for words, paint, below in window.evaluate(WORDS)}
            assert len(ratios) > 1, each.path
            found[f"{each.path} {medium}"] = sorted(pair for pair in ratios if pair[1] < TEXT)
    assert {name: [] for name in found} == found
