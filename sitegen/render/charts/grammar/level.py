"""A single value against its target: a bar from zero, with the target as a dashed line across it.

In: nothing. Out: the kind in Vega-Lite, to be filled. A line through one point says nothing; a length from
zero does. This module must not know how the pieces are placed.
"""

from __future__ import annotations

import altair as alt

from sitegen.render.charts.grammar.marks import (
    HERE,
    Setting,
    at,
    captions,
    expr,
    layered,
    quantity,
    rows,
    sensors,
    texts,
)
from sitegen.render.charts.palette import AXIS, PAPER, TARGET, TEXT, VALUE
from sitegen.render.charts.screens import FOOT

_TICK = 5


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    scale = quantity(("frame.low", "frame.top"), ("1", "width - 1"))
    x = alt.X("number:Q", scale=scale, axis=None)
    layers = (*_axis(x), _bar(x), *_words(), *_target(x), captions(), _sensor())
    return layered(layers, ("ticks", "points", "targets", "captions"), FOOT)


def _axis(x: alt.X) -> list[alt.Chart]:
    """Lines lie in the middle of a pixel, so that they are sharp."""
    tall: Setting = {"y": expr("height + 0.5"), "y2": expr(f"height + {_TICK + 0.5}")}
    tick = rows("ticks").mark_rule(stroke=AXIS, **tall).encode(x=at("round(scale('x', datum.number)) + 0.5"))
    under: Setting = {"align": expr("datum.align"), "y": expr(f"height + {_TICK + 3.5} + round(frame.size * 0.79)")}
    labels = texts(rows("ticks"), "datum.text", TEXT, {"xOffset": 0.5, **under}).encode(x=x)
    line = rows("captions").mark_rule(stroke=AXIS, x=1.5, x2=expr("width - 0.5")).encode(y=at("height + 0.5"))
    return [tick, labels, line]


def _bar(x: alt.X) -> alt.Chart:
    ink = alt.condition("datum.about", alt.value(PAPER), alt.value(VALUE))
    mark: Setting = {
        "stroke": VALUE,
        "strokeWidth": 2,
        "fillOpacity": expr("datum.incomplete ? 0.3 : 1"),
        "y": expr("frame.over"),
        "y2": expr("frame.under"),
    }
    bar: alt.Chart = rows("points").mark_rect(**mark).encode(x=x, x2=alt.X2(datum=0), fill=ink)
    return bar


def _words() -> list[alt.Chart]:
    over: Setting = {"x": 0, "y": expr("frame.over - 8")}
    period = texts(rows("points"), f"{HERE}.period", TEXT, over)
    place: Setting = {"fontWeight": "bold", "dx": expr(f"{HERE}.dx"), **over}
    return [period, texts(rows("points"), f"{HERE}.words", VALUE, place)]


def _target(x: alt.X) -> list[alt.Chart]:
    targets = rows("targets")
    tall: Setting = {"y": expr("frame.high"), "y2": expr("height")}
    # A border in the colour of the paper keeps the line apart from the bar.
    border = targets.mark_rule(stroke=PAPER, strokeWidth=5, **tall).encode(x=x)
    rule = targets.mark_rule(stroke=TARGET, strokeWidth=2, strokeDash=[7, 5], **tall).encode(x=x)
    place: Setting = {
        "fontWeight": "bold",
        "align": expr(f"{HERE}.align"),
        "y": expr(f"{HERE}.y"),
    }
    label = texts(targets, f"{HERE}.words", TARGET, place).encode(x=x)
    return [border, rule, label]


def _sensor() -> alt.Chart:
    whole: Setting = {"x": 0, "x2": expr("width"), "y": 0, "y2": expr("height")}
    return sensors(rows("points"), whole)
