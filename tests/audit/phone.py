"""The weakest phone: how long a list of three hundred projects takes to answer a filter.

In: a browser. Out: milliseconds. The processor is slowed to a quarter and the network to a slow 4G.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect

from tests.audit.publishing import publishing
from tests.browser.crowd import crowd
from tests.browser.published import published
from tests.conftest import ROOT, built

INVENTED = ROOT / "tests" / "portals" / "lindhamn"
SMALL = {"width": 360, "height": 640}
SLOWER = 4
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
WORD = "digi"
# From a click or a letter to the moment at which its script is done, and to that at which the next frame was drawn.
ASKED = """(control, text) => new Promise((done) => {
  const begun = performance.now();
  if (text === null) control.click();
  else {
    control.value = text;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const answered = performance.now() - begun;
  requestAnimationFrame(() => setTimeout(() => done([answered, performance.now() - begun]), 0));
})"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Answers:
    """Milliseconds until the page is first seen; of each click and letter, until it is answered, and that is drawn."""

    painted: float
    answered: tuple[float, ...]
    drawn: tuple[float, ...]


def answers(browser: Browser) -> Answers:
    """Type a word and take it back, letter by letter; choose and leave each term of the list's first facet."""
    with TemporaryDirectory() as folder:
        site = built(INVENTED, Path(folder) / "invented", memory=ROOT / ".cache")
        out = crowd(INVENTED, site, Path(folder) / "crowded")
        path = max(published("", out).pages, key=lambda page: page.html.count("data-row")).path
        with publishing(out) as url, browser.new_context(viewport=SMALL) as context:  # type: ignore[arg-type] # two numbers
            window = context.new_page()
            devtools = context.new_cdp_session(window)
            devtools.send("Network.enable")
            devtools.send("Network.emulateNetworkConditions", SLOW_4G)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            window.goto(f"{url}{path}")
            expect(window.locator("[data-filter]")).to_be_visible()
            words = window.locator("[data-filter] [name=q]")
            typed = [words.evaluate(ASKED, WORD[:end]) for end in (*range(1, len(WORD) + 1), *range(len(WORD))[::-1])]
            facet = window.locator("details.facet").first
            facet.locator("summary").click()
            clicks = [box.evaluate(ASKED, None) for box in facet.locator("input").all() for _ in range(2)]
            painted = window.evaluate(PAINTED)
    answered, drawn = zip(*typed, *clicks, strict=True)
    return Answers(painted, answered, drawn)
