"""Bars from a common zero, each under its label and with its number at its end.

In: nothing. Out: the kind in Vega-Lite, to be filled. This module must not know how the pieces are placed.
"""

from __future__ import annotations

import altair as alt

from sitegen.render.charts.grammar.marks import (
    Setting,
    captions,
    expr,
    layered,
    quantity,
    rows,
    sensors,
    texts,
)
from sitegen.render.charts.layout.bars import GAP
from sitegen.render.charts.palette import AXIS, INK


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    layers = (*_bars(), *_words(), captions(), _sensor())
    return layered(layers, ("bars", "captions"), 0)


def _length(field: str) -> alt.X:
    scale = quantity(("frame.low", "frame.top"), ("1", "width - frame.end"))
    return alt.X(field, scale=scale, axis=None)


def _bars() -> list[alt.Chart]:
    bars = rows("bars").transform_calculate(zero="0")
    tall: Setting = {"y": expr("datum.here.over"), "y2": expr("datum.here.under")}
    bar = bars.mark_rect(**tall).encode(x=_length("number:Q"), x2="zero:Q")
    # The line of zero reaches over the bar's edges, so that a bar of no length is seen to be one.
    taller: Setting = {"y": expr("datum.here.over - 3"), "y2": expr("datum.here.under + 3")}
    zero = bars.mark_rule(stroke=AXIS, **taller).encode(x=_length("zero:Q"))
    return [bar.encode(fill=alt.Fill("colour:N", scale=None)), zero]


def _words() -> list[alt.Chart]:
    labels = texts(rows("bars"), "datum.here.words", INK, {"x": 0, "y": expr("datum.here.first")})
    place: Setting = {"fontWeight": "bold", "dx": GAP, "y": expr("datum.here.mid")}
    numbers = texts(rows("bars"), "datum.text", INK, place).transform_calculate(end="max(datum.number, 0)")
    return [labels, numbers.encode(x=_length("end:Q"))]


def _sensor() -> alt.Chart:
    tall: Setting = {"y": expr("datum.here.top"), "y2": expr("datum.here.under")}
    return sensors(rows("bars"), {"x": 0, "x2": expr("width"), **tall})
