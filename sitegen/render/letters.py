"""The letters that pictures are written with: those of the texts of pages.

In: texts. Out: their widths in it, broken into lines, and the outlines of a line. What draws them knows no font, so
none of the machine can stand in. This module must not know what is written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sitegen.render.charts.layout.lettering import broken
from sitegen.render.typefaces import TYPEFACES, font_file

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LEADING = 1.14
"""From a line to the next, as a share of the size."""

_STANDS_IN = "?"
_ELLIPSIS = "…"
_LONGEST = 1000


@dataclass(frozen=True)
class Face:
    """The font in one weight. A variable font is measured and outlined at its place on the axis of weights."""

    font: TTFont
    weight: int

    @cached_property
    def em(self) -> int:
        """The size of the letters as they are outlined."""
        return int(self.font["head"].unitsPerEm)

    @cached_property
    def advances(self) -> Mapping[str, float]:
        """How wide each letter that it has is, as a share of the size."""
        return {letter: self._glyphs[name].width / self.em for letter, name in self._names.items()}

    def width(self, text: str, size: float) -> float:
        """The width of `text` in letters of `size`, in the unit of `size`."""
        return sum(self.advances[letter] for letter in text) * size

    def outlines(self, text: str) -> Iterator[tuple[float, str]]:
        """(how far along, path of an SVG) of each letter that is to be seen, in letters of the size `em`.

        A path begins on the line at the letter's left, and what is above it is positive.
        """
        along = 0.0
        for letter in text:
            if path := self._outline(letter):
                yield along, path
            along += self.advances[letter] * self.em

    def shown(self, text: str) -> str:
        """`text` in letters that the font has: the nearest of the same meaning, else a question mark."""
        return "".join(self._nearest(letter) for letter in text if unicodedata.category(letter) != "Cf")

    def _nearest(self, letter: str) -> str:
        if letter in self.advances:
            return letter
        alike = unicodedata.normalize("NFKD", letter)
        return "".join(each for each in alike if each in self.advances) or _STANDS_IN

    def _outline(self, letter: str) -> str:
        if letter not in self._known:
            from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415 - only when a letter is drawn

            pen = SVGPathPen(self._glyphs)
            self._glyphs[self._names[letter]].draw(pen)
            self._known[letter] = pen.getCommands()
        return self._known[letter]

    @cached_property
    def _known(self) -> dict[str, str]:
        """Outlines by letter, drawn once."""
        return {}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {chr(code): name for code, name in self.font.getBestCmap().items()}

    @cached_property
    def _glyphs(self) -> Any:  # noqa: ANN401 - fontTools names no type for it
        return self.font.getGlyphSet(location={"wght": self.weight})


@dataclass(frozen=True)
class Fitted:
    """A text broken into lines, and the size of its letters."""

    size: int
    lines: tuple[str, ...]


@cache
def face(weight: int) -> Face:
    """The typeface of texts in a weight from 400 to 700."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only when there is something to write

    return Face(TTFont(BytesIO(font_file(TYPEFACES["sans"]))), weight)


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
    """The first `most` lines; where there are more, the last ends in "…", before a bracket that would stay open."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and letters.width(f"{last}{_ELLIPSIS}", size) > room:
        last = last[:-1]
    opened = last.rfind("(")
    if opened > last.rfind(")"):
        last = last[:opened]
    return (*lines[: most - 1], f"{last.rstrip()}{_ELLIPSIS}")
