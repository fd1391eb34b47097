"""Tables of figures: aligned by their digits where all of a column are numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.indicators import Observation
from sitegen.views.cells import printed, table, words
from sitegen.views.pages.indicator import values_table
from sitegen.views.values import Column, Row
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


def test_what_all_rows_of_a_column_say_is_said_once() -> None:
    """Of three rows or more, with its note; never of the column that names them, nor where the page shows a print."""
    shown, columns = edition(), (Column("Name", ("name",)), Column("As of", ("as_of",)), Column("Kind", ("kind",)))
    rows = tuple(Row((words("same"), replace(words("2024"), note="early"), words(kind))) for kind in "aab")
    assert ["", "2024, early", ""] == [each.common for each in table(shown, "/x/", "t", "T", columns, rows).columns]
    assert ["", "", ""] == [each.common for each in table(shown, "/x/", "t", "T", columns, rows[:2]).columns]
    assert columns == printed(shown, "/x/", "t", "T", columns, rows).columns
