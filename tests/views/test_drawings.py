"""What has a drawing, and the words and numbers in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from sitegen.model.indicators import Indicator, Observation, Target
from sitegen.views.charts import NumberLocale, TimeChart
from sitegen.views.drawings import Drawing, bars_drawing, indicator_drawing, number_locale
from tests.derive.records import about, absent, growth, indicator, level, number, said, worded
from tests.views.editions import edition, written


def drawn(given: Indicator, code: str = "en") -> Drawing | None:
    """The drawing of an indicator."""
    return indicator_drawing(edition(given, code=code), given, "/en/x/")


def chart(given: Indicator, code: str = "en") -> TimeChart:
    """Its chart, for it has one."""
    found = drawn(given, code)
    assert found is not None
    assert isinstance(found.chart, TimeChart)
    return found.chart


@pytest.mark.parametrize(
    ("target", "observations"),
    [
        (level("5"), ()),
        (level("5"), (said("2023"), absent("2024"))),
        (worded(), (number("2024", "1"),)),
        (growth("10"), (number("2024", "1"),)),
        (level("5", "share"), (number("2024", "1"),)),
        (level("5", "share"), (number("2023", "1", "share"), number("2024", "1"))),
    ],
)
def test_one_number_without_a_level_in_its_unit_is_not_drawn(
    target: Target, observations: tuple[Observation, ...]
) -> None:
    """There is nothing to hold it against."""
    assert None is drawn(indicator(*observations, target=target))


@pytest.mark.parametrize("target", [worded(), level("5", "share")])
def test_two_numbers_are_drawn_without_a_level(target: Target) -> None:
    """Without a line for a target that is no level in their unit."""
    found = chart(indicator(number("2023", "1"), number("2024", "2"), target=target))
    assert (None, "", 2) == (found.target, found.target_label, len(found.points))


def test_a_target_of_growth_is_drawn_at_the_level_that_it_leads_to() -> None:
    """For the latest period alone, which its label names; from an approximate number it leads to no single level."""
    found = chart(indicator(number("2022", "100"), number("2024", "60"), target=growth("10")))
    label = "Target of 2024: 121, our calculation: 10% a year, starting from 2022"
    assert (Decimal(121), True, label) == (found.target, found.target_last, found.target_label)
    assert found.name.endswith(f"2022: 100 and 2024: 60. {label}.")
    unsure = chart(indicator(about("2022", "100"), number("2024", "60"), target=growth("10")))
    assert (None, "") == (unsure.target, unsure.target_label)


def test_a_value_whose_period_was_not_over_is_marked_and_named_so() -> None:
    """Alone; and a level is drawn over all periods."""
    given = indicator(number("2023", "50"), number("2024", "60"))
    drawing = indicator_drawing(written(edition(given), "2024-10"), given, "/en/x/")
    assert drawing is not None
    found = drawing.chart
    assert isinstance(found, TimeChart)
    assert [(False, "50"), (True, "60 (not over)")] == [(each.incomplete, each.label) for each in found.points]
    assert "2023: 50 and 2024: 60 (period not over)." in found.name
    assert not found.target_last


def test_one_number_is_drawn_with_the_level_that_is_aimed_at() -> None:
    """A level of zero is a level."""
    for aimed in ("5", "0"):
        assert Decimal(aimed) == chart(indicator(number("2024", "1"), target=level(aimed))).target


def test_what_is_left_to_the_target_is_said_where_a_scale_has_its_own_start() -> None:
    """By our calculation and only of a target that is not reached; the ends of the scale are those of the unit."""
    said = {}
    for last in ("2", "3"):
        given = indicator(number("2023", "1.5"), number("2024", last), target=level("3"))
        made = edition(given)
        ends = {"lowest": Decimal(1), "highest": Decimal(4)}
        units = tuple(each.model_copy(update=ends) for each in made.portal.programme.units)
        programme = made.portal.programme.model_copy(update={"units": units})
        drawing = indicator_drawing(replace(made, portal=replace(made.portal, programme=programme)), given, "/en/x/")
        assert drawing is not None
        assert isinstance(drawing.chart, TimeChart)
        said[last] = drawing.chart.left
        assert (Decimal(1), Decimal(4)) == (drawing.chart.lowest, drawing.chart.highest)
        assert drawing.chart.name.endswith(f"Target 3. {said[last]}." if said[last] else "Target 3.")
        assert (None, None, "") == (chart(given).lowest, chart(given).highest, chart(given).left)
    assert {"2": "1 left to the target, our calculation", "3": ""} == said


def test_points_stand_in_the_order_of_time_and_in_one_unit() -> None:
    """That of the latest number; texts and other units are not drawn, approximate numbers are marked."""
    given = indicator(number("2024", "3"), said("2021"), about("2023", "50"), number("2022", "9", "share"))
    expected = [("2023", Decimal(50), "about 50", True), ("2024", Decimal(3), "3", False)]
    assert expected == [(each.period, each.number, each.label, each.about) for each in chart(given).points]


def test_the_name_of_a_drawing_says_all_that_it_shows() -> None:
    """In whole sentences, with the target only where it is drawn."""
    given = indicator(number("2023", "1"), about("2024-10", "50"), target=level("5"))
    assert "Chart: Reach. 2023: 1 and October 2024: about 50. Target 5." == chart(given).name
    unaimed = indicator(number("2023", "1"), number("2024", "2"), target=worded())
    assert "Chart: Reach. 2023: 1 and 2024: 2." == chart(unaimed).name


def test_numbers_in_a_drawing_are_those_of_the_language() -> None:
    """Beside the points, at the target, and on the axis."""
    given = indicator(number("2023", "1500.5"), target=level("2500"), unit="money")
    found = chart(given, "sv")
    assert ["1\u00a0500,50\u00a0€"] == [point.label for point in found.points]
    assert ("Target 2\u00a0500\u00a0€", "€ money*") == (found.target_label, found.measure)
    assert NumberLocale(",", "\u00a0", "−") == found.locale == number_locale(edition(code="sv"))
    assert NumberLocale(".", ",", "-") == number_locale(edition())


def test_a_drawing_has_its_place_on_the_page_and_a_file_beside_it() -> None:
    """Of a name of its own."""
    found = drawn(indicator(number("2024", "1")))
    assert found is not None
    assert found.spec == f"/en/x/{found.id}.json"


def test_bars_are_named_in_one_sentence() -> None:
    """In their order, each with its number as written."""
    bars = [("Done", Decimal(5), "5", "done"), ("Started", Decimal(0), "0", "started")]
    found = bars_drawing(edition(), "/en/x/", "by-status", "By status", "projects", bars)
    assert found is not None
    assert "Chart: By status. Done 5 and Started 0." == found.chart.name
    assert ("by-status", "/en/x/by-status.json") == (found.id, found.spec)
