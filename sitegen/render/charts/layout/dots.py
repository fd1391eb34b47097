"""One value or two on a scale of their own, from top to bottom: unit, target, values, scale, what is left.

In: a `TimeChart` of one or two points whose scale has a start. Out: what it fills into the specification of the kind.
This module must not know Altair, Vega, SVG or colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from sitegen.render.charts.layout.filling import Filling, Row, lines, plain
from sitegen.render.charts.layout.lettering import width, wrap
from sitegen.render.charts.layout.scale import Scale, scale
from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.views.charts import Point, TimeChart

RADIUS = 8
"""Of a dot, in pixels."""

_GAP = 6
_STEPS = range(6, 1, -1)


def filling(chart: TimeChart) -> Filling:
    """What `chart` puts into the specification."""
    layouts = {screen.name: _Layout(chart, screen) for screen in SCREENS}
    captions: Row = {name: {"words": lines(layout.caption)} for name, layout in layouts.items()}
    return Filling(
        frames={name: layout.frame() for name, layout in layouts.items()},
        data={
            "ticks": _ticks(chart),
            "points": _points(chart, layouts),
            "targets": _targets(chart, layouts),
            "captions": [captions],
        },
    )


def own_scale(chart: TimeChart) -> Scale:
    """The unit's scale in even steps; where it has no end, or a number lies beyond one, as far as the numbers go."""
    numbers = [point.number for point in chart.points] + ([] if chart.target is None else [chart.target])
    low, top = chart.lowest or Decimal(0), chart.highest
    if top is None or low >= top or min(numbers) < low or max(numbers) > top:
        return scale(numbers, low)
    steps = next((count for count in _STEPS if (top - low) % count == 0), 1)
    return Scale(tuple(low + (top - low) / steps * i for i in range(steps + 1)))


def _ticks(chart: TimeChart) -> list[Row]:
    """Long texts at both ends stay inside."""
    found = own_scale(chart)
    sides = ("left", *("center" for _ in found.ticks[1:-1]), "right")
    ticks = zip(found.ticks, found.written(chart.locale), sides, strict=True)
    return [
        {"number": plain(tick), "text": text, "align": "center" if len(text) == 1 else side}
        for tick, text, side in ticks
    ]


