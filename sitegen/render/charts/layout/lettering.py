"""How much room a text takes, without asking a font.

In: a text and a size of letters. Out: an upper estimate of its width, and the text broken into lines. The
reader's fonts are unknown when the page is made, and those of the machine must not matter, so the widths are
constants: those of a wide bold sans, which common fonts stay below. This module must not know charts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

# Advance widths of bold letters in hundredths of their size, after DejaVu Sans, the widest of common fonts.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!\u00ad", 40),
    **dict.fromkeys(" \u00a0\u202fftr()[]/-", 50),
    **dict.fromkeys("mwMW%@—", 108),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÅÄÖ−+=", 88),
}
_COMMON = 72
_REGULAR = 0.9
_FULL = 100
_FIRST_FULL_WIDTH = "\u2e80"
_SOFT_HYPHEN = "\u00ad"


def width(text: str, size: int, *, bold: bool = False) -> float:
    """An upper estimate, in pixels, of `text` in letters of `size` pixels."""
    return sum(_advance(letter) for letter in text) * size / 100 * (1 if bold else _REGULAR)


def _advance(letter: str) -> int:
    return _WIDTHS.get(letter, _FULL if letter >= _FIRST_FULL_WIDTH else _COMMON)


def wrap(text: str, size: int, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines that are at most `room` pixels wide.

    Breaks at spaces, at soft hyphens where a word alone is too wide, and within a word as a last resort.
    An empty text has no line.
    """
    return tuple(broken(text, lambda line: width(line, size, bold=bold) <= room))


def broken(text: str, fits: Callable[[str], bool]) -> list[str]:
    """`text` in lines, as `wrap` breaks it. fits: whether a line is short enough."""
    lines: list[str] = []
    for piece in _pieces(text, fits):
        if lines and fits(f"{lines[-1]} {piece}"):
            lines[-1] = f"{lines[-1]} {piece}"
        else:
            lines.append(piece)
    return lines


def _pieces(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    # Not str.split(): a no-break space must not be a place to break.
    for word in filter(None, text.split(" ")):
        rest = word
        while not fits(_plain(rest)) and len(rest) > 1:
            head, rest = _head(rest, fits)
            yield head
        yield _plain(rest)


def _head(word: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """The longest beginning of `word` that fits, and the rest."""
    for at in reversed([at for at, letter in enumerate(word) if letter == _SOFT_HYPHEN and at]):
        if fits(f"{_plain(word[:at])}-"):
            return f"{_plain(word[:at])}-", word[at + 1 :]
    # Not the longest of all beginnings: a word of 20,000 letters would take minutes.
    end = next((end for end in range(1, len(word)) if not fits(_plain(word[: end + 1]))), len(word) - 1)
    return _plain(word[:end]), word[end:]


def _plain(word: str) -> str:
    return word.replace(_SOFT_HYPHEN, "")
