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


def test_kinds_of_values_are_for_machines() -> None:
    """A reader sees whether it is a number; the file says so in a column of its own."""
    mixed = indicator(number("2024", "5"), target=worded())
    columns = values_table(edition(mixed), mixed, "/en/x/").columns
    assert ["Period", "Value"] == [each.label for each in columns]
    assert "value_kind" in columns[1].names
