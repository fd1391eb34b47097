"""One value or two, as they are drawn: bars from zero, or dots on a scale of their own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.charts import svg
from sitegen.render.charts.kinds import filling, kind
from sitegen.render.charts.layout.lettering import width
from sitegen.render.charts.screens import SCREENS, Screen
from sitegen.views.charts import Chart, TimeChart
from tests.render.chart_samples import SAMPLES, over_time, point

PLACE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
BAR = re.compile(r"M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)")


def drawings(chart: Chart) -> list[ET.Element]:
    """The narrow and the wide drawing."""
    return list(ET.fromstring(f"<div>{svg(chart)}</div>"))  # noqa: S314 - our own drawing


def bars(drawing: ET.Element) -> list[tuple[float, ...]]:
    """Left edge, upper edge, length and thickness of each bar."""
    found = (BAR.match(path.get("d", "")) for path in drawing.iter("path"))
    return [tuple(map(float, each.groups())) for each in found if each]


def place(element: ET.Element) -> tuple[float, float]:
    """Where an element stands."""
    found = PLACE.match(element.get("transform", ""))
    assert found
    return float(found[1]), float(found[2])


def target(drawing: ET.Element) -> tuple[float, float, float]:
    """How far right the target's line is, and its ends."""
    [line] = [each for each in drawing.iter("line") if each.get("stroke-dasharray") == "6,4"]
    x, y = place(line)
    return x, y, y + float(line.get("y2", "0"))


def circles(drawing: ET.Element) -> list[float]:
    """The middle of each dot, from the earliest."""
    return [place(path)[0] for path in drawing.iter("path") if path.get("d", "").count("A") == 2]


def test_from_three_values_on_a_line_is_drawn() -> None:
    """Up to two are lengths from zero, or dots where the scale has a start of its own."""
    points = [point(str(2022 + i), str(2 + i)) for i in range(3)]
    kinds = [kind(over_time(*points[:count], ends=ends)) for ends in ((None, None), ("1", None)) for count in (1, 2, 3)]
    assert ["amounts", "amounts", "over_time", "dots", "dots", "over_time"] == kinds


@pytest.mark.parametrize(("before", "after", "aim"), [("4", "8", "6"), ("-3", "6", "9"), ("0", "0.001", "70000")])
def test_lengths_from_zero_are_as_the_numbers_and_so_is_the_target(before: str, after: str, aim: str) -> None:
    """At both widths; a number below zero goes to the other side of it."""
    numbers = [float(number) for number in (before, after, aim)]
    for drawing in drawings(over_time(point("2023", before), point("2024", after), target=aim)):
        lines = [each for each in drawing.iter("line") if float(each.get("y2", "0")) and not each.get("stroke")]
        zero = place(lines[0])[0]
        found = bars(drawing)
        reach = target(drawing)[0] - zero
        for (left, _, length, _), number in zip(found, numbers, strict=False):
            start, end = (left, left + length) if number >= 0 else (left + length, left)
            assert start == pytest.approx(zero, abs=0.2)
            assert abs((end - zero) - reach * number / numbers[-1]) < 0.2


def test_the_target_is_drawn_at_the_latest_bar_alone() -> None:
    """It crosses that bar and a few pixels more, and no other."""
    for drawing in drawings(SAMPLES["incomplete"]):
        earlier, latest = bars(drawing)
        _, top, bottom = target(drawing)
        assert earlier[1] + earlier[3] < top < latest[1]
        assert latest[1] + latest[3] < bottom


def striped(chart: Chart) -> list[int]:
    """How many bars have stripes, at each width."""
    return [sum(path.get("stroke-linejoin") is not None for path in each.iter("path")) for each in drawings(chart)]


def test_only_what_was_not_over_is_striped() -> None:
    """Each such bar, over a pale ground; an approximate one is not."""
    both = over_time(point("2023", "4", incomplete=True), point("2024", "6", incomplete=True))
    assert [[1, 1], [1, 1], [2, 2]] == [
        striped(each) for each in (SAMPLES["incomplete"], SAMPLES["incomplete alone"], both)
    ]
    assert [[0, 0], [0, 0]] == [striped(SAMPLES[name]) for name in ("rising", "single")]
    assert [4, 0] == [svg(each).count('fill-opacity="0.2"') for each in (both, SAMPLES["rising"])]


