"""Measures what an editor waits for: from saving a text to seeing it on the page in the browser, with `serve`.

    python -m bench.serve [--work DIR]

In: nothing but the checkout, and Chromium (`CHROMIUM`, or on the path). Out: a line for each kind of text: median,
shortest and longest of some edits.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

from playwright.sync_api import Page

from bench.measure import environment
from bench.real import portal
from tests.chromium import chromium

EDITS = 9
"""How often each text is saved."""
REST = 4
"""Seconds between two of them, in which what a hasty build left as it was is made."""
SERVE = [sys.executable, "build.py", "serve", "--port", "0"]
SHOWN = "word => document.querySelector('main')?.textContent.includes(word)"
TEXTS = (
    ("text of a page", "content/pages/about.sv.md", re.compile(r"\Z"), "\nOrd{}.\n", "sv/om-portalen/"),
    (
        "title of a project",
        "content/projects/2024-ai-assistant.yaml",
        re.compile(r"  sv: '(?=Vi)"),
        "  sv: 'Ord{} ",
        "sv/projekt/ai-assistent/",
    ),
)
"""What is edited, where, at what place, to what, and the page that shows it."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which the portal in a folder is shown."""
    with subprocess.Popen(SERVE, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        try:
            said = iter(process.stdout or ())
            yield next(found[0] for found in (re.search(r"http://[\d.:]+/", line) for line in said) if found)
        finally:
            process.terminate()


def waits(page: Page, file: Path, place: re.Pattern[str], word: str) -> Iterator[float]:
    """Seconds from each edit to its word on the page."""
    original = file.read_text(encoding="utf-8")
    for turn in range(EDITS):
        time.sleep(REST)
        text, start = place.sub(word.format(turn), original, count=1), time.perf_counter()
        file.write_text(text, encoding="utf-8")
        page.wait_for_function(SHOWN, arg=f"Ord{turn}")
        yield time.perf_counter() - start


def main() -> None:
    """Measure and tell."""
    made = argparse.ArgumentParser(description="Measure from save to page.")
    made.add_argument("--work", type=Path, default=Path(gettempdir()) / "bench", help="a folder, best in memory")
    folder = portal(made.parse_args().work / "served")
    with serving(folder) as address, chromium() as browser:
        page = browser.new_page()
        for name, path, place, word, shown in TEXTS:
            page.goto(f"{address}{shown}")
            found = sorted(waits(page, folder / path, place, word))
            print(f"{name:<20} {statistics.median(found):.3f} s ({found[0]:.3f}-{found[-1]:.3f})", flush=True)


if __name__ == "__main__":
    main()
