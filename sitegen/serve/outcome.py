"""What a build came to, as the server sees it.

In: nothing. Out: `Outcome`, `Build` and `Unservable`. This module must not load anything that a build does not need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.source.problems import Message


@dataclass(frozen=True)
class Outcome:
    """problems: ready to be read, in the editor's language; empty where the tree was replaced.

    heading: a sentence over the problems, in the same language.
    """

    problems: tuple[str, ...]
    heading: str = ""


Build = Callable[[bool], Outcome]
"""Builds. It is told whether it is in haste: what takes long may then stay as it was."""


class Unservable(Exception):
    """The server cannot start; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid % message.values)
        self.message = message
