"""Measures builds of this portal itself, and what its search, share cards, charts and tables as files cost.

    python -m bench.real [--work DIR] [--rounds 3]

In: nothing but the checkout. Out: medians, a line for each step, and one for a cold build without each of these.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from time import sleep

from bench.measure import REST, Cost, measured
from bench.portals import BASE, HERE

BUILD = [sys.executable, "build.py", "build", "--base-url", BASE]
SETTINGS = "content/portal.yaml"
SEARCH = re.compile(r"  - id: 'search'\n(?:    .*\n)+")
TEXT = ("content/pages/about.sv.md", re.compile(r"\Z"), "\nPortalen.\n")
"""A word that is on the page already."""
NEW_WORD = (TEXT[0], TEXT[1], "\nPortalväktarnas.\n")
"""A word that no page says, nor the dictionary."""
VALUE = ("content/indicators/automated-processes.yaml", re.compile(r"number: \d+"), "number: 3")


def portal(folder: Path) -> Path:
    """A copy of this portal with its program."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("content", "locale", "themes", "sitegen"):
        shutil.copytree(HERE.parent / name, folder / name)
    shutil.copy2(HERE.parent / "build.py", folder)
    return folder


def edit(folder: Path, path: str, old: re.Pattern[str], new: str) -> None:
    """Put `new` where `old` is first found. Raises ValueError where it is not."""
    text = (folder / path).read_text(encoding="utf-8")
    made, count = old.subn(new, text, count=1)
    if not count:
        raise ValueError(f"nothing to edit in {path}")
    (folder / path).write_text(made, encoding="utf-8")


def steps(work: Path) -> Iterator[tuple[str, Cost]]:
    """Each step with its cost."""
    whole = portal(work / "real")
    yield "cold", measured(BUILD, whole)
    sleep(REST)
    measured(BUILD, whole)
    yield "unchanged", measured(BUILD, whole)
    for name, change in (("text", TEXT), ("new word", NEW_WORD), ("value", VALUE)):
        edit(whole, *change)
        yield name, measured(BUILD, whole)
    for name in ("cards", "charts", "csv"):
        bare = portal(work / "bare")
        edit(bare, SETTINGS, re.compile(r"\Z"), f"without:\n  - '{name}'\n")
        yield f"cold without {name}", measured(BUILD, bare)
    bare = portal(work / "bare")
    edit(bare, SETTINGS, SEARCH, "")
    yield "cold without search", measured(BUILD, bare)


def main() -> None:
    """Measure and tell."""
    made = argparse.ArgumentParser(description="Measure builds of this portal.")
    made.add_argument("--work", type=Path, default=Path(gettempdir()) / "bench", help="a folder, best in memory")
    made.add_argument("--rounds", type=int, default=3)
    given = made.parse_args()
    costs: dict[str, list[Cost]] = {}
    for _ in range(given.rounds):
        for step, cost in steps(given.work):
            costs.setdefault(step, []).append(cost)
    for step, some in costs.items():
        wall, cpu = median(each.wall for each in some), median(each.cpu for each in some)
        print(f"{step:<22} {wall:7.3f} s ({cpu:6.2f})", flush=True)


if __name__ == "__main__":
    main()
