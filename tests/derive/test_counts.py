"""What can be counted is counted, zeros and silence included, and nothing is added up across kinds."""

from __future__ import annotations

from decimal import Decimal

from sitegen.derive.counts import (
    by_facet,
    by_outcome,
    by_status,
    cost_totals,
    costs_of,
    done_dates,
    indicator_dates,
    project_dates,
    without_cost,
)
from sitegen.derive.findings import Outcome
from sitegen.model.programme import Facet
from sitegen.model.projects import CostKind
from tests.derive.records import (
    about,
    absent,
    cost,
    effect,
    growth,
    indicator,
    level,
    number,
    portal,
    project,
    said,
    worded,
)

MOVED = project("moved", ("2023", "is-planned"), ("2024", "is-done"))
PROJECTS = (MOVED, project("a", "is-done", theme="roads"), project("b", "is-started"), project("c", roadmap="plan-25"))


def test_every_status_is_counted_in_the_order_of_the_vocabulary() -> None:
    """Statuses that no project has are there with zero; last come the projects without one."""
    counted = {"is-planned": 0, "is-started": 1, "is-done": 2, "is-dropped": 0, "is-unknown": 0, None: 1}
    assert list(counted.items()) == list(by_status(portal(), PROJECTS).items())


def test_counts_of_nothing_are_zeros() -> None:
    """Not an empty table."""
    assert {0} == set(by_status(portal(), ()).values())
    assert [("roads", 0), ("parks", 0), (None, 0)] == list(by_facet(portal(), (), Facet.THEME).items())
    assert dict.fromkeys(Outcome, 0) == by_outcome(portal(), ())


def test_projects_are_counted_by_facet() -> None:
    """What the source does not say is counted as such; the year is that of the roadmap."""
    assert [("roads", 1), ("parks", 0), (None, 3)] == list(by_facet(portal(), PROJECTS, Facet.THEME).items())
    assert [("2024", 3), ("2025", 1), (None, 0)] == list(by_facet(portal(), PROJECTS, Facet.YEAR).items())
    assert [("time", 0), (None, 4)] == list(by_facet(portal(), PROJECTS, Facet.BENEFIT).items())


def test_indicators_are_counted_by_outcome() -> None:
    """In the order in which outcomes are declared."""
    found = by_outcome(
        portal(),
        (
            indicator(number("2024", "5"), target=level("5")),
            indicator(number("2024", "4"), target=level("5")),
            indicator(number("2024", "4"), target=worded()),
            indicator(said("2024"), target=growth("10")),
        ),
    )
    assert [
        (Outcome.REACHED, 1),
        (Outcome.REACHED_DISPUTED, 0),
        (Outcome.NOT_REACHED, 1),
        (Outcome.NOT_REACHED_DISPUTED, 0),
        (Outcome.NOT_JUDGED, 2),
    ] == list(found.items())


def test_costs_are_added_up_within_a_kind_only() -> None:
    """In the order of the kinds; cents are not lost, and a kind that does not occur has no total."""
    projects = (
        project("a", costs=(cost("100.10"), cost("7", kind=CostKind.ONE_OFF))),
        project("b", costs=(cost("200.20"),)),
        project("c"),
    )
    assert [(CostKind.YEARLY, Decimal("300.30"), 2), (CostKind.ONE_OFF, Decimal(7), 1)] == [
        (total.kind, total.amount, total.records) for total in cost_totals(projects)
    ]


def test_costs_of_a_kind_not_stated_are_not_added_up() -> None:
    """One of them may be yearly and the other not: each is there with its project."""
    unstated = tuple(cost(amount, kind=CostKind.NOT_STATED) for amount in ("7", "8"))
    made = project("a", costs=(cost("1"), *unstated))
    assert [CostKind.YEARLY] == [total.kind for total in cost_totals([made])]
    assert tuple((made, each) for each in unstated) == costs_of([made], CostKind.NOT_STATED)


def test_an_approximate_amount_is_left_out_of_the_total() -> None:
    """And out of the number of records behind it; a kind with no other amount has no total."""
    projects = (project("a", costs=(cost("100"), cost(about="50"), cost(about="9", kind=CostKind.ONE_OFF))),)
    assert [(CostKind.YEARLY, Decimal(100), 1)] == [
        (total.kind, total.amount, total.records) for total in cost_totals(projects)
    ]


def test_a_cost_of_zero_is_a_cost() -> None:
    """It has a total, and its project has a figure."""
    free = project("a", costs=(cost("0"),))
    assert [(Decimal(0), 1)] == [(total.amount, total.records) for total in cost_totals([free])]
    assert 0 == without_cost([free])


def test_savings_are_no_costs() -> None:
    """They are in no total, and a project with nothing else has no figure for its cost."""
    saving = project("a", savings=(cost("15000"),))
    assert () == cost_totals([saving])
    assert 1 == without_cost([saving])


def test_projects_without_any_figure_are_counted() -> None:
    """An approximate figure is a figure."""
    assert 2 == without_cost((project("a"), project("b", costs=(cost(about="5"),)), project("c")))


def test_dates_of_projects_come_once_each_oldest_first() -> None:
    """Of statuses, effects, costs and savings, each as finely as given; a year stands before its months and days."""
    projects = (
        project("a", ("2024-10", "is-done"), effects=(effect("2024-10-02"), effect())),
        project("b", "is-done", costs=(cost("1", as_of="2023-12"), cost("1"))),
        project("c", "is-done", savings=(cost("1", as_of="2025"),)),
    )
    assert ("2023-12", "2024", "2024-10", "2024-10-02", "2025") == project_dates(portal(), projects)
    assert () == project_dates(portal(), (project("a"),))


def test_dates_that_only_finished_projects_have_are_known() -> None:
    """What one that goes on has too is not theirs alone."""
    projects = (
        project("a", ("2024", "is-done"), ("2024-10", "is-done")),
        project("b", ("2024", "is-started")),
        project("c", "is-done", savings=(cost("1", as_of="2023"),)),
        project("d", costs=(cost("1", as_of="2025"),)),
    )
    assert ("2023", "2024-10") == done_dates(portal(*projects), projects)
    assert () == done_dates(portal(*projects), projects[1:2])


def test_dates_of_indicators_are_those_of_their_latest_values() -> None:
    """Whatever the kind of value; an indicator without values has none."""
    indicators = (
        indicator(number("2024", "1"), number("2023", "1")),
        indicator(about("2022", "1"), absent("2024-10")),
        indicator(said("2024")),
        indicator(),
    )
    assert ("2024", "2024-10") == indicator_dates(indicators)
