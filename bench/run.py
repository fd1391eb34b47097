"""Measures builds of the same portal by this generator and by Hugo, one after the other, and tells the medians.

    python -m bench.run --hugo PATH [--work DIR] [--records 100 1000 5000] [--rounds 5] [--memory]

In: where Hugo is, how many records, how often. Out: a line a step. Before anything is measured the pages of both are
compared, and every edit is seen to have reached its page.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from time import sleep

from bench import portals
from bench.check import differences
from bench.measure import REST, Cost, measured

PAGE = "sv/projects/p-00003/index.html"
STEPS = ("cold", "unchanged", "text", "template", "catalog")
REMEMBERED = ("public", ".public.standby", ".cache", "resources")


@dataclass(frozen=True)
class Tool:
    """A generator. text, template, catalog: files that are edited; a word of each catalog and template is `old`."""

    name: str
    folder: Path
    command: list[str]
    text: str
    template: str
    catalog: str

    def build(self, *, memory: bool) -> Cost:
        """What a build costs."""
        return measured(self.command, self.folder, memory=memory)

    def page(self) -> str:
        """The page that edits show on."""
        return (self.folder / "public" / PAGE).read_text(encoding="utf-8")


def tools(work: Path, count: int, hugo: Path) -> tuple[Tool, Tool]:
    """Both generators, each with its portal of `count` records."""
    own, other = work / f"ours-{count}", work / f"hugo-{count}"
    for folder, form in ((own, portals.ours), (other, portals.hugo)):
        portals.write(folder, count, form)
    text, catalog = "content/projects/p-00003.sv.md", "locale/sv/LC_MESSAGES/messages.po"
    build = [sys.executable, "build.py", "build"]
    return (
        Tool("ours", own, build, text, "themes/look/templates/base.html", catalog),
        Tool(
            "hugo",
            other,
            [str(hugo), "--quiet"],
            "content/sv/projects/p-00003.md",
            "layouts/baseof.html",
            "i18n/sv.yaml",
        ),
    )


def steps(tool: Tool, mark: str, *, memory: bool) -> Iterator[tuple[str, Cost]]:
    """Each step with its cost."""
    for name in REMEMBERED:
        shutil.rmtree(tool.folder / name, ignore_errors=True)
    build = partial(tool.build, memory=memory)
    yield "cold", build()
    sleep(REST)
    build()
    yield "unchanged", build()
    yield "text", _edited(tool, tool.text, lambda text: f"{text}\n{mark}text.\n", f"{mark}text", build)
    new = f"<p>{mark}</p></footer>"
    yield "template", _edited(tool, tool.template, lambda text: text.replace("</footer>", new), new, build)
    new = f"{mark}catalog."
    yield "catalog", _edited(tool, tool.catalog, lambda text: text.replace("statisk generator.", new), new, build)


def _edited(tool: Tool, path: str, edit: Callable[[str], str], wanted: str, build: Callable[[], Cost]) -> Cost:
    """The build after an edit, which the next build finds taken back. Raises ValueError where it does not show."""
    file = tool.folder / path
    before = file.read_text(encoding="utf-8")
    file.write_text(edit(before), encoding="utf-8")
    cost = build()
    if wanted not in tool.page():
        raise ValueError(f"{tool.name}: {path} was edited, and the page does not show it")
    file.write_text(before, encoding="utf-8")
    return cost


def compare(count: int, both: tuple[Tool, Tool], rounds: int, *, memory: bool) -> Iterator[str]:
    """A line a step: medians of both and their ratio."""
    own, hugo = both
    for tool in both:
        tool.build(memory=False)
    if found := tuple(differences(hugo.folder / "public", own.folder / "public")):
        raise ValueError("\n".join(found[:10]))
    costs: dict[tuple[str, str], list[Cost]] = {}
    for number in range(rounds):
        for tool in both if number % 2 else reversed(both):
            for step, cost in steps(tool, f"mark{number}", memory=memory):
                costs.setdefault((tool.name, step), []).append(cost)
    for step in STEPS:
        ours, theirs = costs["ours", step], costs["hugo", step]
        wall, reference = (median(each.wall for each in some) for some in (ours, theirs))
        cpu, other = (median(each.cpu for each in some) for some in (ours, theirs))
        line = f"{count:>6} {step:<10} ours {wall:7.3f} s ({cpu:6.2f})  hugo {reference:7.3f} s ({other:6.2f})"
        peaks = f"  {max(each.memory for each in ours):5.0f} / {max(each.memory for each in theirs):5.0f} MB"
        yield f"{line}  ratio {wall / reference:5.2f}{peaks if memory else ''}"


def main() -> None:
    """Measure and tell."""
    given = _arguments()
    for count in given.records:
        both = tools(given.work, count, given.hugo)
        for line in compare(count, both, given.rounds, memory=given.memory):
            print(line, flush=True)


def _arguments() -> argparse.Namespace:
    made = argparse.ArgumentParser(description="Measure builds beside Hugo's.")
    made.add_argument("--hugo", type=Path, required=True, help="the program itself, not a wrapper of another language")
    made.add_argument("--work", type=Path, default=Path(gettempdir()) / "bench", help="a folder, best in memory")
    made.add_argument("--records", type=int, nargs="+", default=[100, 1000, 5000])
    made.add_argument("--rounds", type=int, default=5)
    made.add_argument("--memory", action="store_true", help="look at the memory too, which takes time itself")
    return made.parse_args()


if __name__ == "__main__":
    main()
