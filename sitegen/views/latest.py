"""What was reported last, date by date: the first figures, names and statements that a reader may not know yet.

In: an edition. Out: dates in words with what bears them. What has one date is not ranked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.derive.reported import Reported, reported
from sitegen.model.projects import Project
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.values import Link, StatusMark

DATES = 4
"""So many dates are shown."""
NAMED = 6
"""So many projects of one date are named; more are counted."""
YEAR = len("2024")


@dataclass(frozen=True)
class ReportedItem:
    """What is reported: of a project with the status of that date, of many projects or indicators, or in words."""

    link: Link
    status: StatusMark | None


@dataclass(frozen=True)
class ReportedOn:
    """What bears one date. vague: the source gives the year alone, and finer dates of that year stand before it."""

    date: str
    vague: bool
    items: tuple[ReportedItem, ...]


def latest_reports(edition: Edition) -> tuple[ReportedOn, ...]:
    """What was reported last, the latest date first."""
    found = reported(edition.portal)[:DATES]
    fine = {each.date[:YEAR] for each in found if len(each.date) > YEAR}
    return tuple(
        ReportedOn(edition.language.date(each.date), each.date in fine, tuple(_items(edition, each))) for each in found
    )


def _items(edition: Edition, found: Reported) -> Iterator[ReportedItem]:
    for of, statement in found.statements:
        url = edition.path("roadmap", of) if of else edition.path("section", SectionId.PROGRAMME.value)
        yield ReportedItem(Link(edition.text(statement.text), f"{url}#statements"), None)
    for roadmap in edition.portal.roadmaps:
        projects = [each for each in edition.portal.projects_of(roadmap.id) if each.id in found.projects]
        if len(projects) <= NAMED:
            yield from (_item(edition, project, found.date) for project in projects)
            continue
        words = edition.language.ngettext(
            "Status of %(n)s project of %(roadmap)s",
            "Status of %(n)s projects of %(roadmap)s",
            len(projects),
            roadmap=edition.text(roadmap.title),
        )
        yield ReportedItem(Link(words, edition.path("roadmap", roadmap.id)), None)
    if found.indicators:
        words = edition.language.ngettext(
            "Value of %(n)s indicator", "Values of %(n)s indicators", len(found.indicators)
        )
        yield ReportedItem(Link(words, edition.path("section", SectionId.INDICATORS.value)), None)


def _item(edition: Edition, project: Project, date: str) -> ReportedItem:
    """A project with its status of that date; where only an effect or an amount bears it, without."""
    statuses = [dated.status for dated in project.statuses if dated.as_of == date]
    mark = Phrases(edition).status(edition.portal.status[statuses[-1]]) if statuses else None
    return ReportedItem(edition.project_link(project.id), mark)
