"""Tables of figures: aligned by their digits where all of a column are numbers."""

from __future__ import annotations

import pytest

from sitegen.model.indicators import Observation
from sitegen.views.pages.indicator import values_table
from tests.derive.records import indicator, level, number, said, worded
from tests.views.editions import edition


@pytest.mark.parametrize(
    ("observations", "aligned"),
    [((number("2023", "5"), number("2024", "6")), True), ((said("2023"), number("2024", "6")), False)],
)
def test_a_column_of_figures_with_words_among_them_is_aligned_like_words(
    observations: tuple[Observation, ...], *, aligned: bool
) -> None:
    """The head stands where the cells stand."""
    given = indicator(*observations, target=level("9"))
    assert aligned == values_table(edition(given), given, "/en/x/").columns[1].numeric


def test_kinds_of_values_are_told_where_they_differ() -> None:
    """Numbers alone need no column that says so; a text among them does."""
    plain, mixed = indicator(number("2024", "5")), indicator(number("2024", "5"), target=worded())
    heads = [[each.label for each in values_table(edition(it), it, "/en/x/").columns] for it in (plain, mixed)]
    assert [["Period", "Value"], ["Period", "Value", "Kind of value"]] == heads
