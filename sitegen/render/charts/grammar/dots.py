"""One value or two on a scale that does not begin at zero: dots, with the target as a dashed line.

In: nothing. Out: the kind in Vega-Lite, to be filled. No bar: its length would say nothing where there is no zero.
This module must not know how the pieces are placed.
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
from sitegen.render.charts.layout.dots import RADIUS
from sitegen.render.charts.palette import AXIS, PAPER, TARGET, TEXT, VALUE

_EARLIER = 6
_TICK = 6


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    scale = quantity(("frame.low", "frame.top"), (f"{RADIUS}", f"width - {RADIUS}"))
    x = alt.X("number:Q", scale=scale, axis=None)
    layers = (*_axis(x), *_target(x), *_left(x), *_values(x), captions(), _sensor())
    return layered(layers, ("ticks", "points", "targets", "captions"), 0)


def _axis(x: alt.X) -> list[alt.Chart]:
    """Lines lie in the middle of a pixel, so that they are sharp."""
    tall: Setting = {"y": expr(f"frame.axis - {_TICK}"), "y2": expr(f"frame.axis + {_TICK}")}
    tick = rows("ticks").mark_rule(stroke=AXIS, **tall).encode(x=at("round(scale('x', datum.number)) + 0.5"))
    side = f"datum.align === 'left' ? -{RADIUS} : datum.align === 'right' ? {RADIUS} : 0"
    under: Setting = {"align": expr("datum.align"), "y": expr("frame.ticks"), "dx": expr(side)}
    labels = texts(rows("ticks"), "datum.text", TEXT, under).encode(x=x)
    ends: Setting = {"x": RADIUS, "x2": expr(f"width - {RADIUS}")}
    line = rows("captions").mark_rule(stroke=AXIS, strokeWidth=2, **ends).encode(y=at("frame.axis"))
    return [line, tick, labels]


def _target(x: alt.X) -> list[alt.Chart]:
    targets = rows("targets")
    tall: Setting = {"y": expr("frame.high"), "y2": expr(f"frame.axis + {_TICK + 2}")}
    rule = targets.mark_rule(stroke=TARGET, strokeWidth=2.5, strokeDash=[6, 4], **tall).encode(x=x)
    place: Setting = {"fontWeight": "bold", "align": expr(f"{HERE}.align"), "y": expr(f"{HERE}.y")}
    return [rule, texts(targets, f"{HERE}.words", TARGET, place).encode(x=x)]


def _left(x: alt.X) -> list[alt.Chart]:
    """From the latest value to the target, where there are words for it."""
    targets = rows("targets").transform_filter(f"length({HERE}.left) > 0")
    along = targets.mark_rule(stroke=TARGET, strokeWidth=1.5).encode(x=x, x2="from:Q", y=at(f"{HERE}.bracket"))
    ends: Setting = {"y": expr(f"{HERE}.bracket - 4"), "y2": expr(f"{HERE}.bracket + 4")}
    end = targets.mark_rule(stroke=TARGET, strokeWidth=1.5, **ends)
    middle = "(scale('x', datum.number) + scale('x', datum['from'])) / 2"
    place: Setting = {"fontWeight": "bold", "align": "center", "dx": expr(f"{HERE}.beside")}
    words = texts(targets, f"{HERE}.left", TARGET, {**place, "x": expr(middle), "y": expr(f"{HERE}.below")})
    return [along, end.encode(x=x), end.encode(x=at("scale('x', datum['from'])")), words]


def _values(x: alt.X) -> list[alt.Chart]:
    points = rows("points")
    between = points.mark_line(stroke=VALUE, strokeWidth=3).encode(x=x, y=at("frame.axis"))
    over: Setting = {"y": expr(f"{HERE}.y")}
    period = texts(points, "datum.period", TEXT, {"dx": expr(f"{HERE}.dx"), **over}).encode(x=x)
    bold: Setting = {"fontWeight": "bold", "dx": expr(f"{HERE}.after")}
    value = texts(points, "datum.text", VALUE, {**bold, **over}).encode(x=x)
    size = f"datum.latest ? {4 * (RADIUS - 1) ** 2} : {4 * (_EARLIER - 1) ** 2}"
    ink = alt.condition("datum.latest && !datum.incomplete && !datum.about", alt.value(VALUE), alt.value(PAPER))
    spots = (each.encode(x=x, y=at("frame.axis")) for each in dots(points, size, ink))
    return [between, *spots, period, value]


def _sensor() -> alt.Chart:
    tall: Setting = {"y": expr("frame.axis - 24"), "y2": expr("frame.axis + 24")}
    near: Setting = {"x": expr("scale('x', datum.number) - 16"), "x2": expr("scale('x', datum.number) + 16")}
    return sensors(rows("points"), {**near, **tall})
