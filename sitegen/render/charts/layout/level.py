"""A single value against its target, laid out from top to bottom: unit, target, value, bar, axis.

In: a `TimeChart` of one point. Out: what it fills into the specification of the kind. This module must not
know Altair, Vega, SVG or colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sitegen.render.charts.layout.filling import Filling, Row, lines, plain
from sitegen.render.charts.layout.lettering import width, wrap
from sitegen.render.charts.layout.scale import Scale, scale
from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.views.charts import Point, TimeChart

_GAP = 6
_THICK = 1.5


def filling(chart: TimeChart) -> Filling:
    """What `chart` puts into the specification."""
    layouts = {screen.name: _Layout(chart, screen) for screen in SCREENS}
    captions: Row = {name: {"words": lines(layout.caption)} for name, layout in layouts.items()}
    points = [_point(chart.points[0], layouts)]
    return Filling(
        frames={name: layout.frame() for name, layout in layouts.items()},
        data={"ticks": _ticks(chart), "points": points, "targets": _targets(chart, layouts), "captions": [captions]},
    )


def _scale(chart: TimeChart) -> Scale:
    """Of the value and the target."""
    return scale((chart.points[0].number, *(() if chart.target is None else (chart.target,))))


def _ticks(chart: TimeChart) -> list[Row]:
    """The texts at both ends stay inside."""
    found = _scale(chart)
    sides = ("left", *("center" for _ in found.ticks[1:-1]), "right")
    ticks = zip(found.ticks, found.written(chart.locale), sides, strict=True)
    return [{"number": plain(tick), "text": text, "align": side} for tick, text, side in ticks]


def _point(point: Point, layouts: dict[str, _Layout]) -> Row:
    marks: Row = {"about": point.about, "incomplete": point.incomplete}
    shared: Row = {"number": plain(point.number), **marks, "tip": [point.period, point.label]}
    return {**shared, **{name: layout.value_label() for name, layout in layouts.items()}}


def _targets(chart: TimeChart, layouts: dict[str, _Layout]) -> list[Row]:
    if chart.target is None:
        return []
    return [{"number": plain(chart.target), **{name: layout.target_label() for name, layout in layouts.items()}}]


@dataclass(frozen=True)
class _Layout:
    """A chart at one width, in pixels."""

    chart: TimeChart
    screen: Screen

    @property
    def point(self) -> Point:
        """The one value."""
        return self.chart.points[0]

    def frame(self) -> Row:
        """Measures that the specification refers to, from top to bottom."""
        under = self.over + round(self.screen.bar * _THICK)
        down: Row = {"high": self.high, "over": self.over, "under": under, "height": under + _GAP}
        sizes: Row = {"size": self.screen.text, "line": self.screen.line}
        return {**sizes, **down, "low": plain(self.scale.low), "top": plain(self.scale.top)}

    @cached_property
    def scale(self) -> Scale:
        """See `_scale`."""
        return _scale(self.chart)

    @cached_property
    def caption(self) -> tuple[str, ...]:
        """The unit in words."""
        return wrap(self.chart.measure, self.screen.text, self.screen.width)

    @property
    def high(self) -> int:
        """The upper end of the target's line: under the unit and the target's label."""
        return self.screen.line * (len(self.caption) + len(self.target_words)) + _GAP

    @property
    def over(self) -> int:
        """The upper edge of the bar: under the line with the value."""
        return self.high + self.screen.line + _GAP

    def value_label(self) -> Row:
        """The period, and the value after it."""
        dx = width(self.point.period, self.screen.text) + _GAP
        return {"words": [self.point.label], "period": [self.point.period], "dx": plain(dx)}

    @property
    def target_x(self) -> float:
        """Pixels from the left."""
        return 0 if self.chart.target is None else self.scale.share(self.chart.target) * self.screen.width

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """The target's label, on the roomier side of its line."""
        if self.chart.target is None:
            return ()
        room = max(self.target_x, self.screen.width - self.target_x)
        return wrap(self.chart.target_label, self.screen.text, room, bold=True)

    def target_label(self) -> Row:
        """The target's label, ending or beginning at its line."""
        ends = self.target_x * 2 >= self.screen.width
        first = self.screen.line * len(self.caption) + self.screen.text
        return {
            "words": lines(self.target_words),
            "align": "right" if ends else "left",
            "dx": int(ends),
            "y": first,
        }
