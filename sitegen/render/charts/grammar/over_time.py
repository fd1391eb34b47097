"""A chart over time: a line through the values, each with its number, and the target as a dashed line.

In: nothing. Out: the kind in Vega-Lite, to be filled. This module must not know how the pieces are placed.
"""

from __future__ import annotations

import altair as alt

from sitegen.render.charts.grammar.marks import (
    HERE,
    Setting,
    at,
    captions,
    dots,
    expr,
    layered,
    quantity,
    rows,
    sensors,
    texts,
)
from sitegen.render.charts.layout.over_time import RADIUS, TICK_GAP
from sitegen.render.charts.palette import AXIS, GRID, PAPER, TARGET, TEXT, VALUE
from sitegen.render.charts.screens import FOOT


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    scale = quantity(("frame.low", "frame.top"), ("frame.bottom", "frame.ceiling"))
    y = alt.Y("number:Q", scale=scale, axis=None)
    layers = (*_axis(y), *_target(y), *_values(_time("at:Q"), y), captions())
    return layered(layers, ("ticks", "points", "targets", "captions"), FOOT)


def _axis(y: alt.Y) -> list[alt.Chart]:
    """Lines lie in the middle of a pixel, so that they are sharp."""
    wide: Setting = {"x": expr("frame.left + 0.5"), "x2": expr("width + 0.5")}
    sharp = at("round(scale('y', datum.number)) + 0.5")
    # Zero is where a magnitude begins: its line is the strongest.
    ink = alt.condition("datum.number === 0", alt.value(AXIS), alt.value(GRID))
    grid = rows("ticks").mark_rule(**wide).encode(y=sharp, stroke=ink)
    inside: Setting = {"align": "right", "x": expr(f"frame.left - {TICK_GAP - 0.5}")}
    mid: Setting = {"dy": expr("round(frame.size * 0.3) + 0.5")}
    return [grid, texts(rows("ticks"), "datum.text", TEXT, {**inside, **mid}).encode(y=y)]


def _time(field: str) -> alt.X:
    scale = quantity(("frame.first", "frame.last"), ("frame.left", "width"))
    return alt.X(field, scale=scale, axis=None)


def _target(y: alt.Y) -> list[alt.Chart]:
    targets = rows("targets")
    rule = targets.mark_rule(stroke=TARGET, strokeWidth=2, strokeDash=[7, 5])
    rule = rule.encode(x=_time("from:Q"), x2="to:Q", y=y)
    side: Setting = {
        "align": expr(f"{HERE}.align"),
        "x": expr(f"{HERE}.align === 'left' ? frame.left : width"),
    }
    place: Setting = {"fontWeight": "bold", "dy": expr(f"{HERE}.dy"), **side}
    return [rule, texts(targets, f"{HERE}.words", TARGET, place).encode(y=y)]


def _values(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    points = rows("points")
    line = points.mark_line(stroke=VALUE, strokeWidth=3).encode(x=x, y=y)
    place: Setting = {
        "align": "center",
        "fontWeight": "bold",
        "dx": expr(f"{HERE}.dx"),
        "dy": expr(f"{HERE}.dy"),
    }
    labels = texts(points, f"{HERE}.words", VALUE, place).encode(x=x, y=y)
    sensor = sensors(points, {}).encode(x=_time("from:Q"), x2="to:Q")
    return [line, *_dots(x, y), labels, _periods(x), sensor]


def _dots(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    ink = alt.condition("datum.about || datum.incomplete", alt.value(PAPER), alt.value(VALUE))
    return [each.encode(x=x, y=y) for each in dots(rows("points"), str(4 * RADIUS**2), ink)]


def _periods(x: alt.X) -> alt.Chart:
    place: Setting = {
        "align": "center",
        "y": expr("height + frame.line"),
        "dx": expr(f"{HERE}.slip"),
    }
    periods: alt.Chart = texts(rows("points"), f"{HERE}.period", TEXT, place).encode(x=x)
    return periods
