"""The two widths at which a chart is laid out.

In: nothing. Out: `NARROW`, `WIDE` and what both share. This module must not know any kind of chart.

A chart is laid out twice, because one drawing cannot serve both ends: at 720 units its text shrinks to less than
half on a 320-pixel screen, and at 288 units it swells to twice the size of the page's text on a desk. Each is
shown near its own size (the stylesheet switches at `TURN` pixels of the figure's own width), so that text
stays between 13 and 18 pixels. The interactive chart takes the layout that its width allows.
"""

from __future__ import annotations

from dataclasses import dataclass

TURN = 552
"""Width of the figure, in CSS pixels, from which the wide layout is shown."""

FOOT = 28
"""Pixels under the plot, for the labels of a horizontal axis."""

LETTERS = "letters"
"""Name of the signal that holds the size of all letters, in pixels: no place depends on it."""


@dataclass(frozen=True)
class Screen:
    """A width for which a chart is laid out. All measures in pixels at full size.

    width: of the whole drawing. text: size of letters. plot: height of a chart over time without its texts.
    bar: thickness of a bar.
    """

    name: str
    width: int
    text: int
    plot: int
    bar: int

    @property
    def line(self) -> int:
        """From one line of text to the next."""
        return round(self.text * 1.35)


NARROW = Screen(name="narrow", width=288, text=14, plot=150, bar=16)
WIDE = Screen(name="wide", width=720, text=17, plot=210, bar=20)
SCREENS = (NARROW, WIDE)
