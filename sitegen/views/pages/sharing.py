"""The share card of every page that has an address of its own.

In: a page. Out: the same page with its card, or as it was where no full address of a picture is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from sitegen.derive.statuses import current_status
from sitegen.derive.values import latest
from sitegen.language.language import full_stop
from sitegen.model.settings import Extra
from sitegen.views.cards import Card, CardFigure, CardHouse
from sitegen.views.charts import TimeChart, few
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame
from sitegen.views.pages.costs import CostsPage
from sitegen.views.pages.indicator import IndicatorPage
from sitegen.views.pages.lists import IndicatorsPage, ProjectsPage
from sitegen.views.pages.project import ProjectPage
from sitegen.views.pages.prose import RootPage
from sitegen.views.pages.roadmap import RoadmapPage
from sitegen.views.phrases import Phrases
from sitegen.views.totals import projects_total, status_totals
from sitegen.views.values import Figure, StatusMark, Total
from sitegen.views.verdicts import Verdicts

FILE = "card.png"
"""Beside its page."""
JOINT = " · "
MOST_FIGURES = 6


class Framed(Protocol):
    """A page with a frame."""

    @property
    def frame(self) -> Frame:
        """The page's surroundings."""


P = TypeVar("P", bound=Framed)


def shared(edition: Edition, page: P) -> P:
    """The page with its card, if it is to be found and shared by its address."""
    if not (page.frame.canonical and edition.shows(Extra.CARDS)):
        return page
    card = _card(edition, page)
    return replace(page, frame=replace(page.frame, card=card))  # type: ignore[type-var] # every page is a dataclass


def shared_root(editions: tuple[Edition, ...], page: RootPage) -> RootPage:
    """The choice of language with a card that names the portal in each of its languages."""
    names, first = [choice.portal for choice in page.choices], editions[0]
    if not (page.canonical and first.shows(Extra.CARDS)):
        return page
    card = Card(
        url=first.absolute(f"/{FILE}"),
        alt=_alt(*names),
        portal="",
        language=JOINT.join(choice.name for choice in page.choices),
        over="",
        title=names[0],
        text=JOINT.join(names[1:]),
        status=None,
        figures=(),
        street=tuple(_street(first, page)),
        chart=None,
    )
    return replace(page, card=card)


def _card(edition: Edition, page: Framed) -> Card:
    frame, chart = page.frame, _chart(edition, page)
    over, status = _over(page), _status(page)
    # A change is read off its own drawing, under what it shows.
    change = chart if chart and few(chart) else None
    figures = () if change else tuple(_figures(edition, page))[:MOST_FIGURES]
    text = "" if status or figures else frame.description
    portal = "" if frame.kind == "home" else frame.portal
    over, title = (frame.title, headline) if change and (headline := _headline(page)) else (over, frame.title)
    told = [change.name] if change else [f"{figure.label}: {figure.text}" for figure in figures]
    return Card(
        url=edition.absolute(f"{frame.path}{FILE}"),
        alt=_alt(portal, over, title, status.text if status else "", *told, text),
        portal=portal,
        language=_language(edition),
        over=over,
        title=title,
        text=text,
        status=status,
        figures=figures,
        street=tuple(_street(edition, page)),
        chart=chart,
    )


def _headline(page: object) -> str:
    return page.headline if isinstance(page, IndicatorPage) else ""


def _alt(*texts: str) -> str:
    return " ".join(full_stop(text) for text in texts if text)


def _language(edition: Edition) -> str:
    return next(each.name for each in edition.portal.settings.languages if each.code == edition.code)


def _over(page: Framed) -> str:
    """Where the page lies; a project's code goes with it."""
    place = [crumb.text for crumb in page.frame.crumbs[-1:]]
    code = [page.code] if isinstance(page, ProjectPage) and page.code else []
    return JOINT.join(code + place)


def _status(page: object) -> StatusMark | None:
    if isinstance(page, ProjectPage):
        return page.status
    return StatusMark(page.outcome_words, page.outcome) if isinstance(page, IndicatorPage) else None


def _figures(edition: Edition, page: object) -> Iterator[CardFigure]:
    match page:
        case IndicatorPage():
            label = edition.language.capital(_period(edition, page)) or edition.language.gettext("Latest value")
            yield _figure(page.latest, label, "chart-value")
            yield _figure(page.target, edition.language.gettext("Target"), "chart-target")
        case RoadmapPage():
            roadmap = edition.portal.roadmap[page.frame.id]
            yield from map(_counted, (projects_total(edition, roadmap), *status_totals(edition, roadmap)))
        case IndicatorsPage():
            yield from map(_counted, (page.total, *page.outcomes))
        case ProjectsPage():
            yield from (_counted(projects_total(edition, roadmap)) for roadmap in edition.portal.roadmaps)
        case CostsPage():
            yield from map(_counted, page.totals)


def _period(edition: Edition, page: IndicatorPage) -> str:
    last = latest(edition.portal.indicator[page.frame.id])
    return Verdicts(edition).marked(page.period, last) if last else ""


def _figure(figure: Figure, label: str, tone: str) -> CardFigure:
    return CardFigure(figure.text, f"{label}, {figure.unit}" if figure.unit else label, tone)


def _counted(total: Total) -> CardFigure:
    return CardFigure(total.number, total.label, f"tone-{total.phase}" if total.phase else "ink")


def _chart(edition: Edition, page: object) -> TimeChart | None:
    """An indicator's values over time, or a change that has its target and its latest value; else figures say it."""
    if not isinstance(page, IndicatorPage) or page.drawing is None or not isinstance(page.drawing.chart, TimeChart):
        return None
    chart, last = page.drawing.chart, latest(edition.portal.indicator[page.frame.id])
    whole = chart.target is not None and last is not None and last.period == chart.points[-1].period
    return None if few(chart) and not whole else chart


def _street(edition: Edition, page: object) -> Iterator[CardHouse]:
    own = page.frame.id if isinstance(page, ProjectPage) else ""
    for roadmap in _roadmaps(edition, page):
        for project in edition.portal.projects_of(roadmap):
            current = current_status(edition.portal, project)
            mark = Phrases(edition).status(edition.portal.status[current] if current else None)
            yield CardHouse(mark.phase, project.id == own)


def _roadmaps(edition: Edition, page: object) -> tuple[str, ...]:
    """The roadmap that the page is about, or all of them."""
    match page:
        case RoadmapPage():
            return (page.frame.id,)
        case ProjectPage():
            return (edition.portal.project[page.frame.id].roadmap,)
    return tuple(roadmap.id for roadmap in edition.portal.roadmaps)
