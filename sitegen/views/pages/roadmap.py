"""The list of roadmaps, and a roadmap's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.changes import Contradiction
from sitegen.derive.counts import by_facet, by_status, done_dates, project_dates, undated
from sitegen.derive.street import STATUS, THEME, grouping
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Facet, Roadmap
from sitegen.model.projects import Project
from sitegen.model.settings import SectionId
from sitegen.views import themes
from sitegen.views.contradictions import ContradictionNote, contradiction_note, status_notes
from sitegen.views.drawings import Drawing, bars_drawing
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.listing import Listing, listing
from sitegen.views.pages.project import cite
from sitegen.views.quotations import cited, quotation, tables_cited
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.silences import roadmap_silences
from sitegen.views.street import Street, approval, reported, street
from sitegen.views.tables import counts_table
from sitegen.views.totals import projects_total
from sitegen.views.values import Cited, Quotation, Silence, Table, Total


@dataclass(frozen=True)
class RoadmapSummary:
    """A roadmap in the list: its street, and how many projects it has."""

    street: Street
    total: Total


@dataclass(frozen=True)
class RoadmapsPage:
    """The list of roadmaps."""

    frame: Frame
    roadmaps: tuple[RoadmapSummary, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class RoadmapPage:
    """All that a roadmap's page shows.

    reported: whether the source gives a status of any project; else the list says all that a street could. drawing:
    themes that the list does not group by. tables: the counts. sources: where the printed total and what is counted
    stand. cite: a line to cite it by.
    """

    frame: Frame
    street: Street
    reported: bool
    statements: tuple[Cited, ...]
    contradictions: tuple[ContradictionNote, ...]
    projects: Listing
    drawing: Drawing | None
    tables: tuple[Table, ...]
    sources: tuple[Quotation, ...]
    silences: tuple[Silence, ...]
    printed: tuple[str, ...]
    cite: str


def roadmaps_page(edition: Edition) -> RoadmapsPage:
    """The page of all roadmaps; a year of the programme without a roadmap is named as such."""
    gettext = edition.language.gettext
    planned = {roadmap.year for roadmap in edition.portal.roadmaps}
    missing = (edition.text(year.name) for year in edition.portal.programme.years if year.id not in planned)
    return RoadmapsPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.ROADMAPS.value),
            edition.section_title(SectionId.ROADMAPS),
            gettext(
                "The yearly plans of the programme, and how far their projects have come as far as the source tells."
            ),
            dates=project_dates(edition.portal, edition.portal.projects),
            done=done_dates(edition.portal, edition.portal.projects),
            undated=undated(edition.portal, edition.portal.projects),
        ),
        roadmaps=tuple(summary(edition, roadmap) for roadmap in edition.portal.roadmaps),
        missing=tuple(gettext("No roadmap for %(year)s is in the source.", year=year) for year in missing),
    )


def summary(edition: Edition, roadmap: Roadmap) -> RoadmapSummary:
    """A roadmap in short."""
    return RoadmapSummary(street(edition, roadmap), projects_total(edition, roadmap))


def roadmap_page(edition: Edition, roadmap: Roadmap, contradictions: tuple[Contradiction, ...]) -> RoadmapPage:
    """The page of one roadmap. contradictions: all of the portal's."""
    path, projects = edition.path("roadmap", roadmap.id), edition.portal.projects_of(roadmap.id)
    title, missing = edition.name("roadmap", roadmap.id), undated(edition.portal, projects)
    dates, done = project_dates(edition.portal, projects), done_dates(edition.portal, projects)
    return RoadmapPage(
        frame=frame(
            edition,
            PageKey("roadmap", roadmap.id),
            title,
            _description(edition, roadmap, len(projects)),
            crumbs=(edition.section_link(SectionId.ROADMAPS),),
            dates=dates,
            done=done,
            undated=missing,
        ),
        street=street(edition, roadmap),
        reported=reported(edition, projects),
        statements=tuple(
            cited(
                edition,
                edition.text(each.text),
                each.translated,
                each.source,
                date=each.date or "",
                printed=each.printed,
            )
            for each in roadmap.statements
        ),
        contradictions=(
            *_printed_total(edition, roadmap, len(projects)),
            *status_notes(edition, projects, elsewhere=True),
            *(
                contradiction_note(edition, each, edition.indicator_link(each.indicator))
                for each in contradictions
                if each.roadmap == roadmap.id
            ),
        ),
        projects=listing(edition, path, _caption(edition, roadmap), projects),
        drawing=_theme_drawing(edition, path, projects),
        tables=tuple(_tables(edition, path, projects)),
        sources=tuple(_sources(edition, roadmap, projects)),
        silences=tuple(roadmap_silences(edition, roadmap)),
        printed=roadmap.printed,
        cite=cite(edition, title, roadmap.source.document, dates, path, done=done, undated=missing),
    )


def _caption(edition: Edition, roadmap: Roadmap) -> str:
    words = edition.language.gettext("the projects of %(roadmap)s", roadmap=of_roadmaps(edition, roadmap))
    return edition.language.capital(words)


def _description(edition: Edition, roadmap: Roadmap, count: int) -> str:
    return edition.language.ngettext(
        "%(title)s: %(n)s project. %(approval)s",
        "%(title)s: %(n)s projects, one by one. %(approval)s",
        count,
        title=edition.text(roadmap.title),
        approval=approval(edition, roadmap),
    )


def _printed_total(edition: Edition, roadmap: Roadmap, counted: int) -> Iterator[ContradictionNote]:
    """The printed total, where it is not what the list gives."""
    if roadmap.total is None or roadmap.total.number == counted:
        return
    sentence = edition.language.gettext(
        "The source prints a total of %(printed)s projects, but its own list has %(counted)s.",
        printed=roadmap.total.number,
        counted=counted,
    )
    yield ContradictionNote(sentence, quotation(edition, roadmap.total.source).document)


def _tables(edition: Edition, path: str, projects: tuple[Project, ...]) -> Iterator[Table]:
    """How many projects have each status, and belong to each theme; none where the source gives none."""
    gettext = edition.language.gettext
    if reported(edition, projects):
        titles = gettext("Projects by status"), gettext("Status")
        yield counts_table(edition, path, STATUS, titles, by_status(edition.portal, projects))
    if any(each.theme for each in projects):
        titles = themes.label(edition, "Projects by theme"), themes.label(edition, "Theme")
        yield counts_table(edition, path, THEME, titles, by_facet(edition.portal, projects, Facet.THEME))


def _theme_drawing(edition: Edition, path: str, projects: tuple[Project, ...]) -> Drawing | None:
    """How many projects belong to each theme, where the list does not say so; None where no theme is told."""
    counts = by_facet(edition.portal, projects, Facet.THEME)
    if grouping(edition.portal, projects) == THEME or not any(each.theme for each in projects):
        return None
    bars = (
        (
            theme.letter or edition.text(theme.name),
            Decimal(counts[theme.id]),
            edition.language.number(Decimal(counts[theme.id])),
            "value",
        )
        for theme in edition.portal.programme.themes
    )
    title, axis = themes.label(edition, "Projects by theme"), edition.language.gettext("projects")
    return bars_drawing(edition, path, "theme-chart", title, axis, bars)


def _sources(edition: Edition, roadmap: Roadmap, projects: tuple[Project, ...]) -> Iterator[Quotation]:
    """The printed total, and each table that is counted once."""
    if roadmap.total:
        yield quotation(edition, roadmap.total.source)
    counted = (
        *(status.source for each in projects for status in each.statuses),
        *(each.source for each in projects if each.theme),
    )
    yield from tables_cited(edition, counted)
