"""The list of roadmaps, and a roadmap's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.changes import Contradiction
from sitegen.derive.counts import by_facet, by_status, done_dates, project_dates, undated
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Facet, Roadmap
from sitegen.model.settings import SectionId
from sitegen.views import themes
from sitegen.views.contradictions import ContradictionNote, contradiction_note, status_notes
from sitegen.views.drawings import Drawing, bars_drawing
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.listing import Listing, listing
from sitegen.views.pages.project import cite
from sitegen.views.phrases import Phrases
from sitegen.views.quotations import cited, quotation, tables_cited
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.street import Street, approval, street
from sitegen.views.tables import counts_table
from sitegen.views.totals import no_cost_total, projects_total, status_totals
from sitegen.views.values import Cited, Link, Quotation, Table, Total


@dataclass(frozen=True)
class RoadmapSummary:
    """A roadmap in the list: its name, approval in words, and its counts."""

    link: Link
    approval: str
    total: Total
    statuses: tuple[Total, ...]


@dataclass(frozen=True)
class RoadmapsPage:
    """The list of roadmaps."""

    frame: Frame
    roadmaps: tuple[RoadmapSummary, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class RoadmapPage:
    """All that a roadmap's page shows.

    status_sources, theme_sources: where the printed total and what is counted stand. cite: a line to cite it by.
    """

    frame: Frame
    street: Street
    statements: tuple[Cited, ...]
    total: Total
    status_sources: tuple[Quotation, ...]
    theme_sources: tuple[Quotation, ...]
    statuses: tuple[Total, ...]
    no_cost: Total
    contradictions: tuple[ContradictionNote, ...]
    by_status: Drawing | None
    by_theme: Drawing | None
    statuses_table: Table | None
    themes_title: str
    themes_table: Table | None
    projects: Listing
    unknown: tuple[str, ...]
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
    return RoadmapSummary(
        edition.roadmap_link(roadmap.id),
        approval(edition, roadmap),
        projects_total(edition, roadmap),
        status_totals(edition, roadmap),
    )


def roadmap_page(edition: Edition, roadmap: Roadmap, contradictions: tuple[Contradiction, ...]) -> RoadmapPage:
    """The page of one roadmap. contradictions: all of the portal's."""
    path, projects = edition.path("roadmap", roadmap.id), edition.portal.projects_of(roadmap.id)
    gettext, title = edition.language.gettext, edition.name("roadmap", roadmap.id)
    dates, done = project_dates(edition.portal, projects), done_dates(edition.portal, projects)
    missing = undated(edition.portal, projects)
    statuses = by_status(edition.portal, projects)
    by_theme = by_facet(edition.portal, projects, Facet.THEME)
    has_statuses = any(count for status, count in statuses.items() if status is not None)
    has_themes = any(count for theme, count in by_theme.items() if theme is not None)
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
        total=projects_total(edition, roadmap),
        status_sources=(
            *([quotation(edition, roadmap.total.source)] if roadmap.total else []),
            *tables_cited(edition, (status.source for each in projects for status in each.statuses)),
        ),
        theme_sources=tables_cited(edition, (each.source for each in projects if each.theme)),
        statuses=status_totals(edition, roadmap),
        no_cost=no_cost_total(edition, roadmap),
        contradictions=(
            *_printed_total(edition, roadmap, len(projects)),
            *status_notes(edition, projects, elsewhere=True),
            *(
                contradiction_note(edition, each, edition.indicator_link(each.indicator))
                for each in contradictions
                if each.roadmap == roadmap.id
            ),
        ),
        by_status=_status_drawing(edition, path, statuses) if has_statuses else None,
        by_theme=_theme_drawing(edition, path, by_theme) if has_themes else None,
        statuses_table=counts_table(
            edition,
            path,
            "status",
            (gettext("Projects by status"), gettext("Status")),
            statuses,
        )
        if has_statuses
        else None,
        themes_title=themes.label(edition, "Themes"),
        themes_table=counts_table(
            edition,
            path,
            "theme",
            (themes.label(edition, "Projects by theme"), themes.label(edition, "Theme")),
            by_theme,
        )
        if has_themes
        else None,
        projects=listing(edition, path, _caption(edition, roadmap), projects),
        unknown=tuple(_unknown(edition, roadmap)),
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


def _status_drawing(edition: Edition, path: str, counts: Mapping[str | None, int]) -> Drawing | None:
    phrases = Phrases(edition)
    bars = (
        (mark.text, Decimal(counts[status.id]), edition.language.number(Decimal(counts[status.id])), mark.phase)
        for status in edition.portal.programme.statuses
        for mark in [phrases.status(status)]
    )
    gettext = edition.language.gettext
    return bars_drawing(edition, path, "status-chart", gettext("Projects by status"), gettext("projects"), bars)


def _theme_drawing(edition: Edition, path: str, counts: Mapping[str | None, int]) -> Drawing | None:
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


def _unknown(edition: Edition, roadmap: Roadmap) -> Iterator[str]:
    """What the source shows of this roadmap only as a picture."""
    for distribution in edition.portal.programme.distributions:
        if distribution.roadmap == roadmap.id:
            yield edition.text(distribution.title)
