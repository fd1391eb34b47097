"""A printed value stands for a number, for an interval, or for none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.values import Interval, about_interval, interval, latest, numeric, printed_number, unit_of
from tests.derive.records import about, absent, indicator, number, said


def between(low: str, high: str) -> Interval:
    """An interval."""
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("50", "45", "55"),
        ("48", "47.5", "48.5"),
        ("100", "50", "150"),
        ("15000", "14500", "15500"),
        ("2.5", "2.45", "2.55"),
        ("2.50", "2.45", "2.55"),
        ("0.2", "0.15", "0.25"),
        ("-50", "-55", "-45"),
        ("5E+1", "45", "55"),
        ("0", "0", "0"),
        ("0.0", "0", "0"),
    ],
)
def test_about_is_half_a_unit_of_the_last_digit_that_is_not_zero(printed: str, low: str, high: str) -> None:
    """Zeros at the end were rounded away, before the decimal point and after it."""
    assert between(low, high) == about_interval(Decimal(printed))


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3).filter(bool))
def test_an_approximate_number_lies_in_the_middle_of_its_interval(printed: Decimal) -> None:
    """Low and high are equally far from what is printed, and zero is never among them."""
    found = about_interval(printed)
    assert printed == (found.low + found.high) / 2
    assert found.low < found.high
    assert (found.low > 0) is (printed > 0)
    assert (found.high < 0) is (printed < 0)


def test_an_observation_is_exact_an_interval_or_no_number() -> None:
    """Zero is a number; a text and a dash are none."""
    values = (number("2024", "0"), number("2024", "7"), about("2024", "50"), said("2024"), absent("2024"))
    expected = [between("0", "0"), between("7", "7"), between("45", "55"), None, None]
    assert expected == [interval(each) for each in values]


def test_the_printed_number_is_kept_as_printed() -> None:
    """Exact or approximate, with its decimals; zero is not taken for nothing."""
    printed = [printed_number(each) for each in (number("2024", "1.10"), about("2024", "0"), said("2024"))]
    assert ["1.10", "0", "None"] == [str(each) for each in printed]


def test_a_value_may_have_a_unit_of_its_own() -> None:
    """Its own unit goes before that of the indicator."""
    first, second = number("2023", "1"), number("2024", "1", "share")
    found = indicator(first, second, unit="visits")
    assert ["visits", "share"] == [unit_of(found, each) for each in (first, second)]


def test_the_latest_value_is_the_last_in_time_whatever_its_kind() -> None:
    """The order of the file does not count, and a month is later than the year that it is in."""
    assert said("2025") == latest(indicator(number("2024", "1"), said("2025"), absent("2023")))
    assert number("2024-10", "1") == latest(indicator(number("2024-10", "1"), number("2024", "2")))
    assert None is latest(indicator())


def test_numbers_come_oldest_first_without_what_is_no_number() -> None:
    """Approximate ones among them."""
    found = numeric(
        indicator(number("2025", "3"), said("2024"), about("2022", "1"), absent("2021"), number("2023", "2"))
    )
    assert ["2022", "2023", "2025"] == [each.period for each in found]


def test_of_two_values_of_one_period_the_later_listed_is_the_latest() -> None:
    """The latest value and the last number are one and the same."""
    found = indicator(number("2024", "1"), number("2024", "2"))
    assert number("2024", "2") == latest(found) == numeric(found)[-1]
