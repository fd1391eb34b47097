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
PAPER = "var(--chart-paper)"


@dataclass(frozen=True)
class Palette:
    """Names of custom properties without their dashes ("chart-value", "tone-done") → (light, dark)."""

    colours: Mapping[str, tuple[str, str]]


def tone(name: str) -> str:
    """The colour of a bar whose tone is `name`."""
    return f"var(--tone-{name})"


def stylesheet(palette: Palette) -> str:
    """CSS that declares every colour of `palette` for light and for dark; paper is always light."""
    light = _declarations({name: pair[0] for name, pair in palette.colours.items()})
    dark = _declarations({name: pair[1] for name, pair in palette.colours.items()})
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _declarations(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in sorted(colours.items()))


def tokens(drawing: str) -> frozenset[str]:
    """Names of the custom properties, without their dashes, that a drawing or a specification needs."""
    return frozenset(re.findall(r"var\(--([\w-]+)\)", drawing))
