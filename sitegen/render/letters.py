"""The letters that pictures are written with: one open font, brought by a locked package.

In: texts. Out: their widths in it, broken into lines, and the font's files under a name of our own. No font of
the machine is asked, and none can stand in: no system has a family of that name. This module must not know
what is written.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sitegen.render.charts.layout.lettering import broken

FAMILY = "Portal Sitegen Letters"
"""What the renderer knows the font by."""
LEADING = 1.14
"""From a line to the next, as a share of the size."""

_PACKAGE = "font_source_sans_pro"
_STYLES: Mapping[int, str] = {400: "Regular", 700: "Bold"}
_STANDS_IN = "?"
_ELLIPSIS = "…"
_LONGEST = 1000

# Of the TrueType format: a header, a directory with a record for each table, the tables.
_HEADER, _RECORD = struct.Struct(">I4H"), struct.Struct(">4s3I")
_WINDOWS, _FULL_UNICODE, _ENGLISH = 3, 10, 0x409
_FAMILY_NAME, _STYLE_NAME, _FULL_NAME, _POSTSCRIPT_NAME = 1, 2, 4, 6


@dataclass(frozen=True)
class Face:
    """One weight of the font. advances: how wide each letter that it has is, as a share of the size."""

    style: str
    content: bytes
    advances: Mapping[str, float]

    def width(self, text: str, size: float) -> float:
        """The width of `text` in letters of `size`, in the unit of `size`; kerning can only narrow it."""
        return sum(self.advances[letter] for letter in text) * size

    def shown(self, text: str) -> str:
        """`text` in letters that the font has: the nearest of the same meaning, else a question mark."""
        return "".join(self._nearest(letter) for letter in text if unicodedata.category(letter) != "Cf")

    def _nearest(self, letter: str) -> str:
        if letter in self.advances:
            return letter
        alike = _ALIKE.get(letter) or unicodedata.normalize("NFKD", letter)
        return "".join(each for each in alike if each in self.advances) or _STANDS_IN


_ALIKE: Mapping[str, str] = {"\u2010": "-", "\u2011": "-"}


@dataclass(frozen=True)
class Fitted:
    """A text broken into lines, and the size of its letters."""

    size: int
    lines: tuple[str, ...]


@cache
def face(weight: int) -> Face:
    """The font in a weight: 400 or 700."""
    style = _STYLES[weight]
    content = files(_PACKAGE).joinpath("files", f"SourceSansPro-{style}.ttf").read_bytes()
    return Face(style, content, _advances(content))


def faces() -> Mapping[str, bytes]:
    """The font's files by name, in which the family is called FAMILY."""
    return {f"{style}.ttf": _renamed(face(weight)) for weight, style in _STYLES.items()}


def fit(text: str, room: float, height: float, sizes: tuple[int, ...], weight: int) -> Fitted:
    """`text` as large as it goes into a box without a broken word.

    Of a text beyond 1,000 characters the rest is not measured, for no card has room for it.

    room, height: of the box, which takes one line at least. sizes: from the largest to the smallest; at the smallest
    a word too long is broken and a text too long ends in "…".
    """
    letters = face(weight)
    words = letters.shown(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}{_ELLIPSIS}")
    for size in sizes:
        lines = _lines(words, room, size, letters)
        if len(lines) <= _most(height, size) and _whole(lines, words):
            return Fitted(size, lines)
    smallest = sizes[-1]
    lines = _lines(words, room, smallest, letters)
    return Fitted(smallest, _cut(lines, _most(height, smallest), smallest, room, letters))


def _whole(lines: tuple[str, ...], words: str) -> bool:
    return " ".join(lines) == " ".join(filter(None, words.split(" ")))


def _most(height: float, size: int) -> int:
    return max(1, int(height / (size * LEADING)))


def _lines(words: str, room: float, size: int, letters: Face) -> tuple[str, ...]:
    return tuple(broken(words, lambda line: letters.width(line, size) <= room))


def _cut(lines: tuple[str, ...], most: int, size: int, room: float, letters: Face) -> tuple[str, ...]:
    """The first `most` lines; where there are more, the last ends in "…"."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and letters.width(f"{last}{_ELLIPSIS}", size) > room:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip()}{_ELLIPSIS}")


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = _HEADER.unpack_from(font)[1]
    records = (_RECORD.unpack_from(font, _HEADER.size + _RECORD.size * i) for i in range(count))
    return {tag: font[start : start + length] for tag, _checksum, start, length in records}


def _advances(font: bytes) -> Mapping[str, float]:
    tables = _tables(font)
    [em] = struct.unpack_from(">H", tables[b"head"], 18)
    [measured] = struct.unpack_from(">H", tables[b"hhea"], 34)
    widths = [advance for advance, _bearing in struct.iter_unpack(">Hh", tables[b"hmtx"][: 4 * measured])]
    # Glyphs after the measured ones are as wide as the last of them.
    return {chr(code): widths[min(glyph, measured - 1)] / em for code, glyph in _glyphs(tables[b"cmap"])}


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """(code point, number of its glyph) of every letter, from the table that covers all of Unicode."""
    [count] = struct.unpack_from(">H", cmap, 2)
    records = (struct.unpack_from(">2HI", cmap, 4 + 8 * i) for i in range(count))
    [start] = [offset for *kind, offset in records if kind == [_WINDOWS, _FULL_UNICODE]]
    [groups] = struct.unpack_from(">I", cmap, start + 12)
    for first, last, glyph in struct.iter_unpack(">3I", cmap[start + 16 : start + 16 + 12 * groups]):
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _renamed(letters: Face) -> bytes:
    """The font with our own names. Its licence reserves the name that it came with for what is unchanged."""
    tables = {**_tables(letters.content), b"name": _names(letters.style)}
    tables.pop(b"DSIG", None)  # a signature of what was
    start = _HEADER.size + _RECORD.size * len(tables)
    records, body = b"", b""
    for tag, table in sorted(tables.items()):
        records += _RECORD.pack(tag, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return _HEADER.pack(0x10000, len(tables), 0, 0, 0) + records + body


def _names(style: str) -> bytes:
    joined = f"{FAMILY.replace(' ', '')}-{style}"
    names = {_FAMILY_NAME: FAMILY, _STYLE_NAME: style, _FULL_NAME: f"{FAMILY} {style}", _POSTSCRIPT_NAME: joined}
    records, texts = b"", b""
    for number, name in names.items():
        text = name.encode("utf-16-be")
        records += struct.pack(">6H", _WINDOWS, 1, _ENGLISH, number, len(text), len(texts))
        texts += text
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + records + texts
