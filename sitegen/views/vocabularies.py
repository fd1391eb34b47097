"""A vocabulary as a section of a page: each term with the projects that it holds, roadmap by roadmap.

In: an edition and the name of a vocabulary. Out: a view. What the source does not say of a whole vocabulary is said
once, above its terms. It must not know on which page the section stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import STATUS, term_of
from sitegen.derive.pictures import pictures
from sitegen.language.marks import N_
from sitegen.model.programme import Facet, Roadmap, Term, Theme
from sitegen.model.projects import Project
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.quotations import quotation
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.terms import anchor, vocabulary_title
from sitegen.views.totals import projects_in
from sitegen.views.values import Link, Quotation, Total

NOTES: Mapping[str, str] = {
    "theme": N_("The source does not say which theme each project of %(roadmaps)s belongs to."),
    "benefit": N_("The source does not say which long-term benefit each project of %(roadmaps)s aims at."),
    "status": N_("The source gives no status of the projects of %(roadmaps)s."),
    "need": N_("The source does not say how the need for each project of %(roadmaps)s arose."),
    "level": N_("The source does not say on which level each project of %(roadmaps)s is."),
    "role": N_("The source lists these roles, but does not say which role answers for which project of %(roadmaps)s."),
}
"""What is said of roadmaps of which no project has a term of the vocabulary."""


@dataclass(frozen=True)
class Member:
    """A project that a term holds."""

    code: str
    link: Link


@dataclass(frozen=True)
class Held:
    """The projects of one roadmap that a term holds, and how many they are."""

    total: Total
    projects: tuple[Member, ...]


@dataclass(frozen=True)
class TermView:
    """A word of a vocabulary.

    id: its address on the page. initials: what the codes of its projects begin with, in words, or "" where that is
    the letter.
    """

    id: str
    name: str
    letter: str
    initials: str
    translated: bool
    printed: tuple[str, ...]
    held: tuple[Held, ...]
    quotation: Quotation


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary with its terms. note: what the source does not say of it, or ""."""

    id: str
    title: str
    terms: tuple[TermView, ...]
    note: str


def vocabulary(edition: Edition, name: str) -> Vocabulary:
    """The vocabulary with this name."""
    terms = tuple(_term(edition, name, term) for term in edition.portal.vocabulary[name])
    return Vocabulary(anchor(name), vocabulary_title(edition, name), terms, _note(edition, name))


def _note(edition: Edition, name: str) -> str:
    silent = [
        roadmap
        for roadmap in edition.portal.roadmaps
        if not any(term_of(edition.portal, each, name) for each in edition.portal.projects_of(roadmap.id))
    ]
    if not silent or name not in NOTES:
        return ""
    roadmaps = of_roadmaps(edition, *silent)
    return " ".join((edition.language.gettext(NOTES[name], roadmaps=roadmaps), *_pictured(edition, name, silent)))


def _pictured(edition: Edition, name: str, roadmaps: Iterable[Roadmap]) -> tuple[str, ...]:
    """What of it the source shows only as a chart, each chart once."""
    if name == STATUS:
        return ()
    found = {chart.id: chart for each in roadmaps for chart in pictures(edition.portal, each.id, Facet(name))}
    return tuple(Phrases(edition).only_charted(chart) for chart in found.values())


def _term(edition: Edition, name: str, term: Term) -> TermView:
    letter = (term.letter or "") if isinstance(term, Theme) else ""
    return TermView(
        id=anchor(name, term.id),
        name=edition.text(term.name),
        letter=letter,
        initials=_initials(edition, term, letter) if isinstance(term, Theme) else "",
        translated=edition.code in term.translated,
        printed=term.printed,
        held=tuple(_held(edition, name, term)),
        quotation=quotation(edition, term.source),
    )


def _initials(edition: Edition, theme: Theme, letter: str) -> str:
    codes = (project.code or "" for project in edition.portal.projects if project.theme == theme.id)
    found = {initial[0] for code in codes if (initial := re.match(r"\D+", code))} - {letter}
    return edition.language.choice(sorted(found, key=edition.language.sort_key)) if found else ""


def _held(edition: Edition, name: str, term: Term) -> Iterator[Held]:
    for roadmap in edition.portal.roadmaps:
        projects = [
            each for each in edition.portal.projects_of(roadmap.id) if term_of(edition.portal, each, name) == term.id
        ]
        if projects:
            # The roadmap itself lists the projects of its year.
            members = () if name == Facet.YEAR else tuple(_member(edition, each) for each in projects)
            yield Held(_total(edition, roadmap, term, len(projects)), members)


def _member(edition: Edition, project: Project) -> Member:
    return Member(project.code or "", edition.project_link(project.id))


def _total(edition: Edition, roadmap: Roadmap, term: Term, number: int) -> Total:
    name = f"projects-{roadmap.id}" if roadmap.year == term.id else f"{roadmap.id}-{term.id}"
    written = edition.language.number(Decimal(number))
    return Total(name, written, projects_in(edition, roadmap, number), url=edition.path("roadmap", roadmap.id))
