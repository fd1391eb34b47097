"""Bars from a common zero, each under its label and with its number at its end.

In: nothing. Out: the kind in Vega-Lite, to be filled. This module must not know how the pieces are placed.
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
from sitegen.render.charts.layout.bars import GAP
from sitegen.render.charts.palette import AXIS, INK


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    layers = (*_bars(), *_words(), captions(), _sensor())
    return layered(layers, ("bars", "captions"), 0)


def _bars() -> list[alt.Chart]:
    scale = quantity(("frame.low", "frame.top"), ("1", "width - frame.end"))
    tall: Setting = {"y": expr(f"{HERE}.over"), "y2": expr(f"{HERE}.under"), "fill": expr("datum.colour")}
    bar = rows("bars").mark_rect(**tall).encode(x=alt.X("number:Q", scale=scale, axis=None), x2=alt.X2(datum=0))
    # The line of zero reaches over the bar's edges, so that a bar of no length is seen to be one.
    taller: Setting = {"y": expr(f"{HERE}.over - 3"), "y2": expr(f"{HERE}.under + 3")}
    return [bar, rows("bars").mark_rule(stroke=AXIS, **taller).encode(x=at("scale('x', 0)"))]


def _words() -> list[alt.Chart]:
    labels = texts(rows("bars"), f"{HERE}.words", INK, {"x": 0, "y": expr(f"{HERE}.first")})
    end: Setting = {"x": expr("scale('x', max(datum.number, 0))"), "dx": GAP}
    return [labels, texts(rows("bars"), "datum.text", INK, {"fontWeight": "bold", "y": expr(f"{HERE}.mid"), **end})]


def _sensor() -> alt.Chart:
    tall: Setting = {"y": expr(f"{HERE}.top"), "y2": expr(f"{HERE}.under")}
    return sensors(rows("bars"), {"x": 0, "x2": expr("width"), **tall})
