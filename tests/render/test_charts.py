"""What a page gets of a chart: the drawing, the specification, the library."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import vl_convert

from sitegen.render.charts import Palette, bundle, of_json, spec_json, stylesheet, svg, tokens, vega_spec
from sitegen.render.charts.drawing import cleaned
from sitegen.render.charts.screens import LETTERS, SCREENS
from sitegen.render.charts.specification import still
from sitegen.store.canonical import canonical
from sitegen.views.charts import Chart, NumberLocale, TimeChart
from tests.render.chart_samples import LONG, SAMPLES, bars, over_time, point

ROOT = Path(__file__).parents[2]
EVERY = pytest.mark.parametrize("chart", SAMPLES.values(), ids=SAMPLES)
ATTRIBUTES = {
    *("transform", "d", "x", "y", "x2", "y2", "dy"),
    *(
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linejoin",
        "text-anchor",
        "font-weight",
        "fill-opacity",
    ),
}


def drawings(chart: Chart) -> list[ET.Element]:
    """The narrow and the wide drawing."""
    return list(ET.fromstring(f"<div>{svg(chart)}</div>"))  # noqa: S314 - our own drawing


def words(drawing: ET.Element) -> list[str]:
    """The texts of a drawing; the lines of one text are joined."""
    return [" ".join(text.itertext()) for text in drawing.iter("text")]


def shapes(drawing: ET.Element, colour: str) -> list[ET.Element]:
    """The paths of one fill, the group's or their own."""
    groups = [group for group in drawing.iter() if group.get("fill") == f"var(--{colour})"]
    return [path for group in groups for path in group.iter("path")]


@EVERY
def test_a_drawing_is_decoration_that_takes_its_size_and_letters_from_the_page(chart: Chart) -> None:
    """Each of the two is hidden from the accessibility tree and has a viewBox, but no size and no font."""
    heads = [{name: value for name, value in drawing.items() if name != "viewBox"} for drawing in drawings(chart)]
    shared = {"aria-hidden": "true", "focusable": "false"}
    expected = [
        {"class": "chart chart-narrow", **shared, "font-size": "14"},
        {"class": "chart chart-wide", **shared, "font-size": "17"},
    ]
    assert expected == heads


@EVERY
def test_a_drawing_holds_shapes_and_words_only(chart: Chart) -> None:
    """No id, class, role, label, style, clip or script is left inside, and no element without a purpose."""
    inside = [element for drawing in drawings(chart) for element in drawing.iter() if element is not drawing]
    assert {"g", "text", "path", "line"} >= {element.tag for element in inside} - {"tspan"}
    assert set() == {name for element in inside for name in element.attrib} - ATTRIBUTES


@EVERY
def test_a_drawing_is_small(chart: Chart) -> None:
    """Both widths together stay below five kilobytes, and below ten with twenty values."""
    most = 10_000 if len(getattr(chart, "points", ())) > 10 else 5_000
    assert most > len(svg(chart).encode())


@EVERY
def test_drawing_is_silent(chart: Chart, capfd: pytest.CaptureFixture[str]) -> None:
    """Vega writes errors of a specification to the standard error and goes on: there are none."""
    svg(chart)
    assert ("", "") == capfd.readouterr()


@EVERY
def test_every_colour_is_a_custom_property(chart: Chart) -> None:
    """One drawing serves light and dark, and the specification too."""
    paints = {e.get(paint) for d in drawings(chart) for e in d.iter() for paint in ("fill", "stroke")}
    assert {None, "none"} >= {paint for paint in paints if not (paint or "").startswith("var(--")}
    assert tokens(svg(chart)) <= tokens(spec_json(chart).decode())


@EVERY
def test_no_place_depends_on_the_size_of_letters(chart: Chart) -> None:
    """A drawing is made with letters that nothing measures: with letters of their size it is the same."""
    spec, narrow = vega_spec(chart), SCREENS[0]
    quick = still(spec, narrow.width)
    sized = [each for each in spec["signals"] if each["name"] == LETTERS]
    others = [each for each in quick["signals"] if each["name"] != LETTERS]
    assert [{"name": LETTERS, "update": "frame.size"}] == sized
    raw = [vl_convert.vega_to_svg(each) for each in (quick, {**quick, "signals": [*others, *sized]})]
    assert ['font-size="0px"' in raw[0], 'font-size="14px"' in raw[1]] == [True, True]
    first, second = (ET.tostring(cleaned(each, narrow)) for each in raw)
    assert first == second


