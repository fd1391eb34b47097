"""Totals that several pages show, each under one name, so that a figure is never two figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sitegen.derive.counts import CostTotal, by_status, cost_totals, costs_of, shown_outcomes, without_cost
from sitegen.derive.street import STATUS, grouping
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Roadmap, Status, Term
from sitegen.model.projects import Amount, CostKind, Project
from sitegen.views.edition import Edition
from sitegen.views.phrases import COST_TITLES, SILENT, UNREPORTED, Phrases
from sitegen.views.roadmaps import in_roadmap
from sitegen.views.values import Total
from sitegen.views.verdicts import OUTCOMES

NAMED = 3
"""So many amounts of which no kind is stated are named."""


def _number(edition: Edition, number: int) -> str:
    return edition.language.number(Decimal(number))


def projects_in(edition: Edition, roadmap: Roadmap, number: int) -> str:
    """The words after a number of projects in a roadmap."""
    return edition.language.ngettext(
        "project %(in_roadmap)s", "projects %(in_roadmap)s", number, in_roadmap=in_roadmap(edition, roadmap)
    )


def projects_total(edition: Edition, roadmap: Roadmap) -> Total:
    """How many projects a roadmap has."""
    projects = edition.portal.projects_of(roadmap.id)
    label = projects_in(edition, roadmap, len(projects))
    return Total(
        f"projects-{roadmap.id}", _number(edition, len(projects)), label, url=edition.path("roadmap", roadmap.id)
    )


def status_totals(edition: Edition, roadmap: Roadmap) -> tuple[Total, ...]:
    """How many projects of a roadmap have each status; where none is reported for any, just that."""
    counts = by_status(edition.portal, edition.portal.projects_of(roadmap.id))
    reported = any(number for status, number in counts.items() if status is not None)
    return (
        *(
            _status_total(edition, roadmap, status, counts[status.id])
            for status in edition.portal.programme.statuses
            if reported
        ),
        *([_status_total(edition, roadmap, None, counts[None])] if counts[None] else []),
    )


def _status_total(edition: Edition, roadmap: Roadmap, status: Status | None, count: int) -> Total:
    mark, projects = Phrases(edition).status(status), edition.portal.projects_of(roadmap.id)
    grouped = grouping(edition.portal, projects) == STATUS
    name, term = (status.id, status.id) if status else (UNREPORTED, SILENT)
    url = in_list(edition, roadmap, term if count and grouped else "")
    return Total(f"{roadmap.id}-{name}", _number(edition, count), mark.text, url=url, phase=mark.phase)


def theme_total(edition: Edition, roadmap: Roadmap, theme_id: str | None, count: int) -> Total:
    """How many projects of a roadmap belong to a theme, or to one that the source does not name."""
    number, url = _number(edition, count), in_list(edition, roadmap, theme_id or SILENT)
    if theme_id is None:
        return Total(f"{roadmap.id}-no-theme", number, edition.language.gettext("theme not in the source"), url=url)
    return Total(f"{roadmap.id}-{theme_id}", number, Phrases(edition).theme(theme_id), url=url)


def in_list(edition: Edition, roadmap: Roadmap, group: str = "") -> str:
    """The address of a group in the list of a roadmap; without one, of the list."""
    return f"{edition.path('roadmap', roadmap.id)}#{f'group-{group}' if group else 'list'}"


def cost_total(edition: Edition, total: CostTotal) -> Total:
    """The exact amounts of one kind; the sum of several is ours."""
    language, currency = edition.language, edition.portal.settings.currency
    label = language.gettext(COST_TITLES[total.kind])
    return Total(
        total.kind.value,
        language.currency(total.amount, currency),
        language.gettext("%(label)s (our sum)", label=label) if total.records > 1 else label,
        url=edition.path("section", "costs"),
    )


def all_cost_totals(edition: Edition) -> tuple[Total, ...]:
    """A total for each kind of cost, never across kinds; amounts of which no kind is stated, one by one.

    Many of those are counted instead.
    """
    portal = edition.portal
    unstated = costs_of(portal.projects, CostKind.NOT_STATED)
    return (
        *(cost_total(edition, total) for total in cost_totals(portal.projects)),
        *(_cost_count(edition, unstated) if len(unstated) > NAMED else _costs_by_name(edition, unstated)),
    )


def _costs_by_name(edition: Edition, costs: Sequence[tuple[Project, Amount]]) -> Iterator[Total]:
    phrases, url = Phrases(edition), _costs_address(edition)
    for project, cost in costs:
        name = f"cost-{project.id}-{project.costs.index(cost)}"
        part = edition.language.gettext("part %(part)s", part=cost.part) if cost.part else ""
        label = ", ".join(filter(None, (phrases.of_cost(cost, COST_TITLES), part)))
        yield Total(name, phrases.money(cost), label, url=url)


def _cost_count(edition: Edition, costs: Sequence[tuple[Project, Amount]]) -> Iterator[Total]:
    number = len(costs)
    label = edition.language.ngettext("cost of a kind not stated", "costs of a kind not stated", number)
    yield Total("costs-not-stated", _number(edition, number), label, url=_costs_address(edition))


def _costs_address(edition: Edition) -> str:
    return f"{edition.path('section', 'costs')}#{costs_anchor(CostKind.NOT_STATED)}"


def costs_anchor(kind: CostKind) -> str:
    """The id of the section of the costs of a kind."""
    return f"costs-of-kind-{kind.value}"


def no_cost_total(edition: Edition, roadmap: Roadmap) -> Total:
    """How many projects of a roadmap have no figure for their cost."""
    projects: Sequence[Project] = edition.portal.projects_of(roadmap.id)
    number = without_cost(projects)
    label = edition.language.ngettext(
        "project without a figure for its cost, of %(count)s %(in_roadmap)s",
        "projects without a figure for their cost, of %(count)s %(in_roadmap)s",
        number,
        count=len(projects),
        in_roadmap=in_roadmap(edition, roadmap),
    )
    name = f"no-cost-{roadmap.id}"
    address = edition.path("section", "costs")
    return Total(name, _number(edition, number), label, url=f"{address}#{name}" if number else address)


def indicators_total(edition: Edition) -> Total:
    """How many indicators there are."""
    count = len(edition.portal.indicators)
    label = edition.language.ngettext("indicator", "indicators", count)
    return Total("indicators", _number(edition, count), label, url=edition.path("section", "indicators"))


def outcome_totals(edition: Edition) -> tuple[Total, ...]:
    """How many indicators have each outcome."""
    path = edition.path("section", "indicators")
    return tuple(
        Total(
            outcome.value,
            _number(edition, count),
            edition.language.gettext(OUTCOMES[outcome]),
            url=path,
        )
        for outcome, count in shown_outcomes(edition.portal, edition.portal.indicators).items()
    )


def group_total(edition: Edition, group: Term, indicators: Sequence[Indicator]) -> Total:
    """How many indicators a group has."""
    label = edition.language.ngettext("indicator", "indicators", len(indicators))
    return Total(f"group-{group.id}", _number(edition, len(indicators)), label)
