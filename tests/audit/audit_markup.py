"""The Nu HTML checker on every file of markup and style.

What it says wrongly is left out by its own words, each with the reason: an unused entry fails as well.
"""

from __future__ import annotations

import json
import os
import re
import subprocess

from tests.browser.published import Published
from tests.conftest import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
WRONG = (
    # A file has no origin that 'self' could be. That the scripts run is held in the browser.
    r"Resource violates Content Security Policy \(meta tag\): external script “/assets/[^”]+” blocked by .*",
    # Its checker of styles is older than these; every browser of the last years knows them.
    r"CSS: “container-type”: Property “container-type” doesn't exist\.",
    r"CSS: Unrecognized at-rule “@container”",
    r"CSS: “paint-order”: Property “paint-order” doesn't exist\.",
)


def test_nothing_is_reported_on_any_file(portal: Published) -> None:
    """No error, no warning and no advice."""
    java = os.environ.get("JAVA", "java")
    command = (java, "-jar", CHECKER, "--exit-zero-always", "--format", "json", "--also-check-css", "--skip-non-html")
    done = subprocess.run((*command, portal.out), check=True, capture_output=True, text=True)
    messages = json.loads(done.stderr)["messages"]
    wrong = {reason for reason in WRONG for each in messages if re.fullmatch(reason, each["message"])}
    rest = [each for each in messages if not any(re.fullmatch(reason, each["message"]) for reason in wrong)]
    assert [] == [f"{each.get('url')}:{each.get('lastLine')}: {each['message']}" for each in rest]
    assert set(WRONG) == wrong
