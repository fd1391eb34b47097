"""What is reported by date, the latest first."""

from __future__ import annotations

from dataclasses import replace

from sitegen.derive.reported import Reported, reported
from sitegen.model.programme import Statement
from tests.derive.records import SOURCE, about, absent, cost, effect, indicator, number, portal, project, said, texts


def test_dates_stand_the_latest_first_and_as_finely_as_they_are_given() -> None:
    """A month comes after its days and a year after its months: when in that time it was is not known."""
    dates = ("2023", "2024", "2024-01-22", "2024-10", "2024-10-03")
    made = portal(*(project(f"p{place}", (date, "is-done")) for place, date in enumerate(dates)))
    assert ("2024-10-03", "2024-10", "2024-01-22", "2024", "2023") == tuple(each.date for each in reported(made))


def test_what_has_one_date_stands_together() -> None:
    """Statuses apart from effects, costs and savings; numbers apart from words and from what is missing."""
    made = portal(
        project("both", ("2024", "is-started"), ("2025", "is-done"), costs=(cost("5", as_of="2025"),)),
        project("paid", effects=(effect("2025"),)),
        project("saved", savings=(cost("5", as_of="2025"),)),
        indicator(number("2024", "1"), number("2025", "2"), name="reach"),
        indicator(said("2024"), about("2025", "2"), name="vague"),
        indicator(absent("2024"), said("2025"), name="late"),
    )
    assert (
        Reported("2025", ("both",), ("both", "paid", "saved"), ("reach", "vague"), ("late",), (), ()),
        Reported("2024", ("both",), (), ("reach",), ("vague",), ("late",), ()),
    ) == reported(made)


def test_a_state_that_is_told_twice_is_reported_once() -> None:
    """At its finer date."""
    assert ("2024-10",) == tuple(
        each.date for each in reported(portal(project("well", ("2024", "is-done"), ("2024-10", "is-done"))))
    )


def test_dated_statements_count_as_reports() -> None:
    """Those of the programme and of roadmaps; without a date there is no telling when."""
    stated = Statement(id="approval", text=texts("Approved"), date="2024-01-22", source=SOURCE)
    undated = Statement(id="basis", text=texts("Based on"), source=SOURCE)
    made = portal()
    first, *others = made.roadmaps
    made = replace(
        made,
        programme=made.programme.model_copy(update={"statements": (stated, undated)}),
        roadmaps=(first.model_copy(update={"statements": (stated,)}), *others),
    )
    assert (Reported("2024-01-22", (), (), (), (), (), ((None, stated), (first.id, stated))),) == reported(made)
