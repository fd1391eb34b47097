"""A date that an editor types otherwise than it is read here: the hint has that date, or none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.check import validate
from sitegen.model.projects import DatedStatus
from sitegen.source.report import translate
from sitegen.source.yamltext import read_yaml

FORMS = ("{0.day}.{0.month}.{0.year}", "{0.day:02}. {0.month:02}. {0.year}", "{0.year}-{0.month}-{0.day}", "{0:%Y%m%d}")
EXAMPLE = "Write a year, a month or a day as in '2024', '2024-10' or '2024-01-22'."


def hint(typed: str) -> str:
    """What to write instead of a date without quotes."""
    text = f"as_of: {typed}\nstatus: 'done'\nsource: {{document: 'd', section: 's'}}\n"
    document, _ = read_yaml("content/x.yaml", text.encode())
    assert document is not None
    _, problems = validate(document, DatedStatus, ("sv",))
    return " ".join(translate(problem.hint, str) for problem in problems if problem.hint)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
def test_the_hint_has_the_date_that_was_meant(day: date, form: str) -> None:
    """Day first with full stops, without zeros, or without marks."""
    typed = form.format(day)
    assert typed == f"{day}" or [f"{day}"] == re.findall(r"\d{4}-\d{2}-\d{2}", hint(typed))


@pytest.mark.parametrize(("typed", "meant"), [("10.2024", "2024-10"), ("1. 2024", "2024-01"), ("2024-9", "2024-09")])
def test_the_hint_has_the_month_that_was_meant(typed: str, meant: str) -> None:
    """Also where the file has a number for it."""
    assert f"Write it in this form: '{meant}'." == hint(typed)


@pytest.mark.parametrize(
    "typed", ["1/10/2024", "10/24", "1.10.24", "oktober 2024", "24", "31.2.2024", "13.2024", "20241"]
)
def test_a_date_in_doubt_is_not_told(typed: str) -> None:
    """What may be day or month, an abbreviated year, and a day that there never was."""
    assert hint(typed) == EXAMPLE