def _points(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    rows = [_point(point, latest=point is chart.points[-1]) for point in chart.points]
    for name, layout in layouts.items():
        for row, label in zip(rows, layout.labels, strict=True):
            row[name] = label
    return rows


def _point(point: Point, *, latest: bool) -> Row:
    marks: Row = {"about": point.about, "incomplete": point.incomplete, "latest": latest}
    words: Row = {"period": point.period, "text": point.label, "tip": [point.period, point.label]}
    return {"number": plain(point.number), **marks, **words}


def _targets(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    if chart.target is None:
        return []
    ends: Row = {"number": plain(chart.target), "from": plain(chart.points[-1].number)}
    return [{**ends, **{name: layout.target_label() for name, layout in layouts.items()}}]


@dataclass(frozen=True)
class _Layout:
    """A chart at one width, in pixels."""

    chart: TimeChart
    screen: Screen

    def frame(self) -> Row:
        """Measures that the specification refers to, from top to bottom."""
        left = self.screen.line * len(self.left_words) + 2 * _GAP if self.chart.left else 0
        down: Row = {"high": self.high, "axis": self.axis, "ticks": self.ticks, "height": self.ticks + _GAP + left}
        sizes: Row = {"size": self.screen.text, "line": self.screen.line}
        return {**sizes, **down, "low": plain(self.scale.low), "top": plain(self.scale.top)}

    @cached_property
    def scale(self) -> Scale:
        """See `own_scale`."""
        return own_scale(self.chart)

    @cached_property
    def caption(self) -> tuple[str, ...]:
        """The unit in words."""
        return wrap(self.chart.measure, self.screen.text, self.screen.width)

    def x(self, number: Decimal) -> float:
        """Pixels from the left."""
        return RADIUS + self.scale.share(number) * (self.screen.width - 2 * RADIUS)

    @property
    def high(self) -> int:
        """The upper end of the target's line: under the unit and the target's label."""
        return self.screen.line * (len(self.caption) + len(self.target_words)) + _GAP

    @property
    def axis(self) -> int:
        """The line of the scale: under the labels of the values."""
        return self.high + self.screen.line * (1 + self.stacked) + RADIUS + _GAP

    @property
    def ticks(self) -> int:
        """The foot of the scale's numbers."""
        return self.axis + RADIUS + self.screen.text + _GAP

    @cached_property
    def wide(self) -> tuple[float, ...]:
        """How wide each label is: the period, and the number after it."""
        return tuple(self.after(point) + width(point.label, self.screen.text, bold=True) for point in self.chart.points)

    def after(self, point: Point) -> float:
        """Where in its label the number begins."""
        return width(point.period, self.screen.text) + _GAP

    @property
    def turns(self) -> tuple[int, ...]:
        """The points from left to right."""
        return tuple(sorted(range(len(self.chart.points)), key=lambda i: self.chart.points[i].number))

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Where each label begins, from left to right: the left one ends at its dot, the right one begins there."""
        first, last = self.turns[0], self.turns[-1]
        spots = [self.x(point.number) for point in self.chart.points]
        right = self._clear(spots[last] - RADIUS, self.wide[last])
        if first == last:
            return (right,)
        return self._clear(spots[first] + RADIUS - self.wide[first], self.wide[first]), right

    def _clear(self, start: float, wide: float) -> float:
        """Where a label that would begin at `start` stays inside, and beside the target's line if there is room."""
        start = self._within(start, wide)
        if self.chart.target is None or not -_GAP < self.x(self.chart.target) - start < wide + _GAP:
            return start
        line = self.x(self.chart.target)
        sides = (side for side in (line - _GAP - wide, line + _GAP) if side == self._within(side, wide))
        return min(sides, key=lambda side: abs(side - start), default=start)

    def _within(self, start: float, wide: float) -> float:
        return max(0, min(start, self.screen.width - wide))

    @property
    def stacked(self) -> bool:
        """Whether the labels need a line each."""
        return len(self.turns) > 1 and self.starts[0] + self.wide[self.turns[0]] + _GAP > self.starts[1]

    @cached_property
    def labels(self) -> tuple[Row, ...]:
        """Where the label of each point stands."""
        return tuple(self._label(i) for i in range(len(self.chart.points)))

    def _label(self, i: int) -> Row:
        point, turn = self.chart.points[i], self.turns.index(i)
        dx = self.starts[turn] - self.x(point.number)
        y = self.axis - RADIUS - _GAP - (self.screen.line if self.stacked and i == 0 else 0)
        return {"dx": plain(dx), "after": plain(dx + self.after(point)), "y": y}

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """The target's label."""
        if self.chart.target is None:
            return ()
        x = self.x(self.chart.target)
        return wrap(self.chart.target_label, self.screen.text, max(x, self.screen.width - x), bold=True)

    @cached_property
    def left_words(self) -> tuple[str, ...]:
        """What is left to the target."""
        return wrap(self.chart.left, self.screen.text, self.screen.width, bold=True)

    def target_label(self) -> Row:
        """The target's label over its line, and what is left under the scale."""
        target = self.chart.target or Decimal(0)
        middle = (target + self.chart.points[-1].number) / 2
        first = self.screen.line * len(self.caption) + self.screen.text
        under = self.ticks + _GAP * 2
        left: Row = {"bracket": under, "left": lines(self.left_words), "below": under + self.screen.line}
        beside = self._beside(middle, self.left_words)
        return {"words": lines(self.target_words), "align": self._align(target), "y": first, **left, "beside": beside}

    def _align(self, number: Decimal) -> str:
        """Centred over the line where the label has room; else it ends or begins there."""
        half, x = self._widest(self.target_words) / 2, self.x(number)
        if half <= min(x, self.screen.width - x):
            return "center"
        return "right" if x * 2 >= self.screen.width else "left"

    def _beside(self, number: Decimal, words: tuple[str, ...]) -> int | float:
        """How far from `number` the middle of `words` stands, so that they stay inside."""
        half, x = self._widest(words) / 2, self.x(number)
        return plain(max(half, min(x, self.screen.width - half)) - x)

    def _widest(self, words: tuple[str, ...]) -> float:
        return max((width(line, self.screen.text, bold=True) for line in words), default=0)
