"""A chart's Vega specification: compiled once for its kind, filled for the chart.

In: a chart, and what gives the compiled specification of its kind: the compiler itself, or whoever remembers what it
gave. Out: Vega as a dict or as bytes of JSON, for a browser or, at a fixed width, for a static drawing. Altair and
vl-convert are imported only when a kind is compiled. This module must not know what any kind looks like.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sitegen.render.charts.kinds import Kind, filling, kind
from sitegen.render.charts.layout.filling import Filling
from sitegen.render.charts.screens import NARROW, SCREENS
from sitegen.views.charts import Chart, NumberLocale

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_VEGA_LITE = "6.4"
# Follows its container: asked at the start and whenever the window changes.
_CONTAINER = f"containerSize()[0] || {NARROW.width}"
_FOLLOWS: dict[str, Any] = {"init": _CONTAINER, "on": [{"events": "window:resize", "update": _CONTAINER}]}


def of_json(view: bytes) -> Chart:
    """The chart whose canonical bytes these are."""
    return _reader().validate_json(view)


@functools.cache
def _reader() -> TypeAdapter[Chart]:
    """What reads a chart: to make it takes longer than to read with it."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - only when a chart has to be drawn

    return TypeAdapter(Chart)


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


def vega_spec(chart: Chart, width: int | None = None, compiler: Compiler = compiled) -> dict[str, Any]:
    """The chart as Vega, as wide as its container or, for a static drawing, `width` pixels wide."""
    spec: dict[str, Any] = json.loads(compiler(kind(chart)))
    held = {"value": width} if width is not None else _FOLLOWS
    spec["signals"] = [
        {"name": "width", **held},
        *spec["signals"],
        {"name": "height", "update": "frame.height"},
    ]
    # vega-embed reads its options here.
    spec["usermeta"] = {"embedOptions": {"formatLocale": d3_locale(chart.locale)}}
    _fill(spec, filling(chart))
    return spec


def spec_json(chart: Chart, compiler: Compiler = compiled) -> bytes:
    """The chart as Vega in canonical JSON: compact, keys sorted, UTF-8."""
    text = json.dumps(vega_spec(chart, compiler=compiler), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def d3_locale(locale: NumberLocale) -> dict[str, Any]:
    """The marks of a language as d3-format takes them."""
    marks = {"decimal": locale.decimal, "thousands": locale.grouping, "minus": locale.minus}
    return {**marks, "percent": locale.percent, "grouping": [3], "currency": ["", ""]}


def _fill(spec: dict[str, Any], filling: Filling) -> None:
    frames = {screen.signal: filling.frames[screen.name] for screen in SCREENS}
    for signal in spec["signals"]:
        if signal["name"] in frames:
            signal["value"] = frames[signal["name"]]
    for data in spec["data"]:
        if data["name"] in filling.data:
            data["values"] = filling.data[data["name"]]
