"""A chart out of the canonical bytes of its view.

In: JSON. Out: the chart. By hand: a library that reads any dataclass takes as long to load as several charts take to
draw, in every process that draws. This module must not know how a chart is drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sitegen.views.charts import Bar, BarChart, Chart, NumberLocale, Point, TimeChart


def of_json(view: bytes) -> Chart:
    """The chart whose canonical bytes these are."""
    fields: dict[str, Any] = json.loads(view)
    if "bars" in fields:
        return BarChart(**{**fields, "bars": _bars(fields["bars"])})
    return time_chart(fields)


def time_chart(fields: Mapping[str, Any]) -> TimeChart:
    """The chart over time that has these fields, as JSON has them."""
    points = tuple(Point(**_numbered(each)) for each in fields["points"])
    ends = ("target", "lowest", "highest")
    numbers = {name: None if fields[name] is None else Decimal(fields[name]) for name in ends}
    return TimeChart(**{**fields, **numbers, "points": points, "locale": NumberLocale(**fields["locale"])})


def _bars(found: Iterable[Mapping[str, Any]]) -> tuple[Bar, ...]:
    return tuple(Bar(**_numbered(each)) for each in found)


def _numbered(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {**fields, "number": Decimal(fields["number"])}
