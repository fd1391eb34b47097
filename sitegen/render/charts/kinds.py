"""The kinds of charts: which one a chart is, and what it fills in.

In: a chart. Out: the name of its kind, and its filling. A new kind is a row here, a module in `layout` and a
module with a row in `grammar`. This module must not know Altair: it is imported by everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from sitegen.render.charts.layout import amounts, bars, dots, over_time
from sitegen.render.charts.layout.filling import Filling
from sitegen.views.charts import BarChart, Chart, few

Kind = Literal["over_time", "amounts", "dots", "bars"]
KINDS: tuple[Kind, ...] = get_args(Kind)


_FILLINGS: Mapping[Kind, Callable[..., Filling]] = {
    "over_time": over_time.filling,
    "amounts": amounts.filling,
    "dots": dots.filling,
    "bars": bars.filling,
}


def kind(chart: Chart) -> Kind:
    """The form in which a chart is drawn: two values are a change, and no line."""
    if isinstance(chart, BarChart):
        return "bars"
    if not few(chart):
        return "over_time"
    return "amounts" if chart.lowest is None else "dots"


def filling(chart: Chart) -> Filling:
    """What a chart puts into the specification of its kind."""
    return _FILLINGS[kind(chart)](chart)
