"""Markdown with front matter becomes a document and a body, or problems.

In: the bytes of a file. Out: `Prose`, positions counted in the whole file. It must not know what the front
matter means, nor what Markdown is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sitegen.source.links import NoteMark, images, note_marks, targets
from sitegen.source.problems import Problem, say
from sitegen.source.quick import Parse, quick
from sitegen.source.text import decode, split_lines
from sitegen.source.yamltext import Document, read_yaml

FENCE = "---"
LONGEST = 50_000
MOST_BRACKETS = 1_000
"""Markdown looks for the end of each that is opened, to the end of the text: beyond these, for minutes."""


@dataclass(frozen=True)
class Prose:
    """A text with its front matter.

    body: without blank lines around it, newlines as LF. body_line: the line of the file on which body begins,
    from 1.
    """

    path: str
    front: Document
    body: str
    body_line: int

    @cached_property
    def targets(self) -> tuple[tuple[int, str], ...]:
        """(offset in the body, target) of every link in it."""
        return tuple(targets(self.body))

    @cached_property
    def images(self) -> tuple[tuple[int, str], ...]:
        """(offset in the body, as written) of every image in it."""
        return tuple(images(self.body))

    @cached_property
    def note_marks(self) -> tuple[NoteMark, ...]:
        """The footnotes in it, and what refers to them."""
        return tuple(note_marks(self.body))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of an offset in the body, from 1."""
        before = self.body[:offset]
        return self.body_line + before.count("\n"), len(before) - before.rfind("\n")


@dataclass(frozen=True)
class Parts:
    """A text divided, its front matter not yet read. The others as in Prose."""

    front: str
    body: str
    body_line: int


def read_prose(path: str, content: bytes, *, parse: Parse = quick) -> tuple[Prose | None, tuple[Problem, ...]]:
    """The prose in `content`, or None and all its problems, sorted; never raises for any bytes.

    parse: as in `read_yaml`.
    """
    parts, problems = divided(path, content)
    return _read(path, parts, parse) if parts else (None, problems)


def divided(path: str, content: bytes) -> tuple[Parts | None, tuple[Problem, ...]]:
    """The parts of the prose in `content`, or None and what stands in the way; never raises for any bytes."""
    text, problems = decode(path, content)
    if text is None:
        return None, problems
    lines = split_lines(text)
    if not _is_fence(lines[0]):
        return None, (_no_front(path),)
    end = next((number for number, line in enumerate(lines) if number and _is_fence(line)), None)
    if not end:
        return None, (_unclosed(path),)
    parts = _parts(lines, end)
    beyond = _beyond(path, parts)
    return (None, (beyond,)) if beyond else (parts, ())


def _parts(lines: list[str], end: int) -> Parts:
    """end: the number of the line that ends the front matter."""
    filled = [number for number in range(end + 1, len(lines)) if lines[number].strip()]
    first, last = (filled[0], filled[-1]) if filled else (end + 1, end)
    return Parts("\n".join(lines[1:end]), "\n".join(lines[first : last + 1]), first + 1)


def _read(path: str, parts: Parts, parse: Parse) -> tuple[Prose | None, tuple[Problem, ...]]:
    front, problems = read_yaml(path, parts.front.encode(), line_offset=1, parse=parse)
    return (None, problems) if front is None else (Prose(path, front, parts.body, parts.body_line), ())


def _beyond(path: str, parts: Parts) -> Problem | None:
    """The limit that the text goes beyond, if any."""
    hint = say("Divide it into several pages.")
    if len(parts.body) > LONGEST:
        message = say("The text is longer than %(limit)s characters.", limit=LONGEST)
        return Problem(path, parts.body_line, 1, message, hint)
    if parts.body.count("[") + parts.body.count("<") > MOST_BRACKETS:
        message = say("The text has more than %(limit)s of the signs “[” and “<”.", limit=MOST_BRACKETS)
        return Problem(path, parts.body_line, 1, message, hint)
    return None


def _is_fence(line: str) -> bool:
    return line.rstrip() == FENCE


def _no_front(path: str) -> Problem:
    hint = say("Write a line “---”, the fields on lines of their own, a line “---” again, and the text.")
    return Problem(path, 1, 1, say("The file does not begin with front matter."), hint)


def _unclosed(path: str) -> Problem:
    hint = say("Write a line “---” between the fields and the text.")
    return Problem(path, 1, 1, say("The front matter that begins here has no end."), hint)
