"""The facets of a list of projects: by what a reader can filter it, and which terms of each occur.

In: projects and an edition. Out: facets with their terms in words; the term of a project in each. It must not know
how a list is grouped or drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.statuses import current_status
from sitegen.derive.street import STATUS
from sitegen.language.marks import N_
from sitegen.model.portal import Portal
from sitegen.model.programme import Facet
from sitegen.model.projects import Project
from sitegen.views import themes
from sitegen.views.edition import Edition
from sitegen.views.phrases import FACETS, SILENT, Phrases

ROADMAP = "roadmap"
LABELS: Mapping[str, str] = {
    STATUS: N_("Status"),
    ROADMAP: N_("Roadmap"),
    **{facet.value: FACETS[facet] for facet in (Facet.THEME, Facet.LEVEL, Facet.BENEFIT, Facet.ROLE)},
}


@dataclass(frozen=True)
class Choice:
    """A term of a facet. value: its id. count: of how many projects. badge: facet and term in words."""

    value: str
    label: str
    count: str
    badge: str


@dataclass(frozen=True)
class ListedFacet:
    """A facet by which the projects of the list differ. name: its parameter in addresses. label: what it is called."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def term_of(portal: Portal, project: Project, name: str) -> str:
    """The id that a project has in a facet."""
    if name == STATUS:
        return current_status(portal, project) or SILENT
    return project.roadmap if name == ROADMAP else project.facet(Facet(name)) or SILENT


def words(edition: Edition, name: str) -> Mapping[str, str]:
    """The terms of a facet in their order, id to words; last, how the source's silence is put."""
    text, phrases = edition.text, Phrases(edition)
    if name == ROADMAP:
        return {roadmap.id: text(roadmap.title) for roadmap in edition.portal.roadmaps}
    if name == STATUS:
        known = {status.id: text(status.name) for status in edition.portal.programme.statuses}
        return {**known, SILENT: phrases.status(None).text}
    terms = {
        term.id: phrases.theme(term.id, short=True) if name == Facet.THEME.value else text(term.name)
        for term in edition.portal.vocabulary[name]
    }
    return {**terms, SILENT: edition.language.capital(edition.language.gettext("not in the source"))}


def badge(edition: Edition, name: str, term: str) -> str:
    """Facet and term in words; the source's silence goes on from the facet's name and does not repeat it."""
    gettext = edition.language.gettext
    said = gettext("not in the source") if term == SILENT else words(edition, name)[term]
    return gettext("%(facet)s: %(term)s", facet=themes.label(edition, LABELS[name]), term=said)


def listed_facet(edition: Edition, name: str, projects: tuple[Project, ...]) -> ListedFacet:
    """A facet with those of its terms that occur."""
    counts = Counter(term_of(edition.portal, project, name) for project in projects)
    choices = (
        Choice(
            term,
            text,
            edition.language.number(Decimal(counts[term])),
            badge(edition, name, term),
        )
        for term, text in words(edition, name).items()
        if counts[term]
    )
    return ListedFacet(name, themes.label(edition, LABELS[name]), tuple(choices))


def grouped(edition: Edition, by: str, projects: tuple[Project, ...]) -> tuple[tuple[Choice, tuple[Project, ...]], ...]:
    """Each group with its projects, as they were given."""
    return tuple(
        (choice, tuple(each for each in projects if term_of(edition.portal, each, by) == choice.value))
        for choice in listed_facet(edition, by, projects).choices
    )
