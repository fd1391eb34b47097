"""How a problem is shown: to a person in a terminal, and to a workflow that annotates a change.

In: a problem, the text of its file, and a gettext. Out: lines of text. It must not know what the problem is
about, nor in which language it is told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from sitegen.source.problems import Message, Problem
from sitegen.source.text import MARK, split_lines

WIDEST_LINE = 160
TAB = "    "
# Direction marks could make a line read otherwise than it is; they are shown as replaced, like controls.
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def translate(message: Message, gettext: Callable[[str], str]) -> str:
    """The sentence of `message`; values that are messages are translated first.

    Raises KeyError when a translation names a value that the message does not have.
    """
    values = {
        name: translate(value, gettext) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    return gettext(message.msgid) % values


def render(problem: Problem, text: str | None, gettext: Callable[[str], str]) -> str:
    """Path, line, column and message; the line with a caret where `text` has it; what to write instead.

    Several lines without a final newline.
    """
    place = f"{_visible(problem.path)}:{problem.line}:{problem.column}"
    message = _visible(translate(problem.message, gettext))
    lines = [f"{place}: {_kind(problem, gettext)}: {message}", *_excerpt(problem, text)]
    if problem.hint:
        lines.append(f"   = {_instead(problem.hint, gettext)}")
    return "\n".join(lines)


def annotation(problem: Problem, gettext: Callable[[str], str]) -> str:
    """One workflow command of GitHub Actions, which shows the problem beside the changed line."""
    message = translate(problem.message, gettext)
    if problem.hint:
        message += f"\n{_instead(problem.hint, gettext)}"
    level = "warning" if problem.warning else "error"
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{level} {place}::{_command_text(message)}"


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of path, line, column and message id."""
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column, one.message.msgid)))


def _kind(problem: Problem, gettext: Callable[[str], str]) -> str:
    return gettext("warning") if problem.warning else gettext("error")


def _instead(hint: Message, gettext: Callable[[str], str]) -> str:
    label = gettext("help")
    return f"{label}: {_visible(translate(hint, gettext))}"


def _excerpt(problem: Problem, text: str | None) -> list[str]:
    lines = _split(text.removeprefix(MARK)) if text is not None else ()
    if not 0 < problem.line <= len(lines):
        return []
    shown, caret = _window(lines[problem.line - 1], problem.column)
    return [f"{problem.line:>5} | {shown}".rstrip(), f"      | {' ' * caret}^"]


@lru_cache(maxsize=1)
def _split(text: str) -> tuple[str, ...]:
    # Problems come sorted: all of one file are shown one after another.
    return tuple(split_lines(text))


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of `line` around `column` as it is shown, and how many cells stand before the caret."""
    at = column - 1
    start = max(0, min(at - WIDEST_LINE // 2, len(line) - WIDEST_LINE))
    end = start + WIDEST_LINE
    before = ("…" if start else "") + _visible(line[start:at])
    after = _visible(line[at:end]) + ("…" if end < len(line) else "")
    return before + after, sum(map(_cells, before))


def _visible(text: str) -> str:
    """Tabs as spaces, and nothing that could steer a terminal."""
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character == "\t":
        return TAB
    if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in DIRECTIONS:
        return "\ufffd"
    return character


def _cells(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _command_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command_text(text).replace(":", "%3A").replace(",", "%2C")
