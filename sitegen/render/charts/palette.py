"""The colours of charts, as custom properties.

In: the theme's palette. Out: the declarations that give each colour its value in light and in dark. A chart
names its colours (`var(--chart-value)`) and never a value, so that one drawing serves both. This module must
not know what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

VALUE = "var(--chart-value)"
TARGET = "var(--chart-target)"
AXIS = "var(--chart-axis)"
TEXT = "var(--chart-text)"
INK = "var(--chart-ink)"
GRID = "var(--chart-grid)"
PAPER = "var(--paper)"


@dataclass(frozen=True)
class Palette:
    """Names of custom properties without their dashes ("chart-value", "tone-done") → (light, dark).

    more: those that differ for readers who ask for more contrast.
    """

    colours: Mapping[str, tuple[str, str]]
    more: Mapping[str, tuple[str, str]]


def tone(name: str) -> str:
    """The colour of a bar whose tone is `name`."""
    return f"var(--tone-{name})"


def stylesheet(palette: Palette) -> str:
    """CSS that declares every colour of `palette`: for light, for dark, and for more contrast in each.

    Dark is for screens: on paper the light colours hold.
    """
    more, dark = "(prefers-contrast:more)", "screen and (prefers-color-scheme:dark)"
    declared = (
        _root(palette.colours, 0),
        f"@media {dark}{{{_root(palette.colours, 1)}}}",
        f"@media {more}{{{_root(palette.more, 0)}}}",
        f"@media {dark} and {more}{{{_root(palette.more, 1)}}}",
    )
    return "".join(f"{rule}\n" for rule in declared)


def _root(colours: Mapping[str, tuple[str, str]], scheme: int) -> str:
    declared = ";".join(f"--{name}:{pair[scheme]}" for name, pair in sorted(colours.items()))
    return f":root{{{declared}}}"


def tokens(drawing: str) -> frozenset[str]:
    """Names of the custom properties, without their dashes, that a drawing or a specification needs."""
    return frozenset(re.findall(r"var\(--([\w-]+)\)", drawing))
