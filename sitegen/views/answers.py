"""The four answers of the home page: what was promised, what came of it, what it costs, what the source leaves open.

In: an edition. Out: for each question a figure or two, one sentence and one link. A question to which the content says
nothing has no answer here. This module must not know how an answer looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import cost_totals
from sitegen.derive.street import in_order
from sitegen.language.language import full_stop
from sitegen.model.programme import Phase
from sitegen.model.projects import CostKind
from sitegen.model.settings import SectionId
from sitegen.views.documents import written
from sitegen.views.edition import Edition
from sitegen.views.gaps import gaps
from sitegen.views.phrases import COST_KINDS
from sitegen.views.roadmaps import in_roadmap
from sitegen.views.street import house, reported, standing
from sitegen.views.totals import cost_total, projects_total
from sitegen.views.values import Link, Total

BETWEEN = " · "
"""Between names, each of which begins with a capital letter of its own."""


@dataclass(frozen=True)
class AnswerFigure:
    """The figure of an answer. whole: of how many, or None. label: what is counted."""

    total: Total
    whole: Total | None
    label: str


@dataclass(frozen=True)
class Answer:
    """An answer. id: promised, outcome, costs or open. phases: of the projects that are counted, as on their street."""

    id: str
    question: Link
    figures: tuple[AnswerFigure, ...]
    sentence: str
    phases: tuple[str, ...] = ()


def answers(edition: Edition) -> tuple[Answer, ...]:
    """The answers that the content has, in the order of the questions."""
    return tuple(each for each in (_promised(edition), _outcome(edition), _costs(edition), _open(edition)) if each)


def _promised(edition: Edition) -> Answer | None:
    """The themes by name, and that there are competence areas beside them."""
    programme, language = edition.portal.programme, edition.language
    named = [edition.text(theme.short or theme.name) for theme in programme.themes if not theme.area]
    if not named:
        return None
    areas = [edition.text(theme.short or theme.name) for theme in programme.themes if theme.area]
    more = language.gettext("Besides: %(areas)s.", areas=BETWEEN.join(areas)) if areas else ""
    period = f"{programme.start}–{programme.end}"
    label = language.ngettext("theme, %(period)s", "themes, %(period)s", len(named), period=period)
    return Answer(
        "promised",
        Link(language.gettext("What was promised?"), edition.path("section", SectionId.PROGRAMME.value)),
        (AnswerFigure(Total("themes", language.number(Decimal(len(named))), label), None, label),),
        " ".join(filter(None, (full_stop(BETWEEN.join(named)), more))),
    )


def _outcome(edition: Edition) -> Answer | None:
    """How many projects are done of the latest roadmap of which a status is known, and how they all stand."""
    known = [each for each in edition.portal.roadmaps if reported(edition, edition.portal.projects_of(each.id))]
    if not known:
        return None
    roadmap = max(known, key=lambda each: each.year)
    projects, whole = edition.portal.projects_of(roadmap.id), projects_total(edition, roadmap)
    phases = tuple(house(edition, each).status.phase for each in in_order(edition.portal, projects))
    done = Total(f"{roadmap.id}-phase-done", edition.language.number(Decimal(phases.count(Phase.DONE.value))), "")
    label = edition.language.ngettext(
        "project done %(in_roadmap)s",
        "projects done %(in_roadmap)s",
        len(projects),
        in_roadmap=in_roadmap(edition, roadmap),
    )
    return Answer(
        "outcome",
        Link(edition.language.gettext("What came of it?"), edition.path("roadmap", roadmap.id)),
        (AnswerFigure(done, whole, label),),
        full_stop(edition.language.capital(standing(edition, projects))),
        phases,
    )


def _costs(edition: Edition) -> Answer | None:
    """What the source states, by kind; of what it does not state the kind there is no total."""
    portal, gettext = edition.portal, edition.language.gettext
    if not any(project.costs for project in portal.projects):
        return None
    totals = cost_totals(portal.projects)
    return Answer(
        "costs",
        Link(gettext("What does it cost?"), edition.path("section", SectionId.COSTS.value)),
        tuple(AnswerFigure(cost_total(edition, each), None, gettext(COST_KINDS[each.kind])) for each in totals),
        spent(edition),
    )


def spent(edition: Edition) -> str:
    """Of how many projects a cost is known, and how many amounts are in no total."""
    ngettext, projects = edition.language.ngettext, edition.portal.projects
    costs = [cost for project in projects for cost in project.costs]
    unstated = sum(cost.kind is CostKind.NOT_STATED for cost in costs)
    approximate = sum(cost.about is not None and cost.kind is not CostKind.NOT_STATED for cost in costs)
    counted = ngettext(
        "The text of the source gives a cost for %(known)s of %(n)s project.",
        "The text of the source gives a cost for %(known)s of %(n)s projects.",
        len(projects),
        known=sum(bool(project.costs) for project in projects),
    )
    of_no_kind = ngettext(
        "%(n)s amount is not in the totals, because the source does not state whether it is yearly or one-off.",
        "%(n)s amounts are not in the totals, because the source does not state whether they are yearly or one-off.",
        unstated,
    )
    rounded = ngettext(
        "%(n)s approximate amount is not in the totals.",
        "%(n)s approximate amounts are not in the totals.",
        approximate,
    )
    return " ".join((counted, *([of_no_kind] if unstated else []), *([rounded] if approximate else [])))


def _open(edition: Edition) -> Answer | None:
    """The first count of what the source leaves open, of which roadmaps it tells nothing, and when it was written."""
    open_ = gaps(edition)
    if not open_:
        return None
    first, portal = open_[0], edition.portal
    silent = [each for each in portal.roadmaps if not reported(edition, portal.projects_of(each.id))]
    none = [
        edition.language.gettext(
            "No project %(in_roadmap)s has a status in the source.", in_roadmap=in_roadmap(edition, each)
        )
        for each in silent
        if portal.projects_of(each.id)
    ]
    return Answer(
        "open",
        Link(edition.language.gettext("What is not clear from the source?"), f"{edition.path('home')}#unknown"),
        (AnswerFigure(first, None, first.label),),
        " ".join((*none, written(edition))),
    )
