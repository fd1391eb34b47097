"""One amount or two: a bar from zero for each, with the target as a dashed line across the latest.

In: nothing. Out: the kind in Vega-Lite, to be filled. A line through one point or two says nothing; a length from
zero does. This module must not know how the pieces are placed.
"""

from __future__ import annotations

import altair as alt

from sitegen.render.charts.grammar.marks import (
    HERE,
    Setting,
    at,
    captions,
    dashes,
    expr,
    layered,
    quantity,
    rows,
    sensors,
    texts,
)
from sitegen.render.charts.grammar.stripes import stripes
from sitegen.render.charts.palette import AXIS, PAPER, TARGET, TEXT, VALUE


def specify() -> alt.LayerChart:
    """Vega-Lite of the kind, without data."""
    scale = quantity(("frame.low", "frame.top"), ("1", "width - 1"))
    x = alt.X("number:Q", scale=scale, axis=None)
    layers = (*_bars(x), *_words(), *_target(x), captions(), _sensor())
    return layered(layers, ("points", "targets", "captions"), 0)


def _bars(x: alt.X) -> list[alt.Chart]:
    """What is not all of its period is pale under its stripes; what is approximate is hollow within a dashed line."""
    ink = alt.condition("datum.about && !datum.incomplete", alt.value(PAPER), alt.value(VALUE))
    tall: Setting = {"y": expr(f"{HERE}.over"), "y2": expr(f"{HERE}.under")}
    mark: Setting = {
        "stroke": VALUE,
        "strokeWidth": 2,
        "strokeDash": dashes(),
        "fillOpacity": expr("datum.incomplete ? 0.2 : 1"),
    }
    bar = rows("points").mark_rect(**mark, **tall).encode(x=x, x2=alt.X2(datum=0), fill=ink)
    # The line of zero reaches over the bar's edges, so that a bar of no length is seen to be one.
    taller: Setting = {"y": expr(f"{HERE}.over - 4"), "y2": expr(f"{HERE}.under + 4")}
    zero = rows("points").mark_rule(stroke=AXIS, strokeWidth=2, **taller).encode(x=at("scale('x', 0)"))
    return [stripes("1", "(width - 1)"), bar, zero]


def _words() -> list[alt.Chart]:
    over: Setting = {"x": 0, "y": expr(f"{HERE}.first")}
    period = texts(rows("points"), "datum.period", TEXT, over)
    place: Setting = {"fontWeight": "bold", "dx": expr(f"{HERE}.dx"), **over}
    return [period, texts(rows("points"), f"{HERE}.words", VALUE, place)]


def _target(x: alt.X) -> list[alt.Chart]:
    targets = rows("targets")
    tall: Setting = {"y": expr(f"{HERE}.over"), "y2": expr(f"{HERE}.under")}
    # A border in the colour of the paper keeps the line apart from the bar.
    border = targets.mark_rule(stroke=PAPER, strokeWidth=6, **tall).encode(x=x)
    rule = targets.mark_rule(stroke=TARGET, strokeWidth=2.5, strokeDash=[6, 4], **tall).encode(x=x)
    place: Setting = {"fontWeight": "bold", "align": expr(f"{HERE}.align"), "y": expr(f"{HERE}.y")}
    return [border, rule, texts(targets, f"{HERE}.words", TARGET, place).encode(x=x)]


def _sensor() -> alt.Chart:
    tall: Setting = {"y": expr(f"{HERE}.top"), "y2": expr(f"{HERE}.under")}
    return sensors(rows("points"), {"x": 0, "x2": expr("width"), **tall})
