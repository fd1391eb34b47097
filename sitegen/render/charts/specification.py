"""A chart's Vega specification: compiled once for its kind, filled for the chart.

In: a chart, and what gives the compiled specification of its kind: the compiler itself, or whoever remembers what it
gave. Out: Vega as a dict or as bytes of JSON, for a browser or, at a fixed width, for a static drawing. Altair and
vl-convert are imported only when a kind is compiled. This module must not know what any kind looks like.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

from sitegen.render.charts.kinds import Kind, filling, kind
from sitegen.render.charts.layout.filling import Filling
from sitegen.render.charts.screens import LETTERS, NARROW
from sitegen.views.charts import Chart

_VEGA_LITE = "6.4"
# Follows its container: asked at the start and whenever the window changes.
_CONTAINER = f"containerSize()[0] || {NARROW.width}"
_FOLLOWS: dict[str, Any] = {"init": _CONTAINER, "on": [{"events": "window:resize", "update": _CONTAINER}]}


@functools.cache
def compiled(kind: Kind) -> bytes:
    """A kind of chart as Vega without data, as JSON: bytes, which nobody can change by filling them."""
    import vl_convert  # noqa: PLC0415 - only when a chart has to be drawn

    from sitegen.render.charts.grammar import SPECIFY  # noqa: PLC0415 - likewise: it imports Altair

    lite = SPECIFY[kind]().to_dict()
    vega: dict[str, Any] = vl_convert.vegalite_to_vega(lite, vl_version=_VEGA_LITE)
    for replaced in ("width", "height"):
        vega.pop(replaced, None)
    return json.dumps(vega).encode()


Compiler = Callable[[Kind], bytes]


def vega_spec(chart: Chart, compiler: Compiler = compiled) -> dict[str, Any]:
    """The chart as Vega, as wide as its container."""
    spec: dict[str, Any] = json.loads(compiler(kind(chart)))
    spec["signals"] = [
        {"name": "width", **_FOLLOWS},
        *spec["signals"],
        {"name": "height", "update": "frame.height"},
    ]
    _fill(spec, filling(chart))
    return spec


def still(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """The same for a static drawing, `width` pixels wide; its letters have no size, so that no font is asked for them.

    Vega measures every text, which takes longer than all else, and a layout of our own has no use for it.
    """
    fixed = {"width": width, LETTERS: 0}
    held = [{"name": name, "value": value} for name, value in fixed.items()]
    return {**spec, "signals": [*held, *(each for each in spec["signals"] if each["name"] not in fixed)]}


def spec_json(chart: Chart, compiler: Compiler = compiled) -> bytes:
    """The chart as Vega in canonical JSON: compact, keys sorted, UTF-8."""
    text = json.dumps(vega_spec(chart, compiler), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def _fill(spec: dict[str, Any], filling: Filling) -> None:
    for signal in spec["signals"]:
        if signal["name"] == "frames":
            signal["value"] = dict(filling.frames)
    for data in spec["data"]:
        if data["name"] in filling.data:
            data["values"] = filling.data[data["name"]]
