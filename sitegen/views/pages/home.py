"""The home page: four answers, what the indicators show, how the projects stand, what the source leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.changes import contradiction
from sitegen.derive.counts import done_dates, indicator_dates, project_dates, undated
from sitegen.derive.leading import leading
from sitegen.derive.street import in_order
from sitegen.model.addresses import PageKey
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Roadmap
from sitegen.model.settings import SectionId
from sitegen.views.answers import Answer, answers
from sitegen.views.documents import written
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.gaps import gaps
from sitegen.views.headlines import headline
from sitegen.views.listing import shortened
from sitegen.views.multiples import Multiple, multiple
from sitegen.views.phrases import Phrases
from sitegen.views.street import Street, house, reported, street
from sitegen.views.summary import summary
from sitegen.views.totals import indicators_total
from sitegen.views.values import Link, Total


@dataclass(frozen=True)
class LeadingIndicator:
    """An indicator that leads. headline: its link, with the finding as words.

    phases: of the projects in the source's own list, where that says otherwise; else none.
    """

    headline: Link
    multiple: Multiple
    phases: tuple[str, ...]


@dataclass(frozen=True)
class Spent:
    """A project with what the source says it cost. amounts: each with its kind."""

    link: Link
    phase: str
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """How the projects of a roadmap stand. spent: those with a cost. named: their names say more than their houses."""

    street: Street
    spent: tuple[Spent, ...]
    named: bool


@dataclass(frozen=True)
class HomePage:
    """The question and its answers; then what they rest on.

    works: how many targets are reached. written: when the source was, which a silence depends on.
    shortened: that names of projects are ours, or "".
    """

    frame: Frame
    question: str
    answers: tuple[Answer, ...]
    works: str
    findings: tuple[LeadingIndicator, ...]
    indicators: Total
    streets: tuple[Standing, ...]
    gaps: tuple[Total, ...]
    written: str
    shortened: str
    method: Link
    sources: Link


def home_page(edition: Edition) -> HomePage:
    """The home page."""
    portal, gettext = edition.portal, edition.language.gettext
    periods = indicator_dates(portal.indicators)
    dates = {*project_dates(portal, portal.projects), *periods}
    return HomePage(
        frame=frame(
            edition,
            PageKey("home"),
            edition.text(portal.settings.name),
            edition.text(portal.settings.description),
            dates=tuple(sorted(dates)),
            done=tuple(date for date in done_dates(portal, portal.projects) if date not in periods),
            undated=undated(portal, portal.projects),
        ),
        question=gettext("What has %(city)s promised, and what came of it?", city=edition.text(portal.settings.city)),
        answers=answers(edition),
        works=summary(edition),
        findings=tuple(_leading(edition, each) for each in leading(portal)),
        indicators=indicators_total(edition),
        streets=tuple(_standing(edition, roadmap) for roadmap in portal.roadmaps),
        gaps=gaps(edition),
        written=written(edition),
        shortened=shortened(edition, portal.projects),
        method=edition.section_link(SectionId.METHOD),
        sources=edition.section_link(SectionId.SOURCES),
    )


def _leading(edition: Edition, indicator: Indicator) -> LeadingIndicator:
    disputed = contradiction(edition.portal, indicator)
    listed = edition.portal.projects_of(disputed.roadmap) if disputed else ()
    return LeadingIndicator(
        Link(headline(edition, indicator), edition.path("indicator", indicator.id)),
        multiple(edition, indicator),
        tuple(house(edition, each).status.phase for each in in_order(edition.portal, listed)),
    )


def _standing(edition: Edition, roadmap: Roadmap) -> Standing:
    phrases, row = Phrases(edition), street(edition, roadmap)
    projects = in_order(edition.portal, edition.portal.projects_of(roadmap.id))
    spent = tuple(
        Spent(
            edition.short_link("project", each.id),
            house(edition, each).status.phase,
            tuple(phrases.cost(cost) for cost in each.costs),
        )
        for each in projects
        if each.costs
    )
    return Standing(row, spent, named=not reported(edition, projects))
