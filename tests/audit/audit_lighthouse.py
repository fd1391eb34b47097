"""Lighthouse as it judges a phone, on the pages that most readers come to.

Its clock is simulated: a slow phone and a slow network are computed from what the page asks for and how long its
scripts took here. What else this machine does meanwhile can only make a page slower, or stop Lighthouse on its way, so
the best of a few tries is what the page is.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser.published import Published
from tests.conftest import ROOT
from tests.plugins.node import node

PROGRAM = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
KINDS = ("home", "roadmap", "project", "indicator", "search")
LANGUAGES = ("fi", "sv")
LARGEST_PAINT = 1250  # ms: letters of our own cost two round trips of 150 ms of those that Lighthouse reckons with
TRIES = 6
LAST_WORDS = 500  # characters


def judged(address: str) -> Judgement:
    """What Lighthouse says of an address; where it came to no end, its last words as a fault."""
    options = ("--output=json", "--quiet", "--no-enable-error-reporting", f"--only-categories={','.join(CATEGORIES)}")
    chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    environment = os.environ | {"CHROME_PATH": os.environ["CHROMIUM"]}
    command = (node(), PROGRAM, address, *options, chrome)
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        return Judgement((), math.inf, (done.stderr[-LAST_WORDS:],))
    return judgement(json.loads(done.stdout))


@dataclass(frozen=True)
class Judgement:
    """Scores of 1 in each category of CATEGORIES, and the largest paint in milliseconds; faults: what cost a score."""

    scores: tuple[float, ...]
    painted: float
    faults: tuple[str, ...]

    @property
    def best(self) -> bool:
        """Whether nothing is left to be wished for."""
        return set(self.scores) == {1} and self.painted < LARGEST_PAINT


def judgement(report: dict[str, Any]) -> Judgement:
    """What a report comes to."""
    categories, audits = report["categories"], report["audits"]
    weighed = (each["id"] for name in CATEGORIES for each in categories[name]["auditRefs"] if each["weight"])
    return Judgement(
        tuple(categories[name]["score"] for name in CATEGORIES),
        audits["largest-contentful-paint"]["numericValue"],
        tuple(
            f"{name} {audits[name].get('displayValue')}" for name in weighed if audits[name]["score"] not in {None, 1}
        ),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_light_and_for_everyone(
    kind: str, language: str, portal: Published, record_property: Callable[[str, object], None]
) -> None:
    """A hundred of a hundred in each category, and the largest part is seen within 1.25 seconds."""
    (page,) = (each for each in portal.kinds if (each.kind, each.language) == (kind, language))
    tries: list[Judgement] = []
    while len(tries) < TRIES and not any(each.best for each in tries):
        tries.append(judged(f"{portal.url}{page.path}"))
    record_property("painted", min(each.painted for each in tries))
    assert any(each.best for each in tries), tries
