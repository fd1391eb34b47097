"""What was reported last, date by date: the first figures, names and statements that a reader may not know yet.

In: an edition. Out: dates in words with what bears them. What has one date is not ranked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.derive.reported import Reported, reported
from sitegen.derive.statuses import status_facts
from sitegen.model.programme import Roadmap
from sitegen.model.projects import Project
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.values import Link, StatusMark

DATES = 4
"""So many dates are shown."""
NAMED = 6
"""So many projects of one date are named; more are counted."""
YEAR = len("2024")


@dataclass(frozen=True)
class ReportedItem:
    """What is reported: of a project, of many projects or indicators, or in words.

    status: the project's, of that date. results: that it has effects or costs of that date and no status, or "".
    """

    link: Link
    status: StatusMark | None
    results: str


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
        ReportedOn(
            edition.language.capital(edition.language.date(each.date)), each.date in fine, tuple(_items(edition, each))
        )
        for each in found
    )


def _items(edition: Edition, found: Reported) -> Iterator[ReportedItem]:
    for of, statement in found.statements:
        url = edition.path("roadmap", of) if of else edition.path("section", SectionId.PROGRAMME.value)
        yield _counted(edition.text(statement.text), f"{url}#statements")
    for roadmap in edition.portal.roadmaps:
        yield from _of_roadmap(edition, roadmap, found)
    url, ngettext = edition.path("section", SectionId.INDICATORS.value), edition.language.ngettext
    numbers, texts, missing = len(found.numbers), len(found.texts), len(found.missing)
    if numbers:
        yield _counted(ngettext("A number for %(n)s indicator", "Numbers for %(n)s indicators", numbers), url)
    if texts:
        words = ngettext(
            "Words in place of a number for %(n)s indicator", "Words in place of numbers for %(n)s indicators", texts
        )
        yield _counted(words, url)
    if missing:
        yield _counted(ngettext("No value for %(n)s indicator", "No values for %(n)s indicators", missing), url)


def _of_roadmap(edition: Edition, roadmap: Roadmap, found: Reported) -> Iterator[ReportedItem]:
    """The projects of a roadmap that bear the date: named, or where they are many counted, each kind of fact apart."""
    projects = edition.portal.projects_of(roadmap.id)
    statuses = [each for each in projects if each.id in found.statuses]
    results = [each for each in projects if each.id in found.results]
    both = [each for each in projects if each in statuses or each in results]
    if len(both) <= NAMED:
        yield from (_item(edition, project, found.date) for project in both)
        return
    url, language, name = edition.path("roadmap", roadmap.id), edition.language, of_roadmaps(edition, roadmap)
    if statuses:
        words = language.ngettext(
            "Status of %(n)s project of %(roadmap)s",
            "Status of %(n)s projects of %(roadmap)s",
            len(statuses),
            roadmap=name,
        )
        yield _counted(language.capital(words), url)
    if results:
        words = language.ngettext(
            "Effects, costs or savings of %(n)s project of %(roadmap)s",
            "Effects, costs or savings of %(n)s projects of %(roadmap)s",
            len(results),
            roadmap=name,
        )
        yield _counted(language.capital(words), url)


def _counted(words: str, url: str) -> ReportedItem:
    return ReportedItem(Link(words, url), None, "")


def _item(edition: Edition, project: Project, date: str) -> ReportedItem:
    """A project with its status of that date; where only an effect or an amount bears it, with that instead."""
    statuses = [fact.status for fact in status_facts(edition.portal, project) if fact.as_of == date]
    mark = Phrases(edition).status(edition.portal.status[statuses[-1]]) if statuses else None
    results = "" if mark else edition.language.gettext("effects, costs or savings")
    return ReportedItem(edition.project_link(project.id), mark, results)
