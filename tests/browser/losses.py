"""What a reader loses of a page's words where room is short or letters stand apart.

In: a window with a page. Out: what goes beyond the screen, is cut off, covers other words, or is broken though there
is room for it.
"""

from __future__ import annotations

from playwright.sync_api import Page

# Hidden by intent is what only a screen reader says; what scrolls within the page can be scrolled to.
LOSSES = """() => {
  const found = [], seen = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`sideways: ${root.scrollWidth - root.clientWidth} px`);
  const unseen = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { clipPath, visibility } = getComputedStyle(each);
      if (clipPath !== "none" || visibility === "hidden") return true;
    }
    return !element.checkVisibility();
  };
  const edges = (element) => {
    const hides = [];
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each);
      if (["hidden", "clip"].includes(overflowX) || ["hidden", "clip"].includes(overflowY)) hides.push(each);
      if (overflowX === "auto" || overflowX === "scroll") break;
    }
    return hides.map((each) => each.getBoundingClientRect());
  };
  // How wide a line may be where a word stands.
  const room = (element) => {
    const style = getComputedStyle(element);
    if (style.display === "inline") return room(element.parentElement);
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  };
  // A word with what no line is broken at, a number with its unit; of addresses and markup, any part may stand alone.
  const WORD = /(?<![^ \\n\\t–-])[\\p{L}\\p{N}@.,()\\u00a0\\u202f]+(?![^ \\n\\t–-])/gu;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = node.data.trim(), holder = node.parentElement;
    if (!text || holder.closest("script, style, template, noscript, option") || unseen(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const cut = (box) => rects.some((rect) =>
      rect.left < box.left - 1 || rect.right > box.right + 1 || rect.top < box.top - 1 || rect.bottom > box.bottom + 1);
    if (edges(holder).some(cut)) found.push(`cut off: ${text.slice(0, 60)}`);
    for (const { left, right, top, bottom } of rects) {
      // Lines may stand closer than their letters are high, and the last letter has space after it.
      const third = (bottom - top) / 3;
      seen.push({ node, text, left: left + 1, right: right - 3, top: top + third, bottom: bottom - third });
    }
    for (const match of node.data.matchAll(WORD)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
      const whole = parts.reduce((sum, { width }) => sum + width, 0);
      const lines = new Set(parts.map(({ top }) => Math.round(top)));
      if (lines.size > 1 && whole < room(holder)) found.push(`broken: ${match[0]}`);
    }
  }
  seen.sort((one, other) => one.top - other.top);
  seen.forEach((one, at) => {
    for (let next = at + 1; next < seen.length && seen[next].top < one.bottom; next += 1) {
      const other = seen[next];
      if (other.node === one.node || other.left >= one.right || one.left >= other.right) continue;
      found.push(`covered: ${one.text.slice(0, 40)} | ${other.text.slice(0, 40)}`);
    }
  });
  return [...new Set(found)];
}"""


def losses(window: Page) -> list[str]:
    """Each loss in a few words with the text that it concerns."""
    found: list[str] = window.evaluate(LOSSES)
    return found
