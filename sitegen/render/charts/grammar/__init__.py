"""The kinds of charts in Altair's words: a table.

In: nothing. Out: for each kind a function that gives its Vega-Lite, without data. Altair takes up to a second
to import, so this package is imported only where a kind is compiled. It must not know how pieces are placed:
that is `layout`'s to say.
"""

from collections.abc import Callable

import altair as alt

from sitegen.render.charts.grammar import amounts, bars, dots, over_time
from sitegen.render.charts.kinds import Kind

SPECIFY: dict[Kind, Callable[[], alt.LayerChart]] = {
    "over_time": over_time.specify,
    "amounts": amounts.specify,
    "dots": dots.specify,
    "bars": bars.specify,
}
