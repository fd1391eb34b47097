"""Effects and costs: the benefit in the city's words and what projects cost, by kind, never added across kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import cost_totals, costs_of, result_dates
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Roadmap
from sitegen.model.projects import Amount, CostKind, Project
from sitegen.model.settings import SectionId
from sitegen.views.drawings import Drawing, bars_drawing
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.phrases import COST_KINDS, COST_TITLES, SAVING_KINDS, Phrases
from sitegen.views.quotations import cited_effects, quotations
from sitegen.views.tables import amounts_table
from sitegen.views.totals import all_cost_totals, cost_total, costs_anchor, no_cost_total
from sitegen.views.values import Cited, Link, Quotation, Table, Total


@dataclass(frozen=True)
class CostsOfKind:
    """The costs of one kind with the total of those that are exact, if any are. id: its address on the page."""

    id: str
    title: str
    total: Total | None
    drawing: Drawing | None
    table: Table


@dataclass(frozen=True)
class Sum:
    """An amount of one project, after the letter of its part. said: its kind and its funding in words."""

    amount: str
    said: str


@dataclass(frozen=True)
class Outcome:
    """What the city says that a project brought about and saved, and what it cost: its words beside the amounts.

    remark: ours, as on the project's own page.
    """

    link: Link
    effects: tuple[Cited, ...]
    costs: tuple[Sum, ...]
    savings: tuple[Sum, ...]
    remark: str


@dataclass(frozen=True)
class WithoutCost:
    """The projects of a roadmap for which the source gives no cost."""

    total: Total
    projects: tuple[Link, ...]


@dataclass(frozen=True)
class CostsPage:
    """Effects and costs of all projects. no_cost: how many have no figure. translated: some effect is, here."""

    frame: Frame
    totals: tuple[Total, ...]
    no_cost: tuple[WithoutCost, ...]
    outcomes: tuple[Outcome, ...]
    translated: bool
    kinds: tuple[CostsOfKind, ...]
    savings: Table | None
    quotations: tuple[Quotation, ...]
    unknown: tuple[str, ...]


def costs_page(edition: Edition) -> CostsPage:
    """The page of effects and costs."""
    path, projects = edition.path("section", SectionId.COSTS.value), edition.portal.projects
    gettext = edition.language.gettext
    with_figures = [project for project in projects if project.effects or project.costs or project.savings]
    sources = [cost.source for project in projects for cost in (*project.costs, *project.savings)]
    return CostsPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.COSTS.value),
            edition.section_title(SectionId.COSTS),
            gettext(
                "How the city describes the benefit of its projects, and what they cost, as far as the source tells."
            ),
            dates=result_dates(projects),
        ),
        totals=all_cost_totals(edition),
        no_cost=tuple(found for roadmap in edition.portal.roadmaps if (found := _without_cost(edition, roadmap))),
        outcomes=tuple(_outcome(edition, project) for project in with_figures),
        translated=any(edition.code in project.translated and project.effects for project in with_figures),
        kinds=tuple(_kind(edition, path, kind) for kind in CostKind if costs_of(projects, kind)),
        savings=_savings(edition, path),
        quotations=quotations(edition, *sources),
        unknown=tuple(
            edition.text(distribution.title)
            for distribution in edition.portal.programme.distributions
            if distribution.by.value == "other"
        ),
    )


def _savings(edition: Edition, path: str) -> Table | None:
    savings = [(project, saving) for project in edition.portal.projects for saving in project.savings]
    if not savings:
        return None
    caption = edition.language.gettext("Savings according to the city")
    return amounts_table(edition, path, "savings", caption, savings, field="", kinds=SAVING_KINDS)


def _without_cost(edition: Edition, roadmap: Roadmap) -> WithoutCost | None:
    projects = edition.portal.projects_of(roadmap.id)
    links = tuple(edition.project_link(project.id) for project in projects if not project.costs)
    return WithoutCost(no_cost_total(edition, roadmap), links) if links else None


def _kind(edition: Edition, path: str, kind: CostKind) -> CostsOfKind:
    projects = edition.portal.projects
    costs = costs_of(projects, kind)
    others = [cost for other in CostKind if other is not kind for cost in costs_of(projects, other)]
    exact = next((total for total in cost_totals(projects) if total.kind is kind), None)
    title, sign = (
        edition.language.gettext(COST_TITLES[kind]),
        edition.language.currency_sign(edition.portal.settings.currency),
    )
    return CostsOfKind(
        id=costs_anchor(kind),
        title=title,
        total=cost_total(edition, exact) if exact else None,
        drawing=bars_drawing(
            edition, path, f"chart-{kind.value}", title, sign, _bars(edition, costs), beside=_bars(edition, others)
        ),
        table=amounts_table(edition, path, f"costs-{kind.value}", title, costs, field=""),
    )


def _bars(edition: Edition, costs: Iterable[tuple[Project, Amount]]) -> Iterator[tuple[str, Decimal, str, str]]:
    for project, cost in costs:
        number = cost.amount if cost.amount is not None else cost.about
        yield _label(edition, project, cost.part), number or Decimal(0), Phrases(edition).money(cost), "value"


def _label(edition: Edition, project: Project, part: str | None) -> str:
    title = edition.name("project", project.id)
    return f"{title} ({part})" if part else title


def _outcome(edition: Edition, project: Project) -> Outcome:
    return Outcome(
        link=edition.project_link(project.id),
        effects=cited_effects(edition, project),
        costs=tuple(_sum(edition, cost, COST_KINDS) for cost in project.costs),
        savings=tuple(_sum(edition, saving, SAVING_KINDS) for saving in project.savings),
        remark=edition.text(project.remark) if project.remark else "",
    )


def _sum(edition: Edition, amount: Amount, kinds: Mapping[CostKind, str]) -> Sum:
    phrases = Phrases(edition)
    return Sum(phrases.lettered(amount), phrases.of_cost(amount, kinds))
