"""A value is incomplete where its period ends after the date of its document, taken as late as it can have been."""

from __future__ import annotations

import datetime

import pytest

from sitegen.derive.periods import early_document, last_day
from tests.derive.records import number, portal


@pytest.mark.parametrize(
    ("date", "day"),
    [("2024", (2024, 12, 31)), ("2024-10", (2024, 10, 31)), ("2024-02", (2024, 2, 29)), ("2024-10-06", (2024, 10, 6))],
)
def test_a_date_ends_with_its_last_day(date: str, day: tuple[int, int, int]) -> None:
    """As finely as it is known."""
    assert datetime.date(*day) == last_day(date)


@pytest.mark.parametrize(
    ("period", "date"),
    [("2024", "2024-10"), ("2024-10", "2024-10-30"), ("2025", "2024"), ("2024-11", "2024-10"), ("2024", "2024-12-30")],
)
def test_a_period_that_ends_later_is_incomplete(period: str, date: str) -> None:
    """The document that was too early is told."""
    early = early_document(portal(written=date), number(period, "1"))
    assert early is not None
    assert ("report", date) == (early.id, early.date)


@pytest.mark.parametrize(
    ("period", "date"),
    [("2024", "2024"), ("2024", "2024-12"), ("2024-10", "2024-10"), ("2023", "2024-10"), ("2024", "2024-12-31")],
)
def test_a_period_that_was_over_is_complete(period: str, date: str) -> None:
    """Also where it ends on the last day that the document can be from."""
    assert None is early_document(portal(written=date), number(period, "1"))


def test_without_a_date_of_the_document_nothing_is_incomplete() -> None:
    """Not even what lies far ahead."""
    assert None is early_document(portal(), number("2099", "1"))
