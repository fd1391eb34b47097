"""A fault in content as a value.

In: nothing. Out: `Message`, `Problem` and `say`, which every room uses to speak of a fault without knowing
in which language it will be read. A message is an English message id with its values; the command line
translates it. This module must not know what a project or an indicator is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

MOST = 100
"""Problems of one file that are told at once: thousands have one cause, and take minutes to find and to read."""


@dataclass(frozen=True)
class Message:
    """A translatable sentence: message id with %(name)s placeholders, and the values that fill them.

    A value may itself be a Message (a field's label, say); it is translated first.
    """

    msgid: str
    values: Mapping[str, object]


def say(msgid: str, /, **values: object) -> Message:
    """Mark `msgid` for extraction and bind its values."""
    return Message(msgid, values)


@dataclass(frozen=True)
class Problem:
    """A fault (or a warning) at one place of one file.

    path: posix path relative to the project's root. line, column: counted from 1; column in characters.
    message: what is wrong. hint: what to write instead. warning: does not stop a build.
    """

    path: str
    line: int
    column: int
    message: Message
    hint: Message | None = None
    warning: bool = False


def limited(problems: Iterator[Problem]) -> Iterator[Problem]:
    """The first hundred, and a word on it where there are more: they are not even looked for."""
    yield from islice(problems, MOST)
    if (more := next(problems, None)) is not None:
        message = say("The file has more faults than are told here.")
        hint = say("Put these right first.")
        yield Problem(more.path, more.line, more.column, message, hint)
