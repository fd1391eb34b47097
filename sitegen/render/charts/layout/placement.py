"""Where a label can stand without covering what matters.

In: boxes and a broken line, in pixels from the upper left. Out: the sides on which labels go. This module
must not know charts, colours or texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_EVERY = 3


@dataclass(frozen=True)
class Box:
    """A rectangle, in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """The rectangle with a margin all round."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, place: tuple[float, float]) -> bool:
        """Whether the point lies inside."""
        return self.left < place[0] < self.right and self.top < place[1] < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def trail(corners: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Points along the broken line through `corners`, a few pixels apart, the corners among them."""
    between = (place for pair in pairwise(corners) for place in _between(*pair))
    return (*between, *corners[-1:])


def _between(start: tuple[float, float], end: tuple[float, float]) -> Iterable[tuple[float, float]]:
    steps = max(1, round(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / _EVERY))
    for i in range(steps):
        yield start[0] + (end[0] - start[0]) * i / steps, start[1] + (end[1] - start[1]) * i / steps


def covered(box: Box, places: Iterable[tuple[float, float]]) -> int:
    """How many of `places` the box would cover."""
    return sum(box.holds(place) for place in places)
