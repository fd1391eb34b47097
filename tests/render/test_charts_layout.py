"""Axes, line breaks and the places of labels."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.charts.kinds import filling
from sitegen.render.charts.layout.lettering import broken, width, wrap
from sitegen.render.charts.layout.placement import Box, covered, trail
from sitegen.render.charts.layout.scale import scale
from sitegen.render.charts.screens import FOOT, NARROW, WIDE, Screen
from sitegen.views.charts import TimeChart
from tests.render.chart_samples import SAMPLES, over_time, point

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_a_scale_holds_zero_and_every_number(numbers: list[Decimal]) -> None:
    """Zero is a tick, and every number lies between the ends."""
    made = scale(numbers)
    assert Decimal(0) in made.ticks
    assert [] == [number for number in numbers if not 0 <= made.share(number) <= 1]


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_ticks_are_few_and_even(numbers: list[Decimal]) -> None:
    """Two to five ticks, one step apart."""
    ticks = scale(numbers).ticks
    assert {2, 3, 4, 5} >= {len(ticks)}
    assert 1 == len({after - before for before, after in pairwise(ticks)})


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        (("320838", "500000"), "0 200000 400000 600000"),
        (("2.08", "3"), "0 1 2 3"),
        (("1", "5"), "0 2 4 6"),
        (("100", "100"), "0 25 50 75 100"),
        (("0.3",), "0 0.1 0.2 0.3"),
        (("-3", "7"), "-5 0 5 10"),
        (("0",), "0 1"),
        (("1",), "0 1"),
    ],
)
def test_ticks_are_round(numbers: tuple[str, ...], ticks: str) -> None:
    """Ones, twos, halves and quarters of powers of ten; whole numbers have whole ticks."""
    made = scale(Decimal(number) for number in numbers)
    assert [Decimal(tick) for tick in ticks.split()] == list(made.ticks)


@pytest.mark.parametrize(("numbers", "decimals"), [(("1000",), 0), (("0.3",), 1), (("0.07",), 2)])
def test_ticks_have_the_decimals_that_they_need(numbers: tuple[str, ...], decimals: int) -> None:
    """None for whole ticks."""
    assert decimals == scale(Decimal(number) for number in numbers).decimals


WORDS = st.text(alphabet="abcåäöÅWil-\u00a0", min_size=1, max_size=30)


@given(st.lists(WORDS, max_size=8), st.integers(min_value=20, max_value=400))
def test_lines_fit_and_lose_no_letter(words: list[str], room: int) -> None:
    """Every line fits, and the lines together have the letters of the text, in order."""
    lines = wrap(" ".join(words), 14, room)
    assert [] == [line for line in lines if width(line, 14) > room]
    assert "".join(words) == "".join(lines).replace(" ", "")


def test_lines_break_at_spaces_and_not_at_no_break_spaces() -> None:
    """A number stays with its unit."""
    assert ("Mål", "500\u00a0000\u00a0€") == wrap("Mål 500\u00a0000\u00a0€", 14, 100)


def test_a_long_word_breaks_at_its_soft_hyphens() -> None:
    """With a hyphen that is seen; soft hyphens that are not needed vanish."""
    word = "tieto\u00adjärjestelmä\u00adhankinta"
    assert ("tietojärjestelmä-", "hankinta") == wrap(word, 14, 150)
    assert ("tietojärjestelmähankinta",) == wrap(word, 14, 300)


def test_a_word_of_a_whole_page_is_measured_a_few_times_a_letter() -> None:
    """Not once for each of its beginnings: the longest text of the content would take minutes."""
    asked: list[str] = []

    def fits(line: str) -> bool:
        asked.append(line)
        return len(line) <= 40

    assert ["w" * 40] * 50 == broken("w" * 2000, fits)
    assert len(asked) < 2 * 2000


def test_bold_letters_are_wider() -> None:
    """By the same share for every text."""
    assert width("Mål", 14) < width("Mål", 14, bold=True)


def test_a_trail_leaves_no_gap() -> None:
    """A box of a few pixels across the line covers some of it."""
    line = trail(((0, 0), (100, 50), (110, 200)))
    assert ((0, 0), (110, 200)) == (line[0], line[-1])
    assert 0 < covered(Box(102, 100, 106, 104), line)


def labels(chart: TimeChart, screen: Screen) -> list[Box]:
    """The boxes of the printed values, by the rows that fill the specification."""
    filled: Any = filling(chart)
    frame, points = filled.frames[screen.name], filled.data["points"]
    return [_box(row, row[screen.name], frame, screen) for row in points if row[screen.name]["words"]]


def _box(row: dict[str, float], here: dict[str, Any], frame: dict[str, float], screen: Screen) -> Box:
    across = (row["at"] - frame["first"]) / (frame["last"] - frame["first"])
    up = (row["number"] - frame["low"]) / (frame["top"] - frame["low"])
    x = frame["left"] + across * (screen.width - frame["left"]) + here["dx"]
    y = frame["bottom"] - up * (frame["bottom"] - frame["ceiling"]) + here["dy"]
    half = width(here["words"][0], screen.text, bold=True) / 2
    return Box(x - half, y - screen.text * 0.75, x + half, y)


@st.composite
def charts(draw: st.DrawFn) -> TimeChart:
    """Three to twenty years with any values, with or without a target."""
    numbers = draw(st.lists(st.integers(-500, 500_000), min_size=3, max_size=20))
    target = draw(st.one_of(st.none(), st.integers(1, 500_000)))
    points = (point(str(2005 + i), str(number)) for i, number in enumerate(numbers))
    return over_time(*points, target=None if target is None else str(target))


@settings(deadline=None)
@given(charts())
def test_values_never_overlap_and_never_leave_the_drawing(chart: TimeChart) -> None:
    """At both widths; a value without room is left to the table."""
    for screen in (NARROW, WIDE):
        boxes = labels(chart, screen)
        assert [] == [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
        assert boxes
        assert [] == [box for box in boxes if box.left < -1 or box.right > screen.width + 1 or box.top < 0]


@pytest.mark.parametrize("name", ["three", "below zero"])
def test_a_few_values_are_all_printed(name: str) -> None:
    """Three values have room on a phone."""
    chart = SAMPLES[name]
    assert isinstance(chart, TimeChart)
    assert len(chart.points) == len(labels(chart, NARROW))


def test_the_foot_holds_a_line_of_text() -> None:
    """The labels of a horizontal axis are not cut."""
    assert FOOT >= WIDE.line + WIDE.text * 0.25