@pytest.mark.parametrize("number", ["0.5", "79000", "-3", "0"])
def test_stripes_stay_within_their_bar_and_cover_it(number: str) -> None:
    """From its left edge to its right one, at an angle, as far apart everywhere."""
    for drawing in drawings(over_time(point("2023", "40000"), point("2024", number, incomplete=True))):
        left, top, length, thick = bars(drawing)[1]
        [line] = [path for path in drawing.iter("path") if path.get("stroke-linejoin")]
        corners = [tuple(map(float, each.split(","))) for each in line.get("d", "")[1:].split("L")]
        assert all(left - 0.1 <= x <= left + length + 0.1 and top <= y <= top + thick for x, y in corners)
        assert max(x for x, _ in corners) - min(x for x, _ in corners) == pytest.approx(length, abs=0.2)
        for (x, y), (along, up) in list(pairwise(corners))[::2]:
            assert abs(along - x) == pytest.approx(abs(up - y), abs=0.2)


def test_dots_lie_on_their_scale_and_so_does_the_target() -> None:
    """From the unit's lowest number to its highest, at both widths."""
    for drawing in drawings(SAMPLES["on a scale"]):
        wide = float(drawing.attrib["viewBox"].split()[2])
        share = [(x - 8) / (wide - 16) for x in (*circles(drawing), target(drawing)[0])]
        assert [(number - 1) / 3 for number in (2.08, 2.22, 3)] == pytest.approx(share, abs=0.001)


def test_what_is_left_is_measured_from_the_latest_dot_to_the_target() -> None:
    """With its words; without words there is no line."""
    for drawing in drawings(SAMPLES["on a scale"]):
        [line] = [each for each in drawing.iter("line") if float(each.get("x2", "0")) < 0]
        x, _ = place(line)
        assert [x, x + float(line.get("x2", "0"))] == pytest.approx([target(drawing)[0], circles(drawing)[1]], abs=0.2)
    assert not [
        each for each in drawings(SAMPLES["one on a scale"])[0].iter("line") if each.get("stroke-width") == "1.5"
    ]


def test_half_of_a_dot_is_filled_where_the_period_was_not_over() -> None:
    """On a scale and over time; the latest dot is filled, an earlier one and an approximate one are hollow."""
    half = 'd="M0,-'
    whole = over_time(point("2023", "2"), point("2024", "3"), ends=("1", "4"))
    assert [2, 2, 0] == [svg(each).count(half) for each in (SAMPLES["on a scale"], SAMPLES["three"], whole)]
    for drawing in drawings(whole):
        fills = [group.get("fill") for group in drawing.iter() if group.get("d", "").count("A") == 2]
        assert ["var(--paper)", "var(--chart-value)"] == fills


NUMBERS = st.decimals(min_value=1, max_value=4, places=2)
MARKS = st.sampled_from(("", " (kausi kesken)"))


@st.composite
def changes(draw: st.DrawFn) -> TimeChart:
    """Two values on a scale from 1 to 4, with any target or none."""
    numbers = [draw(NUMBERS), draw(NUMBERS)]
    points = (point(str(2023 + i), str(number), f"{number}{draw(MARKS)}") for i, number in enumerate(numbers))
    aim = draw(st.one_of(st.none(), NUMBERS))
    return over_time(*points, target=None if aim is None else str(aim), ends=("1", "4"))


def labels(chart: TimeChart, screen: Screen) -> list[tuple[float, float, float]]:
    """Where each label begins and ends, and its line."""
    filled: Any = filling(chart)
    frame, rows = filled.frames[screen.name], filled.data["points"]
    low, top = frame["low"], frame["top"]
    found = []
    for row in rows:
        x = 8 + (row["number"] - low) / (top - low) * (screen.width - 16)
        here = row[screen.name]
        end = x + here["after"] + width(row["text"], screen.text, bold=True)
        found.append((x + here["dx"], end, here["y"]))
    return found


@settings(deadline=None)
@given(changes())
def test_labels_of_two_dots_never_meet_and_stay_inside(chart: TimeChart) -> None:
    """At both widths: side by side where there is room, else one over the other; each reaches its dot."""
    for screen in SCREENS:
        first, second = sorted(labels(chart, screen))
        assert first[1] < second[0] or first[2] != second[2]
        assert first[0] >= -0.1
        assert max(first[1], second[1]) <= screen.width + 0.1


@pytest.mark.parametrize(
    ("ends", "number", "ticks"),
    [
        (("1", "4"), "2.5", "1 2 3 4"),
        (("1", "10"), "3", "1 4 7 10"),
        (("1", "6"), "3", "1 2 3 4 5 6"),
        (("1", None), "3.5", "1 2 3 4"),
        (("1", "4"), "6", "1 3 5 7"),
        (("1", "4"), "0.5", "0,5 1,0 1,5 2,0 2,5"),
    ],
)
def test_a_scale_has_the_ends_of_its_unit(ends: tuple[str, str | None], number: str, ticks: str) -> None:
    """In even steps; without an end, or where a number lies beyond one, it goes as far as the numbers do."""
    filled: Any = filling(over_time(point("2023", "2.5"), point("2024", number), ends=ends))
    assert ticks.split() == [row["text"] for row in filled.data["ticks"]]
