"""A chart over time, laid out: where its line, its numbers, its periods and its target's label stand.

In: a `TimeChart` of two points or more. Out: what it fills into the specification of the kind. A number that
would cover another, the line or the target is left to the table; the latest, the earliest, the highest and
the lowest come first. This module must not know Altair, Vega, SVG or colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from sitegen.render.charts.layout.filling import Filling, Row, lines, plain
from sitegen.render.charts.layout.lettering import width, wrap
from sitegen.render.charts.layout.placement import Box, covered, trail
from sitegen.render.charts.layout.scale import Scale, scale
from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.views.charts import Point, TimeChart

RADIUS = 5
"""Of a point, in pixels."""

_GAP = 6
TICK_GAP = 10
"""Pixels between a tick's label and the plot."""

_HALF = Decimal("0.5")
_YEAR_DIGITS = 4
_HALO = 3
# What it costs a label to cover a piece of the line (1 each), the target, and another label or the edge.
_STRUCK, _MEETS = 100, 1000


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


def _scale(chart: TimeChart) -> Scale:
    """Of the values and the target."""
    target = () if chart.target is None else (chart.target,)
    return scale((*(point.number for point in chart.points), *target))


def _ticks(chart: TimeChart) -> list[Row]:
    found = _scale(chart)
    ticks = zip(found.ticks, found.written(chart.locale), strict=True)
    return [{"number": plain(tick), "text": text} for tick, text in ticks]


