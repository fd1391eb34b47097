"""A vocabulary as a section of a page: each term with the number of projects that it holds, roadmap by roadmap.

In: an edition and the name of a vocabulary. Out: a view. Projects are named where their roadmap does not group them by
the vocabulary itself. What the source does not say of a whole vocabulary is said once. It must not know on which page
the section stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.counts import STATUS, term_of
from sitegen.derive.pictures import pictures
from sitegen.derive.street import grouping
from sitegen.language.marks import N_
from sitegen.model.programme import Facet, Roadmap, Term, Theme
from sitegen.model.projects import Project
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.quotations import quotation
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.terms import anchor, vocabulary_title
from sitegen.views.totals import in_list, projects_in
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
    """How many projects of one roadmap a term holds. projects: none where the address of the total lists them."""

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
            total = _total(edition, roadmap, name, term, len(projects))
            named = () if "#" in total.url or name == Facet.YEAR else projects
            yield Held(total, tuple(_member(edition, each) for each in named))


def _member(edition: Edition, project: Project) -> Member:
    return Member(project.code or "", edition.short_link("project", project.id))


def _total(edition: Edition, roadmap: Roadmap, name: str, term: Term, number: int) -> Total:
    """The number, leading to the term's group in the list of the roadmap, if that has one; else to the roadmap."""
    whole = roadmap.year == term.id
    grouped = not whole and name == grouping(edition.portal, edition.portal.projects_of(roadmap.id))
    return Total(
        f"projects-{roadmap.id}" if whole else f"{roadmap.id}-{term.id}",
        edition.language.number(Decimal(number)),
        projects_in(edition, roadmap, number),
        url=in_list(edition, roadmap, term.id) if grouped else edition.path("roadmap", roadmap.id),
    )
