"""The programme's page, and that of use cases and responsible roles: the vocabularies with what can be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import by_facet
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Distribution, Facet, Term, Theme
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.quotations import cited, quotation
from sitegen.views.totals import projects_in
from sitegen.views.values import Cited, Link, Quotation, Total


@dataclass(frozen=True)
class TermView:
    """A word of a vocabulary. id: its address on the page. totals: what can be counted. projects: those it has."""

    id: str
    name: str
    letter: str
    translated: bool
    printed: tuple[str, ...]
    totals: tuple[Total, ...]
    projects: tuple[Link, ...]
    quotation: Quotation


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary with its terms. note: what the source does not say of it, or ""."""

    id: str
    title: str
    terms: tuple[TermView, ...]
    note: str


@dataclass(frozen=True)
class UnknownFigure:
    """A distribution whose figures stood only in a picture."""

    title: str
    quotation: Quotation


@dataclass(frozen=True)
class ProgrammePage:
    """All that the programme's page shows."""

    frame: Frame
    period: str
    name: Cited
    statements: tuple[Cited, ...]
    documents: tuple[Cited, ...]
    roadmaps: tuple[Link, ...]
    vocabularies: tuple[Vocabulary, ...]
    unknown: tuple[UnknownFigure, ...]


@dataclass(frozen=True)
class UseCasesPage:
    """Origins of need, levels and roles."""

    frame: Frame
    vocabularies: tuple[Vocabulary, ...]
    unknown: tuple[UnknownFigure, ...]


def programme_page(edition: Edition) -> ProgrammePage:
    """The page of the programme."""
    programme, gettext = edition.portal.programme, edition.language.gettext
    return ProgrammePage(
        frame=frame(
            edition,
            PageKey("section", SectionId.PROGRAMME.value),
            edition.text(programme.name),
            gettext("What the programme aims at: its period, basis, themes and decisions."),
            dates=(),
        ),
        period=f"{programme.start}–{programme.end}",
        name=cited(edition, edition.text(programme.name), programme.translated, programme.source),
        statements=tuple(
            cited(
                edition,
                edition.text(each.text),
                each.translated,
                each.source,
                date=each.date or "",
                printed=each.printed,
            )
            for each in programme.statements
        ),
        documents=tuple(
            cited(edition, edition.text(each.name), each.translated, each.source) for each in programme.documents
        ),
        roadmaps=tuple(edition.roadmap_link(roadmap.id) for roadmap in edition.portal.roadmaps),
        vocabularies=(
            _vocabulary(edition, Facet.THEME, "theme", gettext("Themes")),
            _vocabulary(edition, Facet.YEAR, "year", gettext("Years")),
            _vocabulary(edition, Facet.BENEFIT, "benefit", gettext("Long-term benefits")),
            _statuses(edition),
        ),
        unknown=_unknown(edition, {Facet.THEME, Facet.YEAR, Facet.BENEFIT, Facet.OTHER}),
    )


def use_cases_page(edition: Edition) -> UseCasesPage:
    """The page of use cases and responsible roles."""
    gettext = edition.language.gettext
    return UseCasesPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.USE_CASES.value),
            edition.section_title(SectionId.USE_CASES),
            gettext("Where the need for projects arises, on which levels they are, and which roles answer for them."),
            dates=(),
        ),
        vocabularies=(
            _vocabulary(edition, Facet.NEED, "need", gettext("Origins of the need")),
            _vocabulary(edition, Facet.LEVEL, "level", gettext("Levels")),
            _vocabulary(edition, Facet.ROLE, "role", gettext("Responsible roles")),
        ),
        unknown=_unknown(edition, {Facet.NEED, Facet.LEVEL, Facet.ROLE}),
    )


def _vocabulary(edition: Edition, facet: Facet, name: str, title: str) -> Vocabulary:
    counted = {
        roadmap.id: by_facet(edition.portal, edition.portal.projects_of(roadmap.id), facet)
        for roadmap in edition.portal.roadmaps
    }
    known = {roadmap: counts for roadmap, counts in counted.items() if any(counts[key] for key in counts if key)}
    silent = [edition.text(edition.portal.roadmap[roadmap].title) for roadmap in counted if roadmap not in known]
    note = (
        edition.language.gettext(
            "The source does not say how the projects of %(roadmaps)s are distributed.",
            roadmaps=edition.language.list(silent),
        )
        if silent
        else ""
    )
    terms = tuple(_term(edition, facet, name, term, known) for term in edition.portal.vocabulary[name])
    return Vocabulary(f"{name}s", title, terms, note)


def _term(
    edition: Edition, facet: Facet, name: str, term: Term, counted: Mapping[str, Mapping[str | None, int]]
) -> TermView:
    projects = [
        project for project in edition.portal.projects if facet is not Facet.YEAR and project.facet(facet) == term.id
    ]
    return TermView(
        id=f"{name}-{term.id}",
        name=edition.text(term.name),
        letter=(term.letter or "") if isinstance(term, Theme) else "",
        translated=edition.code in term.translated,
        printed=term.printed,
        totals=tuple(_total(edition, roadmap, term, counts) for roadmap, counts in counted.items() if counts[term.id]),
        projects=tuple(edition.project_link(project.id) for project in projects),
        quotation=quotation(edition, term.source),
    )


def _total(edition: Edition, roadmap_id: str, term: Term, counts: Mapping[str | None, int]) -> Total:
    roadmap = edition.portal.roadmap[roadmap_id]
    name = f"projects-{roadmap_id}" if roadmap.year == term.id else f"{roadmap_id}-{term.id}"
    label = projects_in(edition, roadmap, counts[term.id])
    number = edition.language.number(Decimal(counts[term.id]))
    return Total(name, number, label, url=edition.path("roadmap", roadmap_id))


def _statuses(edition: Edition) -> Vocabulary:
    terms = tuple(
        TermView(
            id=f"status-{status.id}",
            name=edition.text(status.name),
            letter="",
            translated=edition.code in status.translated,
            printed=status.printed,
            totals=(),
            projects=(),
            quotation=quotation(edition, status.source),
        )
        for status in edition.portal.programme.statuses
    )
    return Vocabulary("statuses", edition.language.gettext("Words for the state of a project"), terms, "")


def _unknown(edition: Edition, facets: set[Facet]) -> tuple[UnknownFigure, ...]:
    return tuple(unknown_figure(edition, each) for each in edition.portal.programme.distributions if each.by in facets)


def unknown_figure(edition: Edition, distribution: Distribution) -> UnknownFigure:
    """A distribution whose figures are not in the source."""
    return UnknownFigure(edition.text(distribution.title), quotation(edition, distribution.source))
