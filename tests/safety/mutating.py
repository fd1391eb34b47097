"""Inputs that went wrong on their way: bytes lost, doubled, swapped, replaced by others that mean something.

In: faultless inputs and a seed. Out: mutations of them, the same for the same seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

Change = Callable[[random.Random, bytes], bytes]

MEANING = r"""
--- ... - ? : &a *a <<: !!python/object:os.system !!binary | >- ' " { } [ ] # %YAML null true ~ NaN .inf 0x1
-1 1e30 1e31 0.1 1_000 2024-13-45 0000 … å ../../etc/passwd /dev/zero javascript:x 999999999999999999999999999999999
{% if %} {% endblock %} {# {{ }} %} {{ view.x.y }} {% include 'x' %} {% extends 'x' %} {% macro a() %} {{ a() }}
%(count)s %(x)d %s % msgid msgstr msgid_plural msgstr[9] "x" #, fuzzy #~ \\ \n "" "Plural-Forms: x;\n"
<!-- <script> <a href= ``` > * [a]: *[a]: |a|b| : &#0; [x](page:no) [x](project:customer-app#x) <https:// ** _
"""
"""What means something to one of the languages that inputs are written in."""
UNSEEN = ("\n", "\t", "\r", "\r\n", " ", "\0", "\x1b[31m", "\u2028", "\u202e", "\ufeff", "\ud7ff", "\U0010ffff")
BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf")
MARKS = (*(mark.encode() for mark in (*MEANING.split(), *UNSEEN)), *BYTES)
WORDS = (*MARKS, *(b" " + mark + b" " for mark in MARKS), b"\n---\n")


def mutations(inputs: tuple[bytes, ...], seed: int, count: int) -> Iterator[tuple[int, bytes]]:
    """`count` pairs of the place of an input and a mutation of it."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(count):
        at = chance.randrange(len(inputs))
        content = inputs[at]
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            content = chance.choice(CHANGES)(chance, content)
        yield at, content


def _lost(chance: random.Random, content: bytes) -> bytes:
    start, end = _slice(chance, content)
    return content[:start] + content[end:]


def _doubled(chance: random.Random, content: bytes) -> bytes:
    start, end = _slice(chance, content)
    return content[:end] + content[start:end] * chance.choice((1, 1, 2, 50)) + content[end:]


def _moved(chance: random.Random, content: bytes) -> bytes:
    start, end = _slice(chance, content)
    rest = content[:start] + content[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + content[start:end] + rest[at:]


def _replaced(chance: random.Random, content: bytes) -> bytes:
    start, end = _slice(chance, content)
    return content[:start] + chance.choice(WORDS) + content[end:]


def _added(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(WORDS) + content[at:]


def _flipped(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _lines(chance: random.Random, content: bytes) -> bytes:
    """Two lines change places, a line is lost, or indented otherwise."""
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    if chance.random() < 0.5:
        lines[one] = b" " * chance.randrange(5) + lines[one].lstrip()
    return b"\n".join(lines[: None if chance.random() < 0.8 else one])


def _valued(chance: random.Random, content: bytes) -> bytes:
    """A field of a line has another value."""
    lines = content.split(b"\n")
    at = chance.choice([number for number, line in enumerate(lines) if b": " in line] or [0])
    lines[at] = lines[at].partition(b": ")[0] + b": " + chance.choice(WORDS)
    return b"\n".join(lines)


def _nested(chance: random.Random, content: bytes) -> bytes:
    at, sign = (
        chance.randrange(len(content) + 1),
        chance.choice((b"[", b"{a: ", b"- ", b"> ", b"(", b"{% if 1 %}", b"*")),
    )
    return content[:at] + sign * chance.choice((5, 30, 400)) + content[at:]


def _slice(chance: random.Random, content: bytes) -> tuple[int, int]:
    longest = chance.choice((1, 4, 40, 400))
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randrange(longest + 1))


CHANGES: tuple[Change, ...] = (_lost, _doubled, _moved, _replaced, _added, _flipped, _lines, _valued, _nested)
