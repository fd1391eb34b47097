"""A single value against its target: a bar from zero, with the target as a dashed line across it.

In: nothing. Out: the kind in Vega-Lite, to be filled. A line through one point says nothing; a length from
zero does. This module must not know how the pieces are placed.
"""

from __future__ import annotations

import altair as alt

from sitegen.render.charts.grammar.marks import (
    Setting,
    axis,
    captions,
    expr,
    layered,
    quantity,
    rows,
    sensors,
    texts,
)
from sitegen.render.charts.palette import PAPER, TARGET, TEXT, VALUE
from sitegen.render.charts.screens import FOOT


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    ticks: Setting = {"ticks": True, "tickSize": 5, "labelFlush": True, "labelPadding": 3}
    scale = quantity(("frame.low", "frame.top"), ("1", "width - 1"))
    x = alt.X("number:Q", scale=scale, axis=axis({"orient": "bottom", "grid": False, **ticks}))
    layers = (_bar(x), *_words(), *_target(x), captions(), _sensor())
    return layered(layers, ("points", "targets", "captions"), FOOT)


def _bar(x: alt.X) -> alt.Chart:
    ink = alt.condition("datum.about", alt.value(PAPER), alt.value(VALUE))
    mark: Setting = {
        "stroke": VALUE,
        "strokeWidth": 2,
        "y": expr("frame.over"),
        "y2": expr("frame.under"),
    }
    bar: alt.Chart = rows("points").mark_rect(**mark).encode(x=x, x2=alt.X2(datum=0), fill=ink)
    return bar


def _words() -> list[alt.Chart]:
    over: Setting = {"x": 0, "y": expr("frame.over - 8")}
    period = texts(rows("points"), "datum.here.period", TEXT, over)
    place: Setting = {"fontWeight": "bold", "dx": expr("datum.here.dx"), **over}
    return [period, texts(rows("points"), "datum.here.words", VALUE, place)]


def _target(x: alt.X) -> list[alt.Chart]:
    targets = rows("targets")
    tall: Setting = {"y": expr("frame.high"), "y2": expr("height")}
    # A border in the colour of the paper keeps the line apart from the bar.
    border = targets.mark_rule(stroke=PAPER, strokeWidth=5, **tall).encode(x=x)
    rule = targets.mark_rule(stroke=TARGET, strokeWidth=2, strokeDash=[7, 5], **tall).encode(x=x)
    place: Setting = {
        "fontWeight": "bold",
        "align": expr("datum.here.align"),
        "y": expr("datum.here.y"),
    }
    label = texts(targets, "datum.here.words", TARGET, place).encode(x=x)
    return [border, rule, label]


def _sensor() -> alt.Chart:
    whole: Setting = {"x": 0, "x2": expr("width"), "y": 0, "y2": expr("height")}
    return sensors(rows("points"), whole)
