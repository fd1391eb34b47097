"""Sums and counts: nothing is lost, nothing is added across kinds, and every page shows the same figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import pipeline
from sitegen.derive.counts import by_facet, by_outcome, by_status, cost_totals, without_cost
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.portal import Portal
from sitegen.model.programme import Facet
from sitegen.model.projects import Amount, CostKind, DatedStatus, Project
from sitegen.model.sources import Citation
from sitegen.render.tables import csv_bytes
from sitegen.views.edition import Edition
from sitegen.views.pages.costs import costs_page
from sitegen.views.totals import all_cost_totals, status_totals

LINDHAMN = Path(__file__).resolve().parents[1] / "portals" / "lindhamn"


def fixture() -> Portal:
    """The fixture portal, whose vocabularies the projects below use."""
    portal = pipeline.read(LINDHAMN).checked.portal
    assert portal is not None
    return portal


PORTAL = fixture()
MODEL, SOURCE = PORTAL.projects[0], Citation(document="harbour-report", section="state")
EDITION = Edition(PORTAL, language("en", ()), addresses(PORTAL), None, preview=False)

STATED = (CostKind.YEARLY, CostKind.ONE_OFF)

money = st.integers(0, 10**7).map(lambda cents: Decimal(cents) / 100)
amounts = st.builds(
    lambda kind, number, exact: Amount(
        amount=number if exact else None, about=None if exact else number, kind=kind, source=SOURCE
    ),
    st.sampled_from(CostKind),
    money,
    st.booleans(),
)
facets = st.fixed_dictionaries(
    {
        facet.value: st.sampled_from([None, *(term.id for term in PORTAL.vocabulary[facet.value])])
        for facet in (Facet.THEME, Facet.BENEFIT, Facet.NEED, Facet.LEVEL, Facet.ROLE)
    }
)
statuses = st.lists(
    st.sampled_from(list(PORTAL.status)).map(lambda status: DatedStatus(as_of="2022", status=status, source=SOURCE)),
    max_size=2,
).map(tuple)


def project(
    roadmap: str, told: Mapping[str, str | None], dated: tuple[DatedStatus, ...], costs: list[Amount]
) -> Project:
    """A project with these facts and no others."""
    facts = {"roadmap": roadmap, "statuses": dated, "costs": tuple(costs), "savings": (), "effects": ()}
    return MODEL.model_copy(update={**facts, **told})


projects = st.lists(
    st.builds(project, st.sampled_from(list(PORTAL.roadmap)), facets, statuses, st.lists(amounts, max_size=3)),
    max_size=6,
)
quick = settings(max_examples=40)


@given(projects)
def test_totals_of_costs_are_the_sums_of_their_kinds(found: list[Project]) -> None:
    """Each exact amount is in the total of its kind and in no other; approximate ones and unstated kinds in none."""
    totals = {total.kind: (total.amount, total.records) for total in cost_totals(found)}
    costs = [cost for each in found for cost in each.costs if cost.amount is not None and cost.kind in STATED]
    for kind in STATED:
        mine = [cost.amount for cost in costs if cost.kind is kind and cost.amount is not None]
        assert (sum(mine, Decimal(0)), len(mine)) == totals.get(kind, (Decimal(0), 0))
    assert len(costs) == sum(records for _, records in totals.values())


@given(projects)
def test_projects_with_and_without_a_figure_are_all_projects(found: list[Project]) -> None:
    """A project is on one side or the other."""
    assert len(found) == without_cost(found) + sum(1 for each in found if each.costs)


@given(projects)
def test_counts_by_status_add_up_to_the_projects(found: list[Project]) -> None:
    """Every project has one present status or none, and every status of the vocabulary is counted."""
    counts = by_status(PORTAL, found)
    assert {*PORTAL.status, None} == set(counts)
    assert len(found) == sum(counts.values())


@given(projects, st.sampled_from([facet for facet in Facet if facet is not Facet.OTHER]))
def test_counts_by_any_facet_add_up_to_the_projects(found: list[Project], facet: Facet) -> None:
    """Those of which the source says nothing are counted as such."""
    counts = by_facet(PORTAL, found, facet)
    assert {*(term.id for term in PORTAL.vocabulary[facet.value]), None} == set(counts)
    assert len(found) == sum(counts.values())


@given(st.lists(st.sampled_from(PORTAL.indicators)))
def test_counts_by_finding_add_up_to_the_indicators(found: list[object]) -> None:
    """Each indicator has one outcome."""
    assert len(found) == sum(by_outcome(PORTAL, found).values())  # type: ignore[arg-type] # indicators


@quick
@given(projects)
def test_a_page_of_costs_shows_what_its_tables_add_up_to(found: list[Project]) -> None:
    """The exact amounts in the CSV of each kind, added up, are the total above it and the one on every other page."""
    edition = replace(EDITION, portal=replace(PORTAL, projects=_told_apart(found)))
    written = {total.name: total.number for total in all_cost_totals(edition)}
    for kind in costs_page(edition).kinds:
        rows = csv.DictReader(io.StringIO(csv_bytes(kind.table).decode()))
        exact = [Decimal(row["amount"]) for row in rows if row["approximate"] == "false"]
        assert bool(exact and not kind.id.endswith(CostKind.NOT_STATED.value)) == bool(kind.total)
        if kind.total is None:
            continue
        sums = sum(exact, Decimal(0))
        shown = kind.total.number.replace("SEK", "").replace(",", "").strip("\u00a0")
        assert (sums, kind.total.number) == (Decimal(shown), written[kind.total.name])


@quick
@given(projects)
def test_the_statuses_of_a_roadmap_add_up_to_its_projects(found: list[Project]) -> None:
    """In the numbers that readers see, the projects without a report among them."""
    edition = replace(EDITION, portal=replace(PORTAL, projects=_told_apart(found)))
    for roadmap in PORTAL.roadmaps:
        mine = edition.portal.projects_of(roadmap.id)
        assert len(mine) == sum(int(total.number) for total in status_totals(edition, roadmap))


def _told_apart(found: list[Project]) -> tuple[Project, ...]:
    """The projects under ids that have an address, as no two records share one."""
    return tuple(each.model_copy(update={"id": own.id}) for each, own in zip(found, PORTAL.projects, strict=False))
