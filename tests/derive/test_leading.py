"""Which indicators lead: contradicted ones, then of each group the furthest from its target."""

from __future__ import annotations

from dataclasses import replace

from sitegen.derive.leading import MOST, leading
from sitegen.model.indicators import Comparison
from tests.derive.records import indicator, level, number, portal, project, said, worded


def test_of_each_group_the_furthest_from_its_target_leads() -> None:
    """What cannot be judged does not."""
    near, far = indicator(number("2024", "90"), name="near"), indicator(number("2024", "10"), name="far")
    others = (indicator(number("2024", "1"), target=worded(), name="worded"), indicator(said("2024"), name="said"))
    assert ["far"] == [each.id for each in leading(portal(near, far, *others))]


def test_what_is_contradicted_stands_first() -> None:
    """Even where it has reached its target."""
    claim = indicator(
        number("2024", "100", "share"),
        target=level("100", "share"),
        unit="share",
        name="claim",
        compare_with=Comparison(roadmap="plan-24", statuses=("is-done",)),
    )
    made = portal(project("x", "is-done"), project("y"), indicator(number("2024", "10"), name="far"), claim)
    assert ["claim", "far"] == [each.id for each in leading(made)]


def test_only_so_many_lead() -> None:
    """A portal with many groups keeps a short home page; the furthest from their targets stand first."""
    many = [indicator(number("2024", str(place)), name=f"m{place}") for place in range(1, MOST + 3)]
    made = portal(*(each.model_copy(update={"group": each.id}) for each in many))
    groups = tuple(made.programme.groups[0].model_copy(update={"id": each.id}) for each in many)
    made = replace(made, programme=made.programme.model_copy(update={"groups": groups}))
    assert [f"m{place}" for place in range(1, MOST + 1)] == [each.id for each in leading(made)]
