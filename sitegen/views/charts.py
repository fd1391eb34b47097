"""What a drawing shows: values, words and nothing of how it looks.

In: numbers and texts that the caller has chosen, the texts already in the page's language. Out: frozen
views, one for each form of data. This module must not know colours, sizes, Altair or Vega.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class NumberLocale:
    """The marks with which the page's language writes a number on an axis.

    decimal: between whole and fraction. grouping: between thousands. minus: before a negative number.
    """

    decimal: str
    grouping: str
    minus: str


@dataclass(frozen=True)
class Point:
    """One value of an indicator.

    period: as printed under the drawing; where every period of a chart is a year in digits, the years stand
    at their true distance. number: in the unit of the chart. label: the number as printed beside it, with
    "about" in words where it is approximate. about: the value is approximate and has a dashed outline. incomplete: the
    period was not over when the value was printed; its bar is striped, its dot half filled.
    """

    period: str
    number: Decimal
    label: str
    about: bool
    incomplete: bool


@dataclass(frozen=True)
class TimeChart:
    """An indicator over time, with its target if that is a level.

    name: a whole sentence, for those who do not see the drawing. points: 1 or more, in the order of time.
    target: in the unit of the points, or None. target_last: it holds for the latest point alone, and is drawn there.
    target_label: printed at the target's line. left: how far the latest value is from the target, or "". lowest,
    highest: the ends of the unit's scale, None where it has none; lowest is None where it begins at zero. measure: the
    unit in words, printed over the axis.
    """

    name: str
    points: tuple[Point, ...]
    target: Decimal | None
    target_last: bool
    target_label: str
    left: str
    lowest: Decimal | None
    highest: Decimal | None
    measure: str
    locale: NumberLocale


@dataclass(frozen=True)
class Bar:
    """One bar.

    label: printed over it. number: its length, in the unit of the chart. text: the number as printed at its
    end. tone: name of a colour of the theme.
    """

    label: str
    number: Decimal
    text: str
    tone: str


@dataclass(frozen=True)
class BarChart:
    """Magnitudes side by side, from a common zero.

    name: a whole sentence, for those who do not see the drawing. bars: from top to bottom. measure: the
    unit in words, printed over the bars.
    """

    name: str
    bars: tuple[Bar, ...]
    measure: str


Chart = TimeChart | BarChart
_FEW = 2


def few(chart: TimeChart) -> bool:
    """Whether values are drawn as lengths or places, each by itself: a line needs more of them."""
    return len(chart.points) <= _FEW
