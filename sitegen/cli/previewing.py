"""Warnings where GitHub's preview of a text differs from the portal, at their lines.

In: sources. Out: problems. It must not know what GitHub shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.render.preview import difference, drawn
from sitegen.source.problems import Problem, limited, say
from sitegen.source.prose import Prose
from sitegen.source.tree import Sources

LONGEST = 40
"""Characters of a text that are quoted."""


def previewed(sources: Sources) -> Iterator[Problem]:
    """For each text the first difference, and everything that GitHub alone draws."""
    for path, prose in sources.prose.items():
        yield from limited(_differences(path, prose))


def _differences(path: str, prose: Prose) -> Iterator[Problem]:
    for offset, written in drawn(prose.body):
        message = say("GitHub’s preview draws “%(text)s”; the portal shows it as it is written.", text=_short(written))
        yield Problem(path, *prose.place(offset), message, say("Say it in words."), warning=True)
    if found := difference(prose.body):
        line, words = found
        message = say(
            "GitHub’s preview shows the text otherwise than the portal from here on: “%(text)s”.", text=_short(words)
        )
        hint = say("See how it looks with “build.py serve”, and write the passage more simply.")
        yield Problem(path, prose.body_line + line - 1, 1, message, hint, warning=True)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[:LONGEST].rstrip()}…"
