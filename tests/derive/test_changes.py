"""How a value has changed, and where the content says two things of one matter."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sitegen.derive.changes import Contradiction, change, contradictions, percent
from sitegen.model.indicators import Comparison, Indicator, Observation
from sitegen.model.projects import Project
from tests.derive.records import about, absent, indicator, number, portal, project, said

BEGUN = Comparison(roadmap="plan-24", statuses=("is-started", "is-done"))


def changed(*observations: Observation) -> tuple[str, str, str, str] | None:
    """Periods, difference and share of an indicator's change."""
    found = change(portal(), indicator(*observations))
    if found is None:
        return None
    return found.first.period, found.last.period, str(found.difference), str(found.share)


@pytest.mark.parametrize(
    ("written", "complete"), [(None, True), ("2024-12", True), ("2024-10", False), ("2023-05", False)]
)
def test_a_change_is_complete_where_both_periods_were_over(written: str | None, complete: bool) -> None:  # noqa: FBT001
    """By the date of their document."""
    found = change(portal(written=written), indicator(number("2023", "4"), number("2024", "5")))
    assert found is not None
    assert complete == found.complete


@pytest.mark.parametrize(
    ("before", "after", "difference", "share"),
    [
        ("100", "150", "50", "50"),
        ("113000", "79000", "-34000", "-30"),
        ("5", "5", "0", "0"),
        ("2.0", "2.08", "0.08", "4"),
        ("200", "201", "1", "1"),
        ("200", "199", "-1", "-1"),
        ("400", "401", "1", "0"),
        ("0", "7", "7", "None"),
        ("0", "0", "0", "None"),
        ("7", "0", "-7", "-100"),
        ("-10", "-5", "5", "50"),
        ("-5", "-10", "-5", "-100"),
        ("-12", "39", "51", "None"),
        ("12", "-39", "-51", "None"),
    ],
)
def test_a_change_is_latest_less_first(before: str, after: str, difference: str, share: str) -> None:
    """In their unit and in whole per cent, halves away from zero; up is plus, also below zero; no share of zero."""
    assert ("2023", "2024", difference, share) == changed(number("2024", after), number("2023", before))


def test_a_change_goes_from_the_first_number_over_all_years() -> None:
    """What lies between does not count, nor does a text before it."""
    assert ("2022", "2024", "2", "100") == changed(
        said("2021"), number("2022", "2"), number("2023", "90"), number("2024", "4")
    )


def test_an_approximate_value_has_no_exact_change() -> None:
    """As latest it leaves nothing to tell; as an earlier one it is passed over."""
    assert None is changed(number("2023", "40"), about("2024", "50"))
    assert None is changed(about("2023", "40"), number("2024", "50"))
    assert ("2023", "2024", "5", "10") == changed(about("2022", "40"), number("2023", "50"), number("2024", "55"))


@pytest.mark.parametrize(
    "observations",
    [
        (),
        (number("2024", "1"),),
        (said("2023"), absent("2024")),
        (number("2023", "1"), number("2024", "2", "share")),
        (number("2022", "1"), number("2023", "2"), said("2024")),
        (number("2022", "1"), number("2023", "2"), about("2024", "50")),
    ],
)
def test_without_two_numbers_in_one_unit_up_to_the_latest_there_is_no_change(
    observations: tuple[Observation, ...],
) -> None:
    """A change that ends before the latest value would be read as one up to it."""
    assert None is changed(*observations)


def test_a_unit_of_its_own_on_both_sides_is_one_unit() -> None:
    """They can be compared."""
    assert ("2023", "2024", "1", "100") == changed(number("2023", "1", "share"), number("2024", "2", "share"))


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "expected"),
    [("1", "8", 0, "13"), ("-1", "8", 0, "-13"), ("22", "26", 0, "85"), ("22", "26", 1, "84.6"), ("0", "3", 0, "0")],
)
def test_per_cent_is_rounded_with_halves_away_from_zero(part: str, whole: str, decimals: int, expected: str) -> None:
    """To whole per cent unless more is asked for."""
    assert expected == str(percent(Decimal(part), Decimal(whole), decimals))


def test_per_cent_of_nothing_is_no_number() -> None:
    """Not zero and no error."""
    assert None is percent(Decimal(1), Decimal(0))


def told(*records: Project | Indicator) -> list[tuple[str, str, int, int, str]]:
    """Indicator, printed share, count, total and counted share of each contradiction."""
    return [_told(found) for found in contradictions(portal(*records))]


def _told(found: Contradiction) -> tuple[str, str, int, int, str]:
    return found.indicator, str(found.printed), found.count, found.total, str(found.counted)


PROJECTS = (
    project("a", "is-done"),
    project("b", "is-started"),
    project("c", "is-unknown"),
    project("d", ("2023", "is-started"), ("2024", "is-dropped")),
    project("e"),
    project("f", "is-started"),
    project("other", "is-started", roadmap="plan-25"),
)


def share(*observations: Observation, name: str = "begun") -> Indicator:
    """A share of the projects of a roadmap that have begun."""
    return indicator(*observations, unit="share", name=name, compare_with=BEGUN)


def test_a_printed_share_that_the_list_does_not_give_is_a_contradiction() -> None:
    """Counted by the latest status, of all projects of that roadmap, those without status included."""
    assert [("begun", "100", 3, 6, "50")] == told(*PROJECTS, share(number("2024", "100")))


def test_a_contradiction_names_both_places() -> None:
    """The observation with its source, the roadmap, and the statuses that count."""
    (found,) = contradictions(portal(*PROJECTS, share(number("2023", "50"), number("2024", "100"))))
    assert (number("2024", "100"), "plan-24", ("is-started", "is-done")) == (
        found.observation,
        found.roadmap,
        found.statuses,
    )


@pytest.mark.parametrize("printed", ["50", "50.0"])
def test_a_share_that_agrees_is_none(printed: str) -> None:
    """The latest value counts, and as finely as it is printed."""
    assert [] == told(*PROJECTS, share(number("2023", "100"), number("2024", printed)))


def test_a_share_is_compared_as_finely_as_it_is_printed() -> None:
    """A third is 33 per cent, and 33.3 per cent, and neither 34 nor 33.4."""
    third = (project("a", "is-done"), project("b"), project("c"))
    for agreeing in ("33", "33.3", "33.33"):
        assert [] == told(*third, share(number("2024", agreeing)))
    assert [("begun", "34", 1, 3, "33")] == told(*third, share(number("2024", "34")))
    assert [("begun", "33.4", 1, 3, "33.3")] == told(*third, share(number("2024", "33.4")))


def test_what_cannot_be_compared_is_no_contradiction() -> None:
    """No comparison declared, no exact number, or a roadmap without projects."""
    plain = indicator(number("2024", "100"), unit="share")
    assert [] == told(*PROJECTS, plain, share(said("2024")), share(about("2024", "90")), share(name="empty"))
    assert [] == told(share(number("2024", "100")))


def test_contradictions_stand_in_the_order_of_the_indicators() -> None:
    """One for each that differs."""
    found = told(*PROJECTS, share(number("2024", "7"), name="z"), share(number("2024", "8"), name="a"))
    assert ["z", "a"] == [name for name, *_ in found]
