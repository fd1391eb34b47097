"""What is told twice of a project is one fact, and where dates overlap the later document counts."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from sitegen.derive.statuses import current_status, status_contradictions, status_facts
from sitegen.model.projects import DatedStatus, Project
from sitegen.model.sources import Citation
from tests.derive.records import document, portal, project

DATED = {"early": "2024-06", "late": "2025-01", "undated": None}
PORTAL = replace(
    portal(),
    documents=tuple(document().model_copy(update={"id": name, "date": date}) for name, date in DATED.items()),
)


def told(*statuses: tuple[str, str, str]) -> Project:
    """A project with these statuses: (date, id, "document:row")."""
    return project("well").model_copy(update={"statuses": tuple(_status(*each) for each in statuses)})


def _status(date: str, status: str, place: str) -> DatedStatus:
    name, _, row = place.partition(":")
    return DatedStatus(as_of=date, status=status, source=Citation(document=name, section="results", row=int(row or 1)))


def facts(*statuses: tuple[str, str, str]) -> list[tuple[str, str, list[str]]]:
    """Date, status and places of each fact."""
    return [
        (fact.as_of, fact.status, [f"{place.document}:{place.row}" for place in fact.sources])
        for fact in status_facts(PORTAL, told(*statuses))
    ]


def test_the_last_status_is_the_current_one() -> None:
    """Whatever its place in the file; without any there is none."""
    assert "done" == current_status(PORTAL, told(("2025", "done", "early"), ("2024", "started", "early")))
    assert None is current_status(PORTAL, told())


@pytest.mark.parametrize(
    "statuses",
    [
        [("2024", "done", "early:1"), ("2024-10", "done", "early:2")],
        [("2024-10", "done", "early:2"), ("2024", "done", "early:1")],
    ],
)
def test_one_state_in_two_places_of_a_document_is_one_fact(statuses: list[tuple[str, str, str]]) -> None:
    """With the finer date and both places, the coarser first, in whatever order the file has them."""
    assert [("2024-10", "done", ["early:1", "early:2"])] == facts(*statuses)


def test_three_dates_within_each_other_are_one_fact() -> None:
    """A day in a month in a year."""
    assert [("2024-10-03", "done", ["early:1", "early:2", "early:3"])] == facts(
        ("2024", "done", "early:1"), ("2024-10", "done", "early:2"), ("2024-10-03", "done", "early:3")
    )


def test_a_year_agrees_with_any_state_within_it() -> None:
    """A project that had begun in May and was done in October was both in that year; the last one takes it."""
    assert [("2024-05", "started", ["early:3", "early:1"]), ("2024-10", "done", ["early:2"])] == facts(
        ("2024-05", "started", "early:1"), ("2024-10", "done", "early:2"), ("2024", "started", "early:3")
    )
    assert [("2024-03", "done", ["early"]), ("2024-10", "done", ["early", "early"])] == [
        (date, status, [place.partition(":")[0] for place in places])
        for date, status, places in facts(
            ("2024-03", "done", "early"), ("2024-10", "done", "early"), ("2024", "done", "early")
        )
    ]


def test_other_dates_and_other_states_stay_apart() -> None:
    """Years beside each other, and years that only begin alike."""
    assert [("2023", "done"), ("2024", "done"), ("2024-02", "started"), ("2025-01", "started")] == [
        (date, status)
        for date, status, _ in facts(
            ("2025-01", "started", "late"),
            ("2024", "done", "early"),
            ("2024-02", "started", "early"),
            ("2023", "done", "early"),
        )
    ]


def test_where_dates_overlap_the_later_document_counts() -> None:
    """However fine the dates, and in whatever order the file has them."""
    year_later = [("2024-10", "started", "early"), ("2024", "done", "late")]
    month_later = [("2024", "done", "early"), ("2024-10", "started", "late")]
    for statuses, current in ((year_later, "done"), (month_later, "started")):
        assert current == current_status(PORTAL, told(*statuses)) == current_status(PORTAL, told(*reversed(statuses)))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_a_later_document_overrides_is_never_current(order: tuple[int, ...]) -> None:
    """Nor does it part states whose dates follow each other, in whatever order the file has them."""
    months = [("2024-05", "started", "late"), ("2024-10", "done", "late"), ("2024", "planned", "early")]
    assert ["planned", "started", "done"] == [status for _, status, _ in facts(*(months[at] for at in order))]


def test_what_another_document_tells_again_is_one_fact() -> None:
    """A second citation is no news."""
    assert [("2024-10", "done", ["early:1", "late:2"])] == facts(
        ("2024-10", "done", "early:1"), ("2024", "done", "late:2")
    )


def test_without_dates_of_documents_the_order_of_the_file_counts() -> None:
    """Which is declared to be oldest first."""
    assert "done" == current_status(PORTAL, told(("2024-10", "started", "early"), ("2024", "done", "undated")))
    assert "started" == current_status(PORTAL, told(("2024", "done", "undated"), ("2024-10", "started", "early")))


def contradicting(*statuses: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """Project and states of each contradiction."""
    return [(each.project, each.one.status, each.other.status) for each in status_contradictions([told(*statuses)])]


def test_two_states_of_overlapping_dates_in_one_document_are_a_contradiction() -> None:
    """Of one date, or of a month and its year."""
    assert [("well", "started", "done")] == contradicting(("2024", "started", "early"), ("2024", "done", "early"))
    assert [("well", "planned", "done")] == contradicting(("2024", "planned", "early"), ("2024-10", "done", "early"))


def test_what_can_both_be_is_no_contradiction() -> None:
    """States one after the other, agreeing ones, and a later document that knows more."""
    assert [] == contradicting(("2024-05", "started", "early"), ("2024-10", "done", "early"), ("2024", "done", "early"))
    assert [] == contradicting(("2024", "started", "early"), ("2024", "done", "late"))
    assert [] == contradicting(("2023", "started", "early"), ("2024", "done", "early"))
