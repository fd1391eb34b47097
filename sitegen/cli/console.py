"""Where a command's words go, and in which language.

In: messages and problems. Out: lines for whoever called. It must not know any command.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from sitegen.language.language import Language
from sitegen.source.problems import Message, Problem
from sitegen.source.report import render, sort_problems, translate

DONE, FAULTS, USAGE = 0, 1, 2
"""Exit codes."""


@dataclass(frozen=True)
class Console:
    """Where words go and in which language."""

    language: Language
    out: TextIO
    err: TextIO

    def say(self, message: Message) -> None:
        """A sentence for whoever called."""
        print(translate(message, self.language.messages.gettext), file=self.out)

    def fault(self, message: Message) -> None:
        """A sentence on what stands in the way."""
        print(translate(message, self.language.messages.gettext), file=self.err)

    def problems(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        """Every problem with its line."""
        for text in self.rendered(problems, texts):
            print(text, file=self.err)

    def rendered(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> tuple[str, ...]:
        """Every problem in words, sorted."""
        gettext = self.language.messages.gettext
        return tuple(render(problem, texts.get(problem.path), gettext) for problem in sort_problems(problems))
