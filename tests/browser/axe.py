"""axe-core, asked about the page that a window shows.

In: a window, in whatever state it is. Out: one line for each element that breaks a rule. The script goes in past
the page's policy, which is not weakened for it.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# What WCAG 2.2 added is known to axe but not asked for unless it is named. What is out of sight must be laid out
# before axe measures: it would see things move while it does.
RUN = """async () => {
  const whole = new CSSStyleSheet();
  whole.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(whole);
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(document, { rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(" ")}: ${html}`));
}"""


def findings(window: Page) -> tuple[str, ...]:
    """What axe finds on the page as it is now: the rule, the place and the markup of each element."""
    if not window.evaluate("'axe' in window"):
        window.evaluate(SOURCE.read_text("utf-8"))
    return tuple(window.evaluate(RUN))