def test_drawings_do_not_depend_on_what_was_drawn_before() -> None:
    """A chart is the same bytes after any other."""
    first = [svg(chart) for chart in SAMPLES.values()]
    again = [svg(chart) for chart in reversed(SAMPLES.values())]
    assert first == again[::-1]


def test_both_widths_print_unit_target_values_and_periods() -> None:
    """A chart says in words all that it shows; over time with an axis, a change without one."""
    ticks = ["0", "200\u202f000", "400\u202f000", "600\u202f000"]
    numbers = ["noin 252000", "260000", "320838"]
    for drawing in drawings(SAMPLES["three"]):
        assert [*ticks, "Mål 500000", *numbers, "2022", "2023", "2024", "Euro per år"] == words(drawing)
    for drawing in drawings(SAMPLES["rising"]):
        assert ["2023", "2024", "252000", "320838", "Mål 500000", "Euro per år"] == words(drawing)


def test_a_growth_target_has_no_line() -> None:
    """Without a level as target nothing is drawn in its colour."""
    assert "chart-target" not in tokens(svg(SAMPLES["no target"]))
    assert "chart-target" in tokens(svg(SAMPLES["rising"]))


def test_axes_are_written_in_the_language_of_the_page() -> None:
    """Decimal mark, grouping and minus are those of the chart's locale."""
    locale = NumberLocale(decimal="·", grouping="'", minus="~")
    small = over_time(point("2022", "0"), point("2023", "-0.5"), point("2024", "0.5"))
    large = over_time(point("2022", "0"), point("2023", "1000"), point("2024", "2000"))
    expected = (["~0·50", "~0·25", "0·00"], ["0", "500", "1'000", "1'500", "2'000"])
    axes = [words(drawings(dataclasses.replace(chart, locale=locale))[0]) for chart in (small, large)]
    assert expected == (axes[0][:3], axes[1][:5])


def test_approximate_values_are_hollow() -> None:
    """A point, and a bar, are filled with the paper within a dashed outline when their value is approximate."""
    line = over_time(point("2022", "3"), point("2023", "4"), point("2024", "5", about=True))
    assert [1, 1] == [len(shapes(drawing, "paper")) for drawing in drawings(line)]
    assert [1, 1] == [len(shapes(drawing, "paper")) for drawing in drawings(SAMPLES["single"])]
    assert [0, 0] == [len(shapes(drawing, "paper")) for drawing in drawings(SAMPLES["single above"])]
    assert [2, 2, 0] == [svg(each).count('"4,3"') for each in (line, SAMPLES["single"], SAMPLES["single above"])]


def test_bars_are_as_long_as_their_numbers() -> None:
    """Bars begin at a common zero, and their lengths are in the proportion of the numbers."""
    for drawing in drawings(bars(("a", "4"), ("b", "8"), ("c", "0"))):
        ends = [path.attrib["d"].removeprefix("M").split("v")[0] for path in shapes(drawing, "tone-done")]
        starts, lengths = {end.split(",")[0] for end in ends}, [float(end.split("h")[1]) for end in ends]
        assert {"1"} == starts
        assert [0.5, 1, 0] == pytest.approx([length / lengths[1] for length in lengths], abs=0.01)


def test_years_stand_at_their_distance() -> None:
    """From 2018 to 2019 is a quarter of the way from 2019 to 2023, though no value lies between."""
    chart = over_time(point("2018", "1"), point("2019", "2"), point("2023", "3"))
    for drawing in drawings(chart):
        dots = [path.attrib["transform"] for path in shapes(drawing, "chart-value")]
        places = [float(dot.removeprefix("translate(").split(",")[0]) for dot in dots]
        first, second = (after - before for before, after in pairwise(places))
        assert pytest.approx(4, abs=0.02) == second / first


