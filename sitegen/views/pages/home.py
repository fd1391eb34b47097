"""The home page: what was promised, what came of it, what it costs, what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import current_status, indicator_dates, project_dates
from sitegen.model.addresses import PageKey
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.pages.roadmap import RoadmapSummary, summary
from sitegen.views.phrases import Phrases
from sitegen.views.totals import all_cost_totals, indicators_total, no_cost_total, outcome_totals
from sitegen.views.values import Link, StatusMark, Total


@dataclass(frozen=True)
class House:
    """A project on the street of its roadmap."""

    link: Link
    status: StatusMark


@dataclass(frozen=True)
class Street:
    """A roadmap with a house for each of its projects."""

    roadmap: RoadmapSummary
    houses: tuple[House, ...]


@dataclass(frozen=True)
class HomePage:
    """The four questions with their counts."""

    frame: Frame
    lead: str
    period: str
    streets: tuple[Street, ...]
    indicators: Total
    outcomes: tuple[Total, ...]
    costs: tuple[Total, ...]
    unknown: tuple[Total, ...]
    programme: Link
    indicators_link: Link
    costs_link: Link
    sources: Link


def home_page(edition: Edition) -> HomePage:
    """The home page."""
    settings, programme = edition.portal.settings, edition.portal.programme
    dates = {*project_dates(edition.portal.projects), *indicator_dates(edition.portal.indicators)}
    return HomePage(
        frame=frame(
            edition,
            PageKey("home"),
            edition.text(settings.name),
            edition.text(settings.description),
            dates=tuple(sorted(dates)),
        ),
        lead=edition.text(settings.description),
        period=f"{programme.start}–{programme.end}",
        streets=tuple(
            Street(summary(edition, roadmap), _houses(edition, roadmap.id)) for roadmap in edition.portal.roadmaps
        ),
        indicators=indicators_total(edition),
        outcomes=outcome_totals(edition),
        costs=all_cost_totals(edition),
        unknown=(*(no_cost_total(edition, roadmap) for roadmap in edition.portal.roadmaps), *_pictures(edition)),
        programme=edition.section_link(SectionId.PROGRAMME),
        indicators_link=edition.section_link(SectionId.INDICATORS),
        costs_link=edition.section_link(SectionId.COSTS),
        sources=edition.section_link(SectionId.SOURCES),
    )


def _houses(edition: Edition, roadmap_id: str) -> tuple[House, ...]:
    phrases = Phrases(edition)
    return tuple(
        House(
            edition.project_link(project.id),
            phrases.status(edition.portal.status.get(current_status(project) or "")),
        )
        for project in edition.portal.projects_of(roadmap_id)
    )


def _pictures(edition: Edition) -> tuple[Total, ...]:
    """How many distributions stood only in a picture, if any."""
    count = len(edition.portal.programme.distributions)
    if not count:
        return ()
    number = edition.language.number(Decimal(count))
    label = edition.language.ngettext(
        "distribution that the source shows only as a picture, without figures",
        "distributions that the source shows only as a picture, without figures",
        count,
    )
    return (Total("pictures", number, label, url=f"{edition.path('section', 'sources')}#unknown"),)
