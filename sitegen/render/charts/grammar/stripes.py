"""Stripes over a bar: the period of its number was not over.

In: where the scale begins and ends. Out: one line for each such bar, up and down over it. It is a line and no pattern
because a specification and a drawing are whole without an element of their page, and a line is what every program
that draws them knows. This module must not know a kind.
"""

from __future__ import annotations

import altair as alt

from sitegen.render.charts.grammar.marks import HERE, Setting, at, rows
from sitegen.render.charts.palette import VALUE

STEP = 10
"""Pixels from one stripe to the next, along the bar."""

_INSET = 1
"""Pixels of the bar's outline that the stripes leave alone."""


def stripes(left: str, right: str) -> alt.Chart:
    """Of every bar of the rows "points" that is incomplete. left, right: the ends of the scale, in pixels.

    Two corners a stripe; every second stripe goes down, so that the line runs along the bar's edges in between. What
    would go beyond an end of the bar is cut off there.
    """
    tall = f"(frame.thick - {2 * _INSET})"
    place = f"{left} + ((%s) - frame.low) / (frame.top - frame.low) * ({right} - {left})"
    ends = {"start": place % "min(datum.number, 0)", "end": place % "max(datum.number, 0)"}
    count = f"2 * ceil((datum.end - datum.start + {tall}) / {STEP})"
    # The foot of the stripe; at its upper corner it is as far to the right as the bar is thick.
    stripe = "floor(datum.turn / 2)"
    foot = f"datum.start - {tall} + {stripe} * {STEP}"
    reach = f"(datum.turn % 2 === {stripe} % 2 ? 0 : {tall})"
    chart = rows("points").transform_filter("datum.incomplete").transform_calculate(**ends)
    chart = chart.transform_calculate(turn=f"sequence({count})").transform_flatten(["turn"])
    chart = chart.transform_calculate(foot=foot)
    chart = chart.transform_calculate(along=f"clamp(datum.foot + {reach}, datum.start, datum.end)")
    mark: Setting = {"stroke": VALUE, "strokeWidth": 3, "strokeJoin": "bevel"}
    line = at(f"{HERE}.under - {_INSET} - (datum.along - datum.foot)")
    turns = alt.Order("turn:Q")
    drawn: alt.Chart = chart.mark_line(**mark).encode(x=at("datum.along"), y=line, detail="period:N", order=turns)
    return drawn
