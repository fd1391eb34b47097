"""A headline is a finding and carries its own doubt."""

from __future__ import annotations

import pytest

from sitegen.model.indicators import Comparison, Indicator
from sitegen.views.headlines import headline
from tests.derive.records import growth, indicator, level, number, project, said, worded
from tests.views.editions import edition, written

EARLY = "2024-10"
"""The document is of this month: the year 2024 was not over."""


@pytest.mark.parametrize(
    ("given", "whole", "early"),
    [
        (indicator(number("2024", "60")), "Reach: 60, target 100", ", but the period was not over"),
        (
            indicator(number("2023", "40"), number("2024", "60")),
            "Reach: from 40 to 60, target 100",
            ", but the period was not over",
        ),
        (
            indicator(number("2023", "40"), number("2024", "30"), target=growth("10")),
            "Reach: from 40 to 30",
            ", but the period was not over",
        ),
        (indicator(number("2024", "60"), target=worded()), "", ""),
        (indicator(said("2024")), "", ""),
    ],
)
def test_a_headline_says_whether_the_period_was_over(given: Indicator, whole: str, early: str) -> None:
    """And nothing where there is no number to hold against the target."""
    made = edition(given)
    assert (whole, f"{whole}{early}") == (headline(made, given), headline(written(made, EARLY), given))


def test_a_headline_carries_its_contradiction() -> None:
    """Both numbers of the source in one sentence."""
    given = indicator(
        number("2024", "100", "share"),
        target=level("100", "share"),
        unit="share",
        compare_with=Comparison(roadmap="plan-24", statuses=("is-done",)),
    )
    made = edition(project("x", "is-done"), project("y"), given)
    assert "Reach: the source says 100%, its own list 1 of 2" == headline(made, given)
