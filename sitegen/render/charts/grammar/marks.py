"""What the specifications of all kinds share, in Altair's words.

In: the layers of a kind. Out: pieces of Vega-Lite. Every measure comes from the signal `frame` (the layout
for the width at hand) or from a row's `here` (what that layout says of the row); nothing is left to automatic
layout, because that would ask a font. This module must not know any kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt

from sitegen.render.charts.palette import AXIS, GRID, TEXT
from sitegen.render.charts.screens import NARROW, SCREENS, TURN, WIDE

Setting = dict[str, Any]
"""Values by the names that Altair gives them; each may be an expression."""

_HERE = f"wide ? datum.{WIDE.name} : datum.{NARROW.name}"


def expr(expression: str) -> alt.ExprRef:
    """A Vega expression where Vega-Lite takes a value."""
    return alt.ExprRef(expression)


def rows(name: str) -> alt.Chart:
    """The data set `name`; each row's `here` is what the layout at hand says of it."""
    chart: alt.Chart = alt.Chart(alt.NamedData(name)).transform_calculate(here=_HERE)
    return chart


def texts(chart: alt.Chart, words: str, colour: str, place: Setting) -> alt.Chart:
    """In each row the lines that the expression `words` gives; `place` says where and how they stand."""
    size: Setting = {"fontSize": expr("frame.size"), "lineHeight": expr("frame.line"), "limit": 0}
    mark: Setting = {"fill": colour, "align": "left", "baseline": "alphabetic", **size, **place}
    written: alt.Chart = chart.transform_calculate(words=words).mark_text(**mark).encode(text="words:N")
    return written


def captions() -> alt.Chart:
    """The unit in words, over the drawing."""
    return texts(rows("captions"), "datum.here.words", TEXT, {"x": 0, "y": expr("frame.size")})


def sensors(chart: alt.Chart, place: Setting) -> alt.Chart:
    """Invisible areas that answer the pointer, larger than the marks; the static drawing leaves them out."""
    mark: Setting = {"fill": "transparent", **place}
    areas: alt.Chart = chart.mark_rect(**mark).encode(tooltip="tip:N").properties(name="sensor")
    return areas


def quantity(ends: tuple[str, str], span: tuple[str, str]) -> alt.Scale:
    """A linear scale from a pair of expressions of numbers to one of pixels."""
    domain: Any = [expr(end) for end in ends]
    return alt.Scale(domain=domain, range=[expr(end) for end in span], nice=False, zero=False)


def axis(setting: Setting) -> alt.Axis:
    """An axis at the frame's ticks, in the page's numbers, that measures nothing."""
    measured: Setting = {"labelOverlap": False, "labelBound": False, "labelLimit": 0}
    room: Setting = {"minExtent": 0, "maxExtent": 0, "title": None, "ticks": False}
    labels: Setting = {
        "labelExpr": "format(datum.value, frame.format)",
        "labelFontSize": expr("frame.size"),
    }
    return alt.Axis(values=expr("frame.ticks"), **{**measured, **room, **labels, **setting})


def layered(layers: Iterable[alt.Chart], data: Iterable[str], foot: int) -> alt.LayerChart:
    """The whole of a kind: `layers` over empty `data`, with `foot` pixels under the plot."""
    padding: Any = {"left": 0, "right": 0, "top": 0, "bottom": foot}
    colours: Setting = {"labelColor": TEXT, "gridColor": GRID, "domainColor": AXIS, "tickColor": AXIS}
    chart = alt.layer(*layers).add_params(*_frames())
    chart = chart.properties(autosize="none", padding=padding, datasets={name: [] for name in data})
    chart = chart.configure(aria=False, background="transparent", font="inherit")
    whole: alt.LayerChart = chart.configure_axis(**colours).configure_view(stroke=None)
    return whole


def _frames() -> list[Any]:
    frames = [alt.param(name=screen.signal, value={}) for screen in SCREENS]
    wide = alt.param(name="wide", expr=f"width >= {TURN}")
    return [*frames, wide, alt.param(name="frame", expr=f"wide ? {WIDE.signal} : {NARROW.signal}")]
