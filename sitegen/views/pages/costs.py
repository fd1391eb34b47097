"""Effects and costs: the benefit in the city's words and what projects cost, by kind, never added across kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import cost_totals, costs_of, result_dates
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Roadmap
from sitegen.model.projects import Amount, CostKind, Project
from sitegen.model.settings import SectionId
from sitegen.views.answers import spent
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.phrases import COST_TITLES, SAVING_KINDS, Phrases
from sitegen.views.quotations import cited_effects, quotations
from sitegen.views.tables import amounts_table
from sitegen.views.totals import all_cost_totals, cost_total, costs_anchor, no_cost_total
from sitegen.views.values import Cited, Link, Quotation, Table, Total


@dataclass(frozen=True)
class AmountBar:
    """What a project costs, as a bar. part: of the project, in words. share: of the largest cost, in per cent."""

    project: Link
    part: str
    amount: str
    funding: str
    approximate: bool
    share: str


@dataclass(frozen=True)
class CostsOfKind:
    """The costs of one kind, the largest first, with the total of those that are exact, if any are.

    id: its address on the page. kind: as machine name. table: the same in the order of the records.
    """

    id: str
    kind: str
    title: str
    total: Total | None
    bars: tuple[AmountBar, ...]
    table: Table


@dataclass(frozen=True)
class Saving:
    """A saving of one project, after the letter of its part. said: its kind in words."""

    amount: str
    said: str


@dataclass(frozen=True)
class Benefit:
    """What the city says that a project brought about and saved.

    remark: ours, as on the project's own page. quotations: where that and the costs stand, each place once.
    printed: wordings that differ. date: of the effects, in words, or "".
    """

    project: Link
    effects: tuple[Cited, ...]
    savings: tuple[Saving, ...]
    remark: str
    quotations: tuple[Quotation, ...]
    printed: tuple[str, ...]
    date: str


@dataclass(frozen=True)
class WithoutCost:
    """The projects of a roadmap for which the source gives no cost."""

    total: Total
    projects: tuple[Link, ...]


@dataclass(frozen=True)
class CostsPage:
    """Effects and costs of all projects.

    spent: of how many projects a cost is known, or "". quotations: where costs stand that no benefit goes with.
    no_cost: how many have no figure. translated: some effect is, here.
    """

    frame: Frame
    totals: tuple[Total, ...]
    spent: str
    kinds: tuple[CostsOfKind, ...]
    quotations: tuple[Quotation, ...]
    benefits: tuple[Benefit, ...]
    translated: bool
    savings: Table | None
    no_cost: tuple[WithoutCost, ...]
    unknown: tuple[str, ...]


def costs_page(edition: Edition) -> CostsPage:
    """The page of effects and costs."""
    path, projects = edition.path("section", SectionId.COSTS.value), edition.portal.projects
    with_benefit = [project for project in projects if project.effects or project.savings]
    return CostsPage(
        frame=_frame(edition),
        totals=all_cost_totals(edition),
        spent=spent(edition) if any(project.costs for project in projects) else "",
        kinds=tuple(_kind(edition, path, kind) for kind in CostKind if costs_of(projects, kind)),
        quotations=quotations(
            edition, *(cost.source for project in projects if project not in with_benefit for cost in project.costs)
        ),
        benefits=tuple(_benefit(edition, project) for project in with_benefit),
        translated=any(edition.code in project.translated and project.effects for project in with_benefit),
        savings=_savings(edition, path),
        no_cost=tuple(found for roadmap in edition.portal.roadmaps if (found := _without_cost(edition, roadmap))),
        unknown=tuple(
            edition.text(distribution.title)
            for distribution in edition.portal.programme.distributions
            if distribution.by.value == "other"
        ),
    )


def _frame(edition: Edition) -> Frame:
    return frame(
        edition,
        PageKey("section", SectionId.COSTS.value),
        edition.section_title(SectionId.COSTS),
        edition.language.gettext(
            "How the city describes the benefit of its projects, and what they cost, as far as the source tells."
        ),
        dates=result_dates(edition.portal.projects),
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
    exact = next((total for total in cost_totals(projects) if total.kind is kind), None)
    title = edition.language.gettext(COST_TITLES[kind])
    return CostsOfKind(
        id=costs_anchor(kind),
        kind=kind.value,
        title=title,
        total=cost_total(edition, exact) if exact else None,
        bars=_bars(edition, costs),
        table=amounts_table(edition, path, f"costs-{kind.value}", title, costs, field=""),
    )


def _bars(edition: Edition, costs: Sequence[tuple[Project, Amount]]) -> tuple[AmountBar, ...]:
    largest = max(_number(cost) for project in edition.portal.projects for cost in project.costs)
    ordered = sorted(costs, key=lambda each: -_number(each[1]))
    return tuple(_bar(edition, project, cost, largest) for project, cost in ordered)


def _bar(edition: Edition, project: Project, cost: Amount, largest: Decimal) -> AmountBar:
    return AmountBar(
        project=edition.short_link("project", project.id),
        part=edition.language.gettext("part %(part)s", part=cost.part) if cost.part else "",
        amount=Phrases(edition).money(cost),
        funding=edition.text(cost.funding) if cost.funding else "",
        approximate=cost.about is not None,
        share=f"{100 * _number(cost) / largest if largest else 0:.2f}",
    )


def _number(cost: Amount) -> Decimal:
    return cost.amount or cost.about or Decimal(0)


def _benefit(edition: Edition, project: Project) -> Benefit:
    effects, phrases = cited_effects(edition, project), Phrases(edition)
    return Benefit(
        project=edition.short_link("project", project.id),
        effects=effects,
        savings=tuple(
            Saving(phrases.lettered(saving), phrases.of_cost(saving, SAVING_KINDS)) for saving in project.savings
        ),
        remark=edition.text(project.remark) if project.remark else "",
        quotations=quotations(
            edition,
            *(effect.source for effect in project.effects),
            *(amount.source for amount in (*project.costs, *project.savings)),
        ),
        printed=tuple(form for effect in project.effects for form in effect.printed),
        date=edition.language.list(dict.fromkeys(effect.date for effect in effects if effect.date)),
    )