def _points(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    rows = [_point(point, at) for point, at in zip(chart.points, _places(chart.points), strict=True)]
    for name, layout in layouts.items():
        for row, label in zip(rows, layout.labels, strict=True):
            row[name] = label
    return rows


def _point(point: Point, at: Decimal) -> Row:
    reach: Row = {"at": plain(at), "from": plain(at - _HALF), "to": plain(at + _HALF)}
    return {
        **reach,
        "number": plain(point.number),
        "about": point.about,
        "incomplete": point.incomplete,
        "tip": [point.period, point.label],
    }


def _targets(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    if chart.target is None:
        return []
    first, last = _target_reach(chart)
    reach: Row = {"number": plain(chart.target), "from": plain(first), "to": plain(last)}
    return [{**reach, **{name: layout.target_label() for name, layout in layouts.items()}}]


def _target_reach(chart: TimeChart) -> tuple[Decimal, Decimal]:
    """From when to when the target's line is drawn: over all points, or at the latest alone."""
    places = _places(chart.points)
    return (places[-1] if chart.target_last else places[0]) - _HALF, places[-1] + _HALF


def _places(points: tuple[Point, ...]) -> tuple[Decimal, ...]:
    """Where each point stands in time: its year, or its turn where periods are not years that rise."""
    if all(len(point.period) == _YEAR_DIGITS and point.period.isdecimal() for point in points):
        years = tuple(Decimal(point.period) for point in points)
        if all(before < after for before, after in pairwise(years)):
            return years
    return tuple(Decimal(i) for i in range(len(points)))


@dataclass(frozen=True)
class _Side:
    """Where a point's number may stand: its box, and its distance from the point in pixels."""

    box: Box
    dx: float
    dy: float


@dataclass(frozen=True)
class _Layout:
    """A chart at one width, in pixels."""

    chart: TimeChart
    screen: Screen

    def frame(self) -> Row:
        """Measures that the specification refers to."""
        sizes: Row = {"size": self.screen.text, "line": self.screen.line, "left": plain(self.left)}
        ends: Row = {"height": self.bottom, "bottom": self.bottom, "ceiling": self.ceiling}
        return {**sizes, **ends, **self._ends()}

    def _ends(self) -> Row:
        scale, places = self.scale, self.places
        first, last = plain(places[0] - _HALF), plain(places[-1] + _HALF)
        return {"low": plain(scale.low), "top": plain(scale.top), "first": first, "last": last}

    @cached_property
    def scale(self) -> Scale:
        """See `_scale`."""
        return _scale(self.chart)

    @cached_property
    def places(self) -> tuple[Decimal, ...]:
        """Of the points in time."""
        return _places(self.chart.points)

    @cached_property
    def left(self) -> float:
        """Where the plot begins: right of the ticks' labels."""
        ticks = self.scale.written(self.chart.locale)
        return max(width(tick, self.screen.text) for tick in ticks) + TICK_GAP

    @cached_property
    def caption(self) -> tuple[str, ...]:
        """The unit in words."""
        return wrap(self.chart.measure, self.screen.text, self.screen.width)

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """The target's label, beside the ticks' labels."""
        return wrap(self.chart.target_label, self.screen.text, self.screen.width - self.left, bold=True)

    @property
    def ceiling(self) -> int:
        """The top of the scale: under the unit and a label that may stand over the highest value."""
        return self.screen.line * (len(self.caption) + max(len(self.target_words), 1)) + 2 * _GAP

    @property
    def bottom(self) -> int:
        """The low end of the scale."""
        return self.ceiling + self.screen.plot

    def x(self, at: Decimal) -> float:
        """Pixels from the left."""
        first, last = self.places[0] - _HALF, self.places[-1] + _HALF
        return self.left + float((at - first) / (last - first)) * (self.screen.width - self.left)

    def y(self, number: Decimal) -> float:
        """Pixels from the top."""
        return self.bottom - self.scale.share(number) * self.screen.plot

    @cached_property
    def spots(self) -> tuple[tuple[float, float], ...]:
        """The centres of the points."""
        numbers = (point.number for point in self.chart.points)
        return tuple((self.x(at), self.y(number)) for at, number in zip(self.places, numbers, strict=True))

    @cached_property
    def trail(self) -> tuple[tuple[float, float], ...]:
        """What no label should cover."""
        return trail(self.spots)

    @cached_property
    def target_box(self) -> Box | None:
        """Where the target's label stands: at the end or the beginning of its line, over or under it."""
        if self.chart.target is None:
            return None
        sides = self._target_sides(self.y(self.chart.target))
        return min(sides, key=self._target_cost)

    def _target_cost(self, box: Box) -> int:
        return covered(box.grown(RADIUS + 1), self.trail) + _MEETS * (box.bottom > self.bottom)

    def _target_sides(self, y: float) -> Iterator[Box]:
        text, words, right = self.screen.text, self.target_words, self.screen.width
        wide = max((width(line, text, bold=True) for line in words), default=0)
        tall = len(words) * self.screen.line + _GAP / 2
        # What holds for the latest point alone is not named over the others.
        for left in (right - wide,) if self.chart.target_last else (right - wide, self.left):
            yield Box(left, y - tall, left + wide, y)
            yield Box(left, y, left + wide, y + tall)

    def target_label(self) -> Row:
        """The target's label and its first line's distance from the target's line."""
        box = self.target_box
        if box is None or self.chart.target is None:
            return {}
        under = box.bottom > self.y(self.chart.target)
        above = (len(self.target_words) - 1) * self.screen.line + _GAP
        align = "left" if box.left == self.left else "right"
        return {
            "words": lines(self.target_words),
            "align": align,
            "dy": self.screen.line if under else -above,
        }

    @cached_property
    def labels(self) -> tuple[Row, ...]:
        """Each point's number and period, where there is room for them."""
        placed, shown = self._placed(), self._shown_periods()
        return tuple(self._label(i, placed.get(i), shown) for i in range(len(self.spots)))

    def _placed(self) -> dict[int, _Side]:
        """The sides on which numbers stand. The main ones come first; the others must cover nothing."""
        placed: dict[int, _Side] = {}
        main, order = self._main(), range(len(self.spots) - 1, -1, -1)
        for i in dict.fromkeys((*main, *order)):
            side = min(self._sides(i), key=lambda side: self._cost(i, side.box, placed))
            if self._cost(i, side.box, placed) < (_MEETS if i in main else 1):
                placed[i] = side
        return placed

    def _main(self) -> tuple[int, ...]:
        """The latest, the earliest, the highest, the lowest."""
        turns = range(len(self.spots))
        numbers = tuple(point.number for point in self.chart.points)
        return turns[-1], turns[0], max(turns, key=numbers.__getitem__), min(turns, key=numbers.__getitem__)

    def _sides(self, i: int) -> Iterator[_Side]:
        """Over and under the point; then with the beginning or the end of the number at the point."""
        x, text = self.spots[i][0], self.screen.text
        half = width(self.chart.points[i].label, text, bold=True) / 2
        for centre in (x, x + half, x - half):
            for dy in (-RADIUS - _GAP, RADIUS + _GAP + text * 0.75):
                yield self._side(i, self._within(centre, half), half, dy)

    def _side(self, i: int, centre: float, half: float, dy: float) -> _Side:
        x, y = self.spots[i]
        box = Box(centre - half, y + dy - self.screen.text * 0.75 - _HALO, centre + half, y + dy + _HALO)
        return _Side(box, dx=centre - x, dy=dy)

    def _within(self, x: float, half: float) -> float:
        # Right of what is written at the ticks.
        return min(max(x, self.left + half), self.screen.width - half)

    def _cost(self, i: int, box: Box, placed: Mapping[int, _Side]) -> int:
        meets = box.bottom > self.bottom or any(box.grown(_HALO).meets(other.box) for other in placed.values())
        others = (*self.spots[:i], *self.spots[i + 1 :])
        covers = covered(box, self.trail) + covered(box.grown(RADIUS - 1), others)
        return _MEETS * meets + _STRUCK * self._struck(box) + covers

    def _struck(self, box: Box) -> bool:
        if self.chart.target is None or self.target_box is None:
            return False
        y = self.y(self.chart.target)
        crossed = box.top < y < box.bottom and box.right > self.x(_target_reach(self.chart)[0])
        return crossed or box.meets(self.target_box)

    def _label(self, i: int, side: _Side | None, shown: range) -> Row:
        point, x = self.chart.points[i], self.spots[i][0]
        slip = self._within(x, width(point.period, self.screen.text) / 2) - x
        under: Row = {"period": lines((point.period,) if i in shown else ()), "slip": plain(slip)}
        if side is None:
            return {"words": [], "dx": 0, "dy": 0, **under}
        return {"words": [point.label], "dx": plain(side.dx), "dy": plain(side.dy), **under}

    def _shown_periods(self) -> range:
        """Every period, or every second, third …, counted from the latest."""
        last = len(self.spots) - 1
        widest = max(width(point.period, self.screen.text) for point in self.chart.points) + _GAP
        nearest = min((after[0] - before[0] for before, after in pairwise(self.spots)), default=widest)
        return range(last, -1, -max(1, -int(-widest // nearest)))
