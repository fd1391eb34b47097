"""Signs that a text was damaged on its way into a file.

In: a decoded line. Out: its damaged characters. It must not know YAML or Markdown. A character is damaged where
a program has put a substitute for it, where only one font has a shape for it, or where its UTF-8 bytes were read one
by one; a place, where the marks of two versions were left in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sitegen.source.problems import Message, say

# U+FFFD stands for what could not be read; the others have no meaning outside of one font.
LOST = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+")
PUNCTUATION = bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
# UTF-8 read as Windows' code page. Punctuation that a real text can have behind “Ã” counts only inside a word.
MISREAD = re.compile(rf"Ã[\u00a1-\u00bf]|Ã[{PUNCTUATION}](?=\w)|Â[\u00a0-\u00bf]|â€[\u0080-\u2122]?|â\u201a¬")
UNMERGED = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


Damage = tuple[int, Message, Message]
"""At which character of a line, what is wrong, and what to write instead."""


def damaged(line: str) -> Iterator[Damage]:
    """Every damaged character of `line`."""
    for match in sorted((*LOST.finditer(line), *MISREAD.finditer(line)), key=re.Match.start):
        yield match.start(), *_of_character(match[0])


def unmerged(line: str) -> Iterator[Damage]:
    """The marks that git leaves where two people changed one place."""
    for match in UNMERGED.finditer(line):
        message = say("Two versions of this place stand here, for two people have changed it.")
        hint = say("Keep one of them, and delete the lines that begin with “<<<<<<<”, “=======” and “>>>>>>>”.")
        yield match.start(), message, hint


def entities(line: str) -> Iterator[Damage]:
    """Every character of `line` that is written as in HTML."""
    for match in ENTITY.finditer(line):
        if (character := html.unescape(match[0])) != match[0]:
            message = say("“%(written)s” is a character as HTML writes it.", written=match[0])
            yield match.start(), message, say("Write the character itself: “%(character)s”.", character=character)


def _of_character(text: str) -> tuple[Message, Message]:
    again = say("Type it again as the original has it.")
    if LOST.fullmatch(text):
        return say("A character was damaged on the way to this file (U+%(code)s).", code=f"{ord(text[0]):04X}"), again
    message = say("“%(text)s” is a character that was damaged on the way to this file.", text=text)
    meant = _as_utf8(text)
    return message, say("It was probably “%(meant)s”; type it again.", meant=meant) if meant else again


def _as_utf8(text: str) -> str | None:
    """The character whose bytes in UTF-8 are those of `text` in the code page of Windows."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
