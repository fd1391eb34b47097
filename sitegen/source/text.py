"""Bytes become text, or problems that say where they could not.

In: the bytes of one file. Out: its text without a byte order mark, every character of it one that an editor
can see. It must not know YAML or Markdown. Lines end where an editor ends them: at LF, CRLF or CR, and at
nothing else; that is why the other separators of Unicode are refused here, before a parser counts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sitegen.source.damage import Damage, damaged, unmerged
from sitegen.source.problems import Problem, limited, say

MARK = "\ufeff"
NEWLINE = re.compile(r"\r\n|\n|\r")
# Also the marks that force a direction on all that follows: with them, a line reads otherwise than it is.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ufffe\uffff]")


def split_lines(text: str) -> list[str]:
    """The lines of `text` without their ends; a final newline is followed by one empty line."""
    return NEWLINE.split(text)


def decode(path: str, content: bytes, *, line_offset: int = 0) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a UTF-8 file (a byte order mark is dropped), or the problems that prevent it.

    line_offset: how many lines of the file stand before `content`.
    """
    try:
        text = content.decode("utf-8").removeprefix(MARK)
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, content, error.start, line_offset),)
    found = (at_lines(path, text, line_offset, look) for look in (_unseen, damaged, unmerged))
    problems = tuple(limited(each for problems in found for each in problems))
    return (None if problems else text), problems


def decode_anyhow(content: bytes) -> str:
    """The text for showing: undecodable bytes become U+FFFD, a byte order mark stays."""
    return content.decode("utf-8", "replace")


def _not_utf8(path: str, content: bytes, start: int, line_offset: int) -> Problem:
    before = split_lines(content[:start].decode("utf-8").removeprefix(MARK))
    return Problem(
        path,
        len(before) + line_offset,
        len(before[-1]) + 1,
        say("The file is not UTF-8: the byte %(byte)s stands here.", byte=f"0x{content[start]:02X}"),
        say("Save the file as UTF-8 in the editor."),
    )


def at_lines(path: str, text: str, line_offset: int, look: Callable[[str], Iterator[Damage]]) -> Iterator[Problem]:
    """Everything that `look` finds, a problem each; mostly there is nothing, which one look at the whole text tells."""
    if next(look(text), None) is None:
        return
    for number, line in enumerate(split_lines(text), 1 + line_offset):
        for column, message, hint in look(line):
            yield Problem(path, number, column + 1, message, hint)


def _unseen(line: str) -> Iterator[Damage]:
    """Only the first: a binary file would otherwise report every byte of it."""
    if match := UNSEEN.search(line):
        message = say("There is an invisible character here (U+%(code)s).", code=f"{ord(match.group()):04X}")
        yield match.start(), message, say("Delete this character, or type the line again.")
