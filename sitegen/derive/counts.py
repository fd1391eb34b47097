"""What can be counted from the content: projects by status, by theme, by any facet; costs by kind; dates.

Every page that shows a number gets it from here, so that a figure is never two figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.changes import judged
from sitegen.derive.findings import DISPUTED, Outcome
from sitegen.derive.statuses import current_status, status_facts
from sitegen.model.indicators import Indicator
from sitegen.model.portal import Portal
from sitegen.model.programme import Facet, Phase
from sitegen.model.projects import Amount, CostKind, Project

STATUS = "status"
"""The vocabulary of statuses, of which a project has one at a time."""


def by_status(portal: Portal, projects: Iterable[Project]) -> Mapping[str | None, int]:
    """How many projects have each status of the vocabulary, zeros included; None: no status reported."""
    counted = Counter(current_status(portal, project) for project in projects)
    return {status: counted[status] for status in [*portal.status, None]}


def by_facet(portal: Portal, projects: Iterable[Project], facet: Facet) -> Mapping[str | None, int]:
    """How many projects have each term of the facet's vocabulary; None: the source does not say."""
    counted = Counter(term_of(portal, project, facet.value) for project in projects)
    return {term: counted[term] for term in [*(term.id for term in portal.vocabulary[facet.value]), None]}


def term_of(portal: Portal, project: Project, name: str) -> str | None:
    """The id of the term that a project has in the vocabulary `name`, or None where the source is silent."""
    if name == STATUS:
        return current_status(portal, project)
    return portal.roadmap[project.roadmap].year if name == Facet.YEAR else project.facet(Facet(name))


def by_outcome(portal: Portal, indicators: Iterable[Indicator]) -> Mapping[Outcome, int]:
    """How many indicators have each outcome, zeros included."""
    counted = Counter(judged(portal, indicator) for indicator in indicators)
    return {outcome: counted[outcome] for outcome in Outcome}


def shown_outcomes(portal: Portal, indicators: Iterable[Indicator]) -> Mapping[Outcome, int]:
    """The same without disputed outcomes that do not occur."""
    counted = by_outcome(portal, indicators)
    return {outcome: count for outcome, count in counted.items() if count or outcome not in DISPUTED.values()}


@dataclass(frozen=True)
class CostTotal:
    """The exact amounts of one kind, added up. amount: in the portal's currency."""

    kind: CostKind
    amount: Decimal
    records: int


def cost_totals(projects: Iterable[Project]) -> tuple[CostTotal, ...]:
    """A total for each kind of cost that the source states, never across kinds.

    Amounts whose kind is not stated may be of several kinds and have none.
    """
    costs = [cost for project in projects for cost in project.costs]
    stated = (kind for kind in CostKind if kind is not CostKind.NOT_STATED)
    return tuple(total for kind in stated if (total := _total(kind, costs)).records)


def costs_of(projects: Iterable[Project], kind: CostKind) -> tuple[tuple[Project, Amount], ...]:
    """Each cost of a kind with its project."""
    return tuple((project, cost) for project in projects for cost in project.costs if cost.kind is kind)


def _total(kind: CostKind, costs: list[Amount]) -> CostTotal:
    amounts = [cost.amount for cost in costs if cost.kind is kind and cost.amount is not None]
    return CostTotal(kind, sum(amounts, Decimal(0)), len(amounts))


def without_cost(projects: Iterable[Project]) -> int:
    """How many projects have no figure for their cost."""
    return sum(1 for project in projects if not project.costs)


def project_dates(portal: Portal, projects: Iterable[Project]) -> tuple[str, ...]:
    """The dates that the projects' facts are as of, each once, oldest first."""
    return tuple(sorted({date for project in projects for date in _dates(portal, project)}))


def undated(portal: Portal, projects: Iterable[Project]) -> int:
    """How many of the projects have no fact with a date."""
    return sum(not any(_dates(portal, project)) for project in projects)


def done_dates(portal: Portal, projects: Iterable[Project]) -> tuple[str, ...]:
    """The dates that only finished ones of the projects have, each once, oldest first."""
    done = {status.id for status in portal.programme.statuses if status.phase is Phase.DONE}
    finished, others = set[str](), set[str]()
    for project in projects:
        (finished if current_status(portal, project) in done else others).update(_dates(portal, project))
    return tuple(sorted(finished - others))


def result_dates(projects: Iterable[Project]) -> tuple[str, ...]:
    """The dates that the projects' effects, costs and savings are as of, each once, oldest first."""
    return tuple(sorted({date for project in projects for date in _result_dates(project)}))


def _dates(portal: Portal, project: Project) -> Iterator[str]:
    yield from (fact.as_of for fact in status_facts(portal, project))
    yield from _result_dates(project)


def _result_dates(project: Project) -> Iterator[str]:
    yield from (effect.as_of for effect in project.effects if effect.as_of)
    yield from (amount.as_of for amount in (*project.costs, *project.savings) if amount.as_of)


def indicator_dates(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """The latest period of each indicator, each once, oldest first."""
    periods = ({observation.period for observation in indicator.observations} for indicator in indicators)
    return tuple(sorted({max(found) for found in periods if found}))
