"""Effects and costs: what the done projects brought about and what they cost, by kind, never added across kinds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import cost_totals, result_dates
from sitegen.model.addresses import PageKey
from sitegen.model.projects import Amount, CostKind, Project
from sitegen.model.settings import SectionId
from sitegen.views.drawings import Drawing, bars_drawing
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.phrases import Phrases
from sitegen.views.quotations import cited, quotations
from sitegen.views.tables import amounts_table
from sitegen.views.totals import all_cost_totals, cost_total, no_cost_total
from sitegen.views.values import Cited, Link, Quotation, Table, Total


@dataclass(frozen=True)
class CostsOfKind:
    """The costs of one kind with the total of those that are exact, if any are."""

    title: str
    total: Total | None
    drawing: Drawing
    table: Table


@dataclass(frozen=True)
class ProjectEffects:
    """A project with what the source says that it brought about."""

    link: Link
    effects: tuple[Cited, ...]


@dataclass(frozen=True)
class CostsPage:
    """Effects and costs of all projects."""

    frame: Frame
    totals: tuple[Total, ...]
    no_cost: tuple[Total, ...]
    kinds: tuple[CostsOfKind, ...]
    savings: Table | None
    effects: tuple[ProjectEffects, ...]
    quotations: tuple[Quotation, ...]
    unknown: tuple[str, ...]


def costs_page(edition: Edition) -> CostsPage:
    """The page of effects and costs."""
    path, projects = edition.path("section", SectionId.COSTS.value), edition.portal.projects
    gettext = edition.language.gettext
    with_figures = [project for project in projects if project.effects or project.costs or project.savings]
    savings = [(project, saving) for project in projects for saving in project.savings]
    sources = [cost.source for project in projects for cost in (*project.costs, *project.savings)]
    return CostsPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.COSTS.value),
            edition.section_title(SectionId.COSTS),
            gettext("What the projects brought about and what they cost, as far as the source tells."),
            dates=result_dates(projects),
        ),
        totals=all_cost_totals(edition),
        no_cost=tuple(no_cost_total(edition, roadmap) for roadmap in edition.portal.roadmaps),
        kinds=tuple(_kind(edition, path, kind) for kind in CostKind if _costs(projects, kind)),
        savings=amounts_table(edition, path, "savings", gettext("Savings"), savings, field="", with_project=True)
        if savings
        else None,
        effects=tuple(_effects(edition, project) for project in with_figures if project.effects),
        quotations=quotations(edition, *sources),
        unknown=tuple(
            edition.text(distribution.title)
            for distribution in edition.portal.programme.distributions
            if distribution.by.value == "other"
        ),
    )


def _costs(projects: Iterable[Project], kind: CostKind) -> list[tuple[Project, Amount]]:
    return [(project, cost) for project in projects for cost in project.costs if cost.kind is kind]


def _kind(edition: Edition, path: str, kind: CostKind) -> CostsOfKind:
    gettext, phrases = edition.language.gettext, Phrases(edition)
    titles = {
        CostKind.YEARLY: gettext("Costs a year"),
        CostKind.ONE_OFF: gettext("One-off costs"),
        CostKind.NOT_STATED: gettext("Costs of a kind that the source does not state"),
    }
    costs = _costs(edition.portal.projects, kind)
    exact = next((total for total in cost_totals(edition.portal.projects) if total.kind is kind), None)
    bars = (
        (_label(edition, project, cost.part), cost.amount or cost.about or Decimal(0), phrases.money(cost), "value")
        for project, cost in costs
    )
    title, sign = titles[kind], edition.language.currency_sign(edition.portal.settings.currency)
    return CostsOfKind(
        title=title,
        total=cost_total(edition, exact) if exact else None,
        drawing=bars_drawing(edition, path, f"chart-{kind.value}", title, sign, bars),
        table=amounts_table(edition, path, f"costs-{kind.value}", title, costs, field="", with_project=True),
    )


def _label(edition: Edition, project: Project, part: str | None) -> str:
    title = edition.text(project.title)
    return f"{title} ({part})" if part else title


def _effects(edition: Edition, project: Project) -> ProjectEffects:
    return ProjectEffects(
        edition.project_link(project.id),
        tuple(
            cited(
                edition,
                edition.text(effect.text),
                project.translated,
                effect.source,
                date=effect.as_of or "",
                printed=effect.printed,
            )
            for effect in project.effects
        ),
    )
