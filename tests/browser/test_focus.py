"""Where the keyboard is: seen on every control, and covered by nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.published import Published
from tests.browser.test_contrast import COLOURS, GRAPHICS, ratio
from tests.browser.waking import wake

THICKNESS = 2  # px
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = {"narrow": {"width": 320, "height": 640}, "wide": {"width": 1280, "height": 900}}
# Each control gets the focus as from a keyboard. What is asked for are points on it, not at corners, which may be
# round; of a control that is larger than the window, those in sight.
CONTROLS = (
    """async () => {"""
    + COLOURS
    + """
  const found = [];
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  for (const control of document.querySelectorAll(controls)) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.disabled) continue;
    control.focus({ focusVisible: true });
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(control);
    const width = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
    const around = parseFloat(outlineOffset) >= 0 ? control.parentElement : control;
    const reach = width + parseFloat(outlineOffset);
    const points = [...control.getClientRects()].flatMap(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return [[x, y], [left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]];
    });
    const seen = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const covering = seen.map(([x, y]) => document.elementFromPoint(x, y))
      .filter((each) => each && !control.contains(each) && !each.contains(control));
    const box = control.getBoundingClientRect();
    let cut = box.left - reach < 0 || box.right + reach > document.documentElement.clientWidth;
    for (let each = control.parentElement; each && each !== document.body; each = each.parentElement) {
      if (getComputedStyle(each).overflowX === "visible") continue;
      const edge = each.getBoundingClientRect();
      cut ||= box.left - reach < edge.left - .5 || box.right + reach > edge.right + .5;
      cut ||= box.top - reach < edge.top - .5 || box.bottom + reach > edge.bottom + .5;
    }
    found.push({
      control: control.outerHTML.slice(0, 120),
      width,
      colours: [rgba(outlineColor).slice(0, 3), ground(around)],
      covered: seen.length === 0 || covering.length > 0,
      cut,
    });
  }
  return found;
}"""
)


def faults(window: Page) -> list[str]:
    """Controls whose focus is not seen, with the reason."""
    controls = window.evaluate(CONTROLS)
    assert controls
    found = []
    for each in controls:
        reasons = {
            "thin": each["width"] < THICKNESS,
            "pale": ratio(*each["colours"]) < GRAPHICS,
            "covered": each["covered"],
            "cut off": each["cut"],
        }
        found += [f"{reason}: {each['control']}" for reason, holds in reasons.items() if holds]
    return found


def test_a_focus_that_is_not_seen_is_found(page: Page) -> None:
    """Without an outline, pale, under something, and cut off."""
    page.set_content("""<!doctype html><style>body{margin:20px}:focus{outline:3px solid #000}</style>
      <button style="outline:0">thin</button><button style="outline-color:#eee">pale</button>
      <button>good</button><p><button>covered</button>
      <div style="background:red;height:99px;margin-top:-99px;position:relative"></div>
      <p style="overflow:hidden"><button>cut off</button>""")
    found = faults(page)
    assert {"thin", "pale", "covered", "cut off"} == {each.partition(":")[0] for each in found}
    assert all(each.partition(":")[0] in each.partition(">")[2] for each in found if not each.startswith("covered"))
    assert "good" not in str([each for each in found if not each.startswith("covered")])


@pytest.mark.parametrize("size", SIZES)
def test_the_focus_is_seen_on_every_control(
    size: str, portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """On each kind of page with all of it opened: an outline that is thick enough, stands out, and lies free."""
    window = opened(viewport=SIZES[size]).new_page()
    found = {}
    for each in (each for each in portal.kinds if each.language == portal.languages[0]):
        window.goto(f"{portal.url}{each.path}")
        wake(window)
        for scheme in SCHEMES:
            window.emulate_media(color_scheme=scheme)
            found[each.path, scheme] = faults(window)
    assert {} == {where: unseen for where, unseen in found.items() if unseen}
