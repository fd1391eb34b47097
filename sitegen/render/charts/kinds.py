"""The kinds of charts: which one a chart is, and what it fills in.

In: a chart. Out: the name of its kind, and its filling. A new kind is a row here, a module in `layout` and a
module with a row in `grammar`. This module must not know Altair: it is imported by everyone.
"""

from __future__ import annotations

from typing import Literal, get_args

from sitegen.render.charts.layout import bars, level, over_time
from sitegen.render.charts.layout.filling import Filling
from sitegen.views.charts import BarChart, Chart

Kind = Literal["over_time", "level", "bars"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def kind(chart: Chart) -> Kind:
    """The form in which a chart is drawn: a single value is a level, for a line needs two."""
    if isinstance(chart, BarChart):
        return "bars"
    return "level" if len(chart.points) == 1 else "over_time"


def filling(chart: Chart) -> Filling:
    """What a chart puts into the specification of its kind."""
    if isinstance(chart, BarChart):
        return bars.filling(chart)
    return level.filling(chart) if len(chart.points) == 1 else over_time.filling(chart)
