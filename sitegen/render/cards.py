"""A share card as SVG: a view and the theme's template in, the drawing out.

The template decides where everything stands. It sees `card`, the light colours of the theme, and functions that
measure and write, since an SVG does not break lines by itself, and what draws it would take the letters of <text> from
the machine's fonts. This module must not know pages, paths or the theme's motif.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from jinja2 import BytecodeCache, Template
from markupsafe import Markup

from sitegen.render import letters, sandbox
from sitegen.render.charts.layout import amounts, dots
from sitegen.render.theme import Theme, ThemeError
from sitegen.source.problems import Problem, say
from sitegen.views.cards import Card
from sitegen.views.charts import TimeChart, few

WIDTH, HEIGHT = 1200, 630
"""Pixels: the shape that services expect."""
TEMPLATE = "card.svg"

_TEXT = re.compile(r"<(\w+:)?text\b")
_ANCHORS = {"start": 0, "middle": 0.5, "end": 1}


@dataclass(frozen=True)
class Spot:
    """A value on a small chart: where it is, and what it is. about, incomplete: as in a chart's point."""

    x: float
    y: float
    label: str
    period: str
    about: bool
    incomplete: bool


@dataclass(frozen=True)
class Change:
    """One value or two within a width, each on a line of its own. start, ends, target: how far along they lie.

    start: where bars begin; None where values are dots on a scale. marks: where each value ends. scale: the ends of
    the scale as written, or none.
    """

    start: float | None
    marks: tuple[float, ...]
    target: float | None
    scale: tuple[str, ...]


@dataclass(frozen=True)
class SmallChart:
    """A chart within a box, from its upper left corner. zero, target: how far down their lines lie.

    target_last: the target holds for the latest value alone.
    """

    spots: tuple[Spot, ...]
    zero: float
    target: float | None
    target_last: bool


def template(theme: Theme, compiled: BytecodeCache | None = None) -> Template:
    """The theme's template for cards. compiled: remembers compiled templates."""
    made = sandbox.environment(theme, compiled=compiled)
    made.globals.update(size=(WIDTH, HEIGHT), leading=letters.LEADING, colour=_colours(theme))
    made.globals.update(fit=_fit, width=_width, written=written, look=theme.name)
    made.globals.update(small_chart=small_chart, few=few, change=change)
    return made.get_template(TEMPLATE)


def svg(drawn: Template, card: Card) -> str:
    """The card as an SVG of WIDTH × HEIGHT.

    Raises jinja2.UndefinedError for what the view does not have, ThemeError where the template has a text of its own.
    """
    made = drawn.render(card=card)
    if _TEXT.search(made):
        message = say("The letters of <text> differ from machine to machine: write with {{ written(…) }}.")
        raise ThemeError(str(drawn.globals["look"]), (Problem(str(drawn.filename), 1, 1, message),))
    return made


def written(line: str, x: float, y: float, size: int, *, weight: int = 400, anchor: str = "start") -> Markup:
    """A line as the outlines of its letters.

    x, y: where the line is. anchor: whether `x` is its left (start), its right (end) or its middle.
    """
    chosen = letters.face(weight)
    line = chosen.shown(line)
    left = x - chosen.width(line, size) * _ANCHORS[anchor]
    paths = "".join(f'<path transform="translate({along:g})" d="{path}"/>' for along, path in chosen.outlines(line))
    scale = size / chosen.em
    opened = Markup('<g aria-label="{}" transform="translate({:.1f} {:.1f}) scale({:g} {:g})">')
    return opened.format(line, left, y, scale, -scale) + Markup(f"{paths}</g>")  # noqa: S704 - numbers and commands


def _fit(text: str, room: float, *sizes: int, height: float = 0, weight: int = 400) -> letters.Fitted:
    return letters.fit(text, room, height, sizes, weight)


def _width(text: str, size: int, *, weight: int = 400) -> float:
    chosen = letters.face(weight)
    return chosen.width(chosen.shown(text), size)


def _colours(theme: Theme) -> Callable[[str], str]:
    light = {name: pair[0] for name, pair in theme.palette.colours.items()}
    return light.__getitem__


def change(chart: TimeChart, width: float) -> Change:
    """One value or two along `width` pixels, as the page draws them."""
    scale = dots.own_scale(chart) if chart.lowest is not None else None
    low, top = (scale.low, scale.top) if scale else amounts.ends(chart)

    def along(number: Decimal) -> float:
        return round(float((number - low) / (top - low)) * width, 1)

    written = scale.written(chart.locale) if scale else ()
    return Change(
        start=None if scale else along(Decimal(0)),
        marks=tuple(along(point.number) for point in chart.points),
        target=None if chart.target is None else along(chart.target),
        scale=(*written[:1], *written[-1:]),
    )


def small_chart(chart: TimeChart, width: float, height: float) -> SmallChart:
    """The values of a chart in a box. The scale begins at zero, or below it where values do."""
    numbers = [float(point.number) for point in chart.points]
    bounds = [0.0, *numbers, *([float(chart.target)] if chart.target is not None else [])]
    low, span = min(bounds), (max(bounds) - min(bounds)) or 1

    def down(number: float) -> float:
        return round(height * (1 - (number - low) / span), 1)

    spots = tuple(
        Spot(round(width * along, 1), down(number), point.label, point.period, point.about, point.incomplete)
        for point, number, along in zip(chart.points, numbers, _along(chart), strict=True)
    )
    target = None if chart.target is None else down(float(chart.target))
    return SmallChart(spots, down(0), target, chart.target_last)


def _along(chart: TimeChart) -> list[float]:
    """How far along each value stands, from 0 to 1: years at their true distance, other periods side by side."""
    periods = [point.period for point in chart.points]
    times = [int(period) for period in periods] if all(map(str.isdecimal, periods)) else list(range(len(periods)))
    span = times[-1] - times[0]
    return [(time - times[0]) / span if span else 0.5 for time in times]
