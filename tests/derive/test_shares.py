"""What of an indicator can be drawn to one scale, and how far a value lies from its target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sitegen.derive.shares import Distance, distance, shares
from sitegen.derive.values import Interval
from sitegen.model.indicators import Indicator, Observation, Target
from tests.derive.records import about, absent, growth, indicator, level, number, said, worded


def test_the_target_is_one_and_zero_is_zero() -> None:
    """A value is the part of the target that it is, however large the numbers are."""
    found = shares(indicator(number("2023", "250"), number("2024", "600"), target=level("500")))
    assert found is not None
    assert [Decimal(0), Decimal(1)] == [found.share(Decimal(0)), found.share(Decimal(500))]
    assert (Decimal("1.2"), Decimal("1.2")) == (found.span(found.last).low, found.span(found.last).high)
    assert found.first is not None
    assert Interval(Decimal("0.5"), Decimal("0.5")) == found.span(found.first)


def test_an_approximate_value_is_all_that_it_may_stand_for() -> None:
    """About 50 is 45 to 55, and a single number has none before it."""
    found = shares(indicator(about("2024", "50")))
    assert found is not None
    assert (None, Interval(Decimal("0.45"), Decimal("0.55"))) == (found.first, found.span(found.last))


def test_growth_is_held_against_the_level_that_it_leads_to() -> None:
    """Ten per cent a year from 100, two years on, is 121."""
    found = shares(indicator(number("2022", "100"), number("2024", "60"), target=growth("10")))
    assert found is not None
    assert Decimal(121) == found.target


@pytest.mark.parametrize(
    ("target", "observations"),
    [
        (level("5"), ()),
        (level("5"), (number("2023", "4"), said("2024"))),
        (level("5"), (number("2023", "4"), absent("2024"))),
        (worded(), (number("2024", "4"),)),
        (level("5", "share"), (number("2024", "4"),)),
        (level("5"), (number("2024", "4", "share"),)),
        (level("0"), (number("2024", "4"),)),
        (level("-5"), (number("2024", "4"),)),
        (level("5"), (number("2024", "-4"),)),
        (level("5"), (number("2023", "-4"), number("2024", "4"))),
        (growth("10"), (number("2024", "4"),)),
        (growth("10"), (about("2023", "4"), number("2024", "4"))),
    ],
)
def test_what_cannot_begin_at_zero_and_reach_a_line_has_no_shares(
    target: Target, observations: tuple[Observation, ...]
) -> None:
    """No number, no target in its unit, a target that is no single level above zero, numbers below zero."""
    assert None is shares(indicator(*observations, target=target))


def test_numbers_of_another_unit_are_not_the_first() -> None:
    """A bar is drawn only for what the target is measured in."""
    found = shares(indicator(number("2022", "4", "share"), number("2023", "3"), number("2024", "4"), target=level("5")))
    assert found is not None
    assert found.first is not None
    assert "2023" == found.first.period


def test_a_distance_is_what_is_left_to_the_target() -> None:
    """Then and now, below a level that is not reached."""
    found = distance(indicator(number("2023", "2.08"), number("2024", "2.22"), target=level("3")))
    assert Distance(Decimal("0.92"), Decimal("0.78"), "pieces", "2023", growth=False) == found


@pytest.mark.parametrize(("last", "after"), [("90", "20"), ("105", "5")])
def test_a_distance_from_growth_is_what_is_missing_of_it(last: str, after: str) -> None:
    """Of the first value nothing more was asked than it was."""
    found = distance(indicator(number("2023", "100"), number("2024", last), target=growth("10")))
    assert Distance(Decimal(0), Decimal(after), "pieces", "2023", growth=True) == found


@pytest.mark.parametrize(
    "given",
    [
        indicator(number("2024", "4")),
        indicator(about("2023", "4"), number("2024", "4")),
        indicator(number("2023", "4"), about("2024", "5")),
        indicator(number("2023", "4"), number("2024", "200")),
        indicator(number("2023", "300"), number("2024", "200")),
        indicator(number("2023", "4"), number("2024", "5"), target=growth("10")),
        indicator(number("2023", "4"), number("2024", "5"), target=worded()),
    ],
)
def test_without_two_exact_numbers_below_one_level_there_is_no_distance(given: Indicator) -> None:
    """One number, an approximate one, a target that is reached, may be a ceiling, or is no number."""
    assert None is distance(given)
