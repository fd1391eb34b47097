"""What the specifications of all kinds share, in Altair's words.

In: the layers of a kind. Out: pieces of Vega-Lite. Every measure comes from the signal `frame` (the layout
for the width at hand) or from a row (`HERE` is what that layout says of it); nothing is left to automatic
layout, because that would ask a font. Axes are marks like others: Vega's own would take a third of
a drawing's time. This module must not know any kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt

from sitegen.render.charts.palette import TEXT, VALUE
from sitegen.render.charts.screens import LETTERS, NARROW, TURN, WIDE

_HALF = "M0,-1A1,1,0,0,0,0,1Z"

Setting = dict[str, Any]
"""Values by the names that Altair gives them; each may be an expression."""

HERE = "datum[layout]"
"""What the layout at hand says of a row."""


def expr(expression: str) -> alt.ExprRef:
    """A Vega expression where Vega-Lite takes a value."""
    return alt.ExprRef(expression)


def at(expression: str) -> Any:  # noqa: ANN401 - Altair's values are plain
    """A place that is no quantity, where Vega-Lite wants a channel: it draws no rule without one."""
    return alt.value(expr(expression))


def rows(name: str) -> alt.Chart:
    """The data set `name`, of which nothing is encoded yet."""
    chart: alt.Chart = alt.Chart(alt.NamedData(name)).encode()
    return chart


def texts(chart: alt.Chart, words: str, colour: str, place: Setting) -> alt.Chart:
    """In each row the lines that the expression `words` gives; `place` says where and how they stand."""
    size: Setting = {"fontSize": expr(LETTERS), "lineHeight": expr("frame.line"), "limit": 0}
    mark: Setting = {"fill": colour, "align": "left", "baseline": "alphabetic", **size, **place}
    written: alt.Chart = chart.mark_text(text=expr(words), **mark)
    return written


def dashes() -> alt.ExprRef:
    """The outline of a value: dashed where it is approximate."""
    return expr("datum.about ? [4, 3] : []")


def dots(points: alt.Chart, size: str, ink: Any) -> list[alt.Chart]:  # noqa: ANN401 - a condition of Altair's
    """A dot for each row, half filled where the period was not over. size: an expression. ink: of the whole."""
    mark: Setting = {"opacity": 1, "size": expr(size)}
    outline: Setting = {"filled": True, "stroke": VALUE, "strokeWidth": 2.5, "strokeDash": dashes()}
    whole = points.mark_point(**mark, **outline).encode(fill=ink)
    half = points.transform_filter("datum.incomplete").mark_point(filled=True, fill=VALUE, shape=_HALF, **mark)
    return [whole, half]


def captions() -> alt.Chart:
    """The unit in words, over the drawing."""
    return texts(rows("captions"), f"{HERE}.words", TEXT, {"x": 0, "y": expr("frame.size")})


def sensors(chart: alt.Chart, place: Setting) -> alt.Chart:
    """Invisible areas that answer the pointer, larger than the marks; the static drawing leaves them out."""
    mark: Setting = {"fill": "transparent", "tooltip": expr("join(datum.tip, '\\n')"), **place}
    areas: alt.Chart = chart.mark_rect(**mark).properties(name="sensor")
    return areas


def quantity(ends: tuple[str, str], span: tuple[str, str]) -> alt.Scale:
    """A linear scale from a pair of expressions of numbers to one of pixels."""
    domain: Any = [expr(end) for end in ends]
    return alt.Scale(domain=domain, range=[expr(end) for end in span], nice=False, zero=False)


def layered(layers: Iterable[alt.Chart], data: Iterable[str], foot: int) -> alt.LayerChart:
    """The whole of a kind: `layers` over empty `data`, with `foot` pixels under the plot."""
    padding: Any = {"left": 0, "right": 0, "top": 0, "bottom": foot}
    chart = alt.layer(*layers).add_params(*_signals())
    chart = chart.properties(autosize="none", padding=padding, datasets={name: [] for name in data})
    chart = chart.configure(aria=False, background="transparent", font="inherit").configure_view(stroke=None)
    # Every row has its numbers: no mark needs a filter for those that lack one.
    whole: alt.LayerChart = chart.configure_mark(invalid="show")
    return whole


def _signals() -> list[Any]:
    layout = f"width >= {TURN} ? '{WIDE.name}' : '{NARROW.name}'"
    computed = {"layout": layout, "frame": "frames[layout]", LETTERS: "frame.size"}
    return [alt.param(name="frames", value={}), *(alt.param(name=name, expr=it) for name, it in computed.items())]
