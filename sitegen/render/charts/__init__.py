"""Charts: a view in, a Vega specification or an inline drawing out.

`kinds` says of which kind a chart is; `grammar` holds each kind in Altair's words, `layout` where the pieces
of a chart stand. `reading` reads a chart, `specification` compiles a kind once and fills it, `drawing` makes
SVG of it, `bundle` is the library with which a reader's browser draws it, `palette` names the colours. Nothing here
knows a page, a template or a path. What is asked for is loaded, for a build without a new chart asks for colours alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sitegen.render.charts.bundle import bundle

if TYPE_CHECKING:
    from sitegen.render.charts.drawing import svg
    from sitegen.render.charts.kinds import KINDS, Kind
    from sitegen.render.charts.palette import Palette, stylesheet, tokens
    from sitegen.render.charts.reading import of_json, time_chart
    from sitegen.render.charts.specification import compiled, spec_json, vega_spec

__all__ = [
    "KINDS",
    "Kind",
    "Palette",
    "bundle",
    "compiled",
    "of_json",
    "spec_json",
    "stylesheet",
    "svg",
    "time_chart",
    "tokens",
    "vega_spec",
]
_MODULES = {
    "svg": "drawing",
    **dict.fromkeys(("KINDS", "Kind"), "kinds"),
    **dict.fromkeys(("Palette", "stylesheet", "tokens"), "palette"),
    **dict.fromkeys(("of_json", "time_chart"), "reading"),
    **dict.fromkeys(("compiled", "spec_json", "vega_spec"), "specification"),
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
