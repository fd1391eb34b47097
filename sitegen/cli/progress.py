"""How far a build is, and what it came to, for whoever waits at a terminal.

In: files as they are made, and numbers. Out: a bar on the terminal, lines for the console. Where nobody watches, as in
a workflow, no bar is drawn and nothing is loaded for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.cli.console import Console
from sitegen.pipeline.tally import Step, Tally
from sitegen.source.problems import Message, say
from sitegen.source.report import translate
from sitegen.store.tree import Change

PATIENCE = 1.0
"""Seconds for which somebody waits without wondering."""
COLUMNS = ((12, "<"), (8, ">"), (8, ">"), (8, ">"), (9, ">"), (7, ">"))
"""Width in characters and side of each column of the table of steps."""


def watching(console: Console) -> Callable[[Iterable[bytes], int], Iterable[bytes]]:
    """What draws a bar where the console is a terminal, once it has taken a while."""

    def watch(made: Iterable[bytes], total: int) -> Iterable[bytes]:
        if not console.err.isatty():
            return made
        from tqdm import tqdm  # noqa: PLC0415 - only when there is somebody to see it

        label = translate(say("Making files"), console.language.messages.gettext)
        return tqdm(made, total=total, desc=label, delay=PATIENCE, leave=False, file=console.err, unit="")

    return watch


def table(tally: Tally, console: Console) -> str:
    """Every step: how often it was asked for, how often that was remembered, its own seconds, and its share of all."""
    _ = console.language.messages.gettext
    head = (_("step"), _("calls"), _("hits"), _("misses"), _("seconds"), _("share"))
    whole = sum(step.seconds for step in tally.steps.values()) or 1.0
    steps = sorted(tally.steps.items(), key=lambda each: -each[1].seconds)
    rows = [(name, step.calls, *_asked(step), *_took(step, whole)) for name, step in steps]
    return "\n".join(map(_line, (head, *rows)))


def _line(cells: tuple[object, ...]) -> str:
    return " ".join(f"{cell:{side}{width}}" for cell, (width, side) in zip(cells, COLUMNS, strict=True)).rstrip()


def _asked(step: Step) -> tuple[object, object]:
    """Hits and misses, where there can be any."""
    return ("–", "–") if step.hits is None else (step.hits, step.calls - step.hits)


def _took(step: Step, whole: float) -> tuple[str, str]:
    return f"{step.seconds:.3f}", f"{step.seconds / whole:.1%}"


def summary(pages: int, change: Change, seconds: float, tally: Tally) -> Message:
    """What a build came to, on one line. seconds: that it took."""
    steps = [step for step in tally.steps.values() if step.hits is not None]
    return say(
        "Pages: %(pages)s. Files changed: %(changed)s, deleted: %(deleted)s. Remembered: %(hits)s of %(calls)s. "
        "Seconds: %(seconds)s.",
        pages=pages,
        changed=len(change.written),
        deleted=len(change.deleted),
        hits=sum(step.hits or 0 for step in steps),
        calls=sum(step.calls for step in steps),
        seconds=f"{seconds:.2f}",
    )
