"""Bars, laid out: each under the lines of its label, with room at its end for its number.

In: a `BarChart`. Out: what it fills into the specification of the kind. Labels stand over the bars, so that a
long word has the whole width. This module must not know Altair, Vega or SVG.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from sitegen.render.charts.layout.filling import Filling, Row, lines, plain
from sitegen.render.charts.layout.lettering import width, wrap
from sitegen.render.charts.palette import tone
from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.views.charts import Bar, BarChart

GAP = 6
"""Pixels between a bar's end and its number."""

_BETWEEN = 12
_UNDER = 4
_SHORTEST = 60


def filling(chart: BarChart) -> Filling:
    """What `chart` puts into the specification."""
    layouts = {screen.name: _Layout(chart, screen) for screen in SCREENS}
    captions: Row = {name: {"words": lines(layout.caption)} for name, layout in layouts.items()}
    return Filling(
        frames={name: layout.frame() for name, layout in layouts.items()},
        data={"bars": _rows(chart, layouts), "captions": [captions]},
    )


def _rows(chart: BarChart, layouts: dict[str, _Layout]) -> list[Row]:
    rows = [_row(bar) for bar in chart.bars]
    for name, layout in layouts.items():
        for i, row in enumerate(rows):
            row[name] = layout.place(i)
    return rows


def _row(bar: Bar) -> Row:
    words: Row = {"text": bar.text, "tip": [bar.label, bar.text]}
    return {"number": plain(bar.number), "colour": tone(bar.tone), **words}


@dataclass(frozen=True)
class _Layout:
    """A chart at one width, in pixels."""

    chart: BarChart
    screen: Screen

    def frame(self) -> Row:
        """Measures that the specification refers to."""
        numbers = [Decimal(0), *(bar.number for bar in self.chart.bars)]
        low, top = min(numbers), max(numbers)
        ends: Row = {
            "low": plain(low),
            "top": plain(top if top > low else low + 1),
            "end": plain(self._end()),
        }
        sizes: Row = {"size": self.screen.text, "line": self.screen.line}
        return {**sizes, **ends, "height": self.edges[-1] - _BETWEEN + _UNDER}

    @cached_property
    def caption(self) -> tuple[str, ...]:
        """The unit in words."""
        return wrap(self.chart.measure, self.screen.text, self.screen.width)

    def _end(self) -> float:
        """Room right of the longest bar for the number at its end."""
        longest = max((width(bar.text, self.screen.text, bold=True) for bar in self.chart.bars), default=0)
        return min(longest + 2 * GAP, self.screen.width - _SHORTEST)

    @property
    def high(self) -> int:
        """Where the first bar's label begins."""
        return self.screen.line * len(self.caption) + GAP

    @cached_property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each bar's label."""
        return tuple(wrap(bar.label, self.screen.text, self.screen.width - GAP) for bar in self.chart.bars)

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Where each bar's part begins, and where the last one ends."""
        parts = (self._tall(words) + self.screen.bar + _BETWEEN for words in self.labels)
        return tuple(accumulate(parts, initial=self.high))

    def _tall(self, words: tuple[str, ...]) -> int:
        return len(words) * self.screen.line + _UNDER

    def place(self, i: int) -> Row:
        """Where the label of bar `i`, the bar and its number stand."""
        top = self.edges[i]
        over = top + self._tall(self.labels[i])
        mid = over + (self.screen.bar + self.screen.text * 0.72) / 2
        down: Row = {
            "top": top,
            "first": top + self.screen.text,
            "over": over,
            "under": over + self.screen.bar,
        }
        return {"words": lines(self.labels[i]), **down, "mid": plain(mid)}
