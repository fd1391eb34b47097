"""One amount or two, laid out from top to bottom: unit, each period with its number over its bar, target.

In: a `TimeChart` of one or two points. Out: what it fills into the specification of the kind. The target is drawn at
the latest bar. This module must not know Altair, Vega, SVG or colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from sitegen.render.charts.layout.filling import Filling, Row, lines, plain
from sitegen.render.charts.layout.lettering import width, wrap
from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.views.charts import Point, TimeChart

_GAP = 6
_BETWEEN = 14
_THICK = 1.75
REACH = 6
"""Pixels that the target's line reaches over the edges of its bar."""


def filling(chart: TimeChart) -> Filling:
    """What `chart` puts into the specification."""
    layouts = {screen.name: _Layout(chart, screen) for screen in SCREENS}
    captions: Row = {name: {"words": lines(layout.caption)} for name, layout in layouts.items()}
    return Filling(
        frames={name: layout.frame() for name, layout in layouts.items()},
        data={"points": _points(chart, layouts), "targets": _targets(chart, layouts), "captions": [captions]},
    )


def ends(chart: TimeChart) -> tuple[Decimal, Decimal]:
    """Zero and the numbers, the lowest and the highest of them."""
    target = () if chart.target is None else (chart.target,)
    numbers = (Decimal(0), *(point.number for point in chart.points), *target)
    low, top = min(numbers), max(numbers)
    return low, top if top > low else low + 1


def _points(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    rows = [_point(point) for point in chart.points]
    for name, layout in layouts.items():
        for i, row in enumerate(rows):
            row[name] = layout.place(i)
    return rows


def _point(point: Point) -> Row:
    marks: Row = {"about": point.about, "incomplete": point.incomplete}
    return {"number": plain(point.number), "period": point.period, **marks, "tip": [point.period, point.label]}


def _targets(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    if chart.target is None:
        return []
    return [{"number": plain(chart.target), **{name: layout.target_label() for name, layout in layouts.items()}}]


@dataclass(frozen=True)
class _Layout:
    """A chart at one width, in pixels."""

    chart: TimeChart
    screen: Screen

    def frame(self) -> Row:
        """Measures that the specification refers to."""
        low, top = self.ends
        height = self.edges[-1] - _BETWEEN + REACH + self.screen.line * len(self.target_words) + _GAP
        sizes: Row = {"size": self.screen.text, "line": self.screen.line, "thick": self.thick}
        return {**sizes, "height": height, "low": plain(low), "top": plain(top)}

    @cached_property
    def ends(self) -> tuple[Decimal, Decimal]:
        """See `ends`."""
        return ends(self.chart)

    @property
    def thick(self) -> int:
        """The thickness of a bar."""
        return round(self.screen.bar * _THICK)

    @cached_property
    def caption(self) -> tuple[str, ...]:
        """The unit in words."""
        return wrap(self.chart.measure, self.screen.text, self.screen.width)

    @cached_property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each number, right of its period."""
        text, room = self.screen.text, self.screen.width
        return tuple(wrap(point.label, text, room - self._right(point), bold=True) for point in self.chart.points)

    def _right(self, point: Point) -> float:
        return width(point.period, self.screen.text) + _GAP

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Where the part of each point begins, and where the last one ends."""
        high = self.screen.line * len(self.caption) + (_GAP if self.caption else 0)
        parts = (self._over(words) + self.thick + _BETWEEN for words in self.labels)
        return tuple(accumulate(parts, initial=high))

    def _over(self, words: tuple[str, ...]) -> int:
        return max(len(words), 1) * self.screen.line + _GAP

    def place(self, i: int) -> Row:
        """Where the period of point `i`, its number and its bar stand."""
        top, words = self.edges[i], self.labels[i]
        over = top + self._over(words)
        down: Row = {"first": top + self.screen.text, "top": top, "over": over, "under": over + self.thick}
        return {"words": lines(words), "dx": plain(self._right(self.chart.points[i])), **down}

    @property
    def target_x(self) -> float:
        """Pixels from the left."""
        low, top = self.ends
        return 0 if self.chart.target is None else float((self.chart.target - low) / (top - low)) * self.screen.width

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """The target's label, on the roomier side of its line."""
        if self.chart.target is None:
            return ()
        room = max(self.target_x, self.screen.width - self.target_x)
        return wrap(self.chart.target_label, self.screen.text, room, bold=True)

    def target_label(self) -> Row:
        """The target's line over the latest bar, and its label under it, ending or beginning at the line."""
        under = self.edges[-1] - _BETWEEN + REACH
        ends = self.target_x * 2 >= self.screen.width
        place: Row = {"align": "right" if ends else "left", "y": under + self.screen.text}
        return {"words": lines(self.target_words), **place, "over": under - self.thick - 2 * REACH, "under": under}