def test_periods_that_are_no_years_stand_in_their_order() -> None:
    """Quarters have equal distances."""
    chart = over_time(point("1/24", "1"), point("2/24", "2"), point("4/24", "3"))
    assert [0, 1, 2] == [row["at"] for row in rows(chart, "points")]


def rows(chart: Chart, name: str) -> list[dict[str, object]]:
    """The values of a data set in the specification."""
    (found,) = [data["values"] for data in vega_spec(chart)["data"] if data["name"] == name]
    return list(found)


def test_words_are_text_and_never_markup() -> None:
    """What looks like markup in a label is printed, and a long label keeps all its words."""
    for drawing in drawings(SAMPLES["long labels"]):
        assert [LONG, "Osaamisalueet & <muut>"] == words(drawing)[:2]


def test_a_specification_is_canonical() -> None:
    """Compact JSON with sorted keys: equal charts are equal bytes."""
    chart = SAMPLES["rising"]
    spec = json.loads(spec_json(chart))
    text = json.dumps(spec, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text.encode() == spec_json(chart)
    assert vega_spec(chart) == spec


def test_filling_one_chart_leaves_the_next_alone() -> None:
    """The kind is compiled once; what one chart fills in, or a caller changes, is not seen by another."""
    before = spec_json(SAMPLES["no target"])
    vega_spec(SAMPLES["rising"])["marks"].clear()
    assert before == spec_json(SAMPLES["no target"])


def test_a_specification_has_the_texts_of_its_axis() -> None:
    """In the page's numbers, so that a browser formats nothing."""
    texts = [[row["text"] for row in rows(SAMPLES[name], "ticks")] for name in ("three", "on a scale", "below zero")]
    thousands = ["0", "200\u202f000", "400\u202f000", "600\u202f000"]
    assert [thousands, ["1", "2", "3", "4"], ["−5", "0", "5", "10"]] == texts


@EVERY
def test_a_chart_is_read_as_it_was_written(chart: Chart) -> None:
    """Its canonical bytes say all of it, types included."""
    assert chart == of_json(canonical(chart))


def test_importing_charts_is_cheap() -> None:
    """Neither Altair nor vl-convert is imported before a chart is drawn."""
    program = "import sys, sitegen.render.charts; print({'altair', 'vl_convert'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True)
    assert "set()\n" == done.stdout


def test_the_library_is_a_module() -> None:
    """Its default export is vegaEmbed, and nothing is set on the window."""
    text = bundle().decode()
    assert text.rstrip().endswith(" as default};")


def test_a_palette_becomes_custom_properties_for_light_dark_and_more_contrast() -> None:
    """In a fixed order, so that the stylesheet is the same bytes; on paper the light ones hold."""
    palette = Palette({"tone-done": ("#111", "#eee"), "chart-axis": ("#222", "#ddd")}, {"chart-axis": ("#000", "#fff")})
    expected = (
        ":root{--chart-axis:#222;--tone-done:#111}\n"
        "@media screen and (prefers-color-scheme:dark){:root{--chart-axis:#ddd;--tone-done:#eee}}\n"
        "@media (prefers-contrast:more){:root{--chart-axis:#000}}\n"
        "@media screen and (prefers-color-scheme:dark) and (prefers-contrast:more){:root{--chart-axis:#fff}}\n"
    )
    assert expected == stylesheet(palette)


def test_a_target_of_the_latest_value_alone_is_no_line_over_the_others() -> None:
    """Of three values it takes the last third; a level begins at the axis. Both end at the edge."""
    three = SAMPLES["three"]
    assert isinstance(three, TimeChart)
    for latest_alone in (True, False):
        for drawing in drawings(dataclasses.replace(three, target_last=latest_alone)):
            wide = float(drawing.attrib["viewBox"].split()[2])
            [line] = [each for each in drawing.iter("line") if each.get("stroke-dasharray") == "7,5"]
            reach = float(line.attrib["x2"])
            start = float(line.attrib["transform"].removeprefix("translate(").split(",")[0])
            assert wide == pytest.approx(start + reach, abs=0.2)
            assert latest_alone == (start > wide / 2)
