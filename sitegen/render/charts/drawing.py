"""A chart as SVG to stand inside a page.

In: a chart. Out: two `<svg>` elements, for narrow and for wide figures, of which the stylesheet shows one.
They are decoration for a screen reader (the page says the same in a sentence and a table), carry no id, no
style and no size, and name colours and no font. This module must not know what any kind looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.render.charts.specification import Compiler, compiled, still, vega_spec
from sitegen.views.charts import Chart

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "text", "tspan", "line", "rect", "circle"}
# What shapes a drawing. Left out: fonts (the page's own, of one size), roles, labels, clips, styles, sizes.
_KEPT = (
    *("transform", "d", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "r", "cx", "cy"),
    *(
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linejoin",
        "opacity",
        "fill-opacity",
        "stroke-opacity",
    ),
    *("text-anchor", "font-weight"),
)
# What a group may say for all that is in it.
_INHERITED = ("text-anchor", "font-weight", "fill", "stroke", "stroke-width", "stroke-dasharray")
# Where nothing is said, this holds.
_INITIAL = {
    ("fill-opacity", "1"),
    ("font-weight", "normal"),
    ("opacity", "1"),
    ("text-anchor", "start"),
    ("transform", "translate(0,0)"),
}
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")


def svg(chart: Chart, compiler: Compiler = compiled) -> str:
    """The chart as two elements, of the classes "chart chart-narrow" and "chart chart-wide"."""
    import vl_convert  # noqa: PLC0415 - only when a chart has to be drawn

    spec = vega_spec(chart, compiler)
    raw = ((vl_convert.vega_to_svg(still(spec, each.width)), each) for each in SCREENS)
    return "".join(ET.tostring(cleaned(*each), encoding="unicode") for each in raw)


def cleaned(raw: str, screen: Screen) -> ET.Element:
    """What is seen of Vega's SVG, and nothing else."""
    root = ET.fromstring(raw)  # noqa: S314 - written by vl-convert from our own specification
    head = {"class": f"chart chart-{screen.name}", "viewBox": root.attrib["viewBox"]}
    clean = ET.Element("svg", {**head, "aria-hidden": "true", "focusable": "false", "font-size": str(screen.text)})
    clean.extend(_seen(root))
    return clean


def _seen(parent: ET.Element) -> Iterator[ET.Element]:
    for child in parent:
        if child.tag == f"{_SVG}g":
            yield from _group(child)
        elif child.tag.removeprefix(_SVG) in _SHAPES and not _invisible(child):
            yield _shape(child)


def _group(group: ET.Element) -> Iterator[ET.Element]:
    clean = ET.Element("g", _attributes(group))
    clean.extend(_seen(group))
    _hoist(clean)
    # A group that says nothing, or speaks for one element alone, is not needed.
    if not clean.attrib:
        yield from clean
    elif len(clean):
        yield clean


def _hoist(group: ET.Element) -> None:
    """Say once on the group what all its children say."""
    for name in _INHERITED:
        values = {child.get(name) for child in group}
        if len(values) == 1 and None not in values and len(group) > 1:
            group.set(name, values.pop() or "")
            for child in group:
                del child.attrib[name]


def _shape(shape: ET.Element) -> ET.Element:
    clean = ET.Element(shape.tag.removeprefix(_SVG), _attributes(shape))
    clean.text = shape.text
    clean.extend(_seen(shape))
    return clean


def _invisible(shape: ET.Element) -> bool:
    if shape.tag == f"{_SVG}text":
        return not "".join(shape.itertext()).strip()
    return shape.tag == f"{_SVG}path" and _none(shape, "fill") and _none(shape, "stroke")


def _none(shape: ET.Element, paint: str) -> bool:
    return shape.get(paint, "none") in {"none", "transparent"} or shape.get(f"{paint}-opacity") == "0"


def _attributes(element: ET.Element) -> dict[str, str]:
    said = element.attrib
    pairs = ((name, _rounded(said[name])) for name in _KEPT if said.get(name))
    return {name: value for name, value in pairs if (name, value) not in _INITIAL}


def _rounded(value: str) -> str:
    short = _NUMBER.sub(lambda number: f"{round(float(number[0]), 1) + 0:g}", value)
    return short.removesuffix("px")
