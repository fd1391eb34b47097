"""The rows of a list of projects in their groups: what all rows of a group share stands once, with its heading.

In: projects with their facets and ranks. Out: groups of parts of rows; each row says what its group does not, and
where the source is silent it says nothing. It must not know how a row is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.statuses import current_status
from sitegen.derive.street import STATUS, THEME, grouping
from sitegen.model.projects import CostKind, Project
from sitegen.views.edition import Edition
from sitegen.views.facets import ROADMAP, Choice, ListedFacet, badge, grouped, term_of, words
from sitegen.views.phrases import COST_KINDS, SILENT, Phrases
from sitegen.views.values import Link

TOLD = (STATUS, THEME)
"""The facets whose terms a list tells; by the others it can be filtered."""


@dataclass(frozen=True)
class ListedRow:
    """A project of the list.

    phase: of its status. facts: what neither its group nor its part says of it. shared: what they do say, for when
    it stands in another order. terms: (facet, id). ranks: (order, place in it). printed: code and other
    forms of the name.
    """

    link: Link
    code: str
    phase: str
    facts: tuple[str, ...]
    shared: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    ranks: tuple[tuple[str, int], ...]
    printed: str


@dataclass(frozen=True)
class ListedPart:
    """Rows of one term. label: "" where a group is not parted. phase: of a status. shared: what all rows have."""

    id: str
    label: str
    count: str
    phase: str
    shared: tuple[str, ...]
    rows: tuple[ListedRow, ...]


@dataclass(frozen=True)
class ListedGroup:
    """The parts of one roadmap. label, url: "" where the list has one group. shared: what all rows have."""

    id: str
    label: str
    url: str
    count: str
    shared: tuple[str, ...]
    parts: tuple[ListedPart, ...]


@dataclass(frozen=True)
class ProjectList:
    """What is listed. facets: by which the projects differ. ranks: of an order, project to its place in it."""

    edition: Edition
    projects: tuple[Project, ...]
    facets: tuple[ListedFacet, ...]
    ranks: Mapping[str, Mapping[str, int]]
    with_roadmap: bool

    def groups(self) -> tuple[ListedGroup, ...]:
        """Every project once: by roadmap, if asked for, and by what first tells those of a roadmap apart."""
        if not self.with_roadmap:
            return (self._group(None, self.projects),)
        roadmaps = grouped(self.edition, ROADMAP, self.projects)
        return tuple(self._group(each if len(roadmaps) > 1 else None, members) for each, members in roadmaps)

    def _group(self, roadmap: Choice | None, members: tuple[Project, ...]) -> ListedGroup:
        address = f"group-{roadmap.value}" if roadmap else "group"
        by = grouping(self.edition.portal, members)
        parts, shared = grouped(self.edition, by, members), self._shared(members, TOLD)
        return ListedGroup(
            id=address,
            label=roadmap.label if roadmap else "",
            url=self.edition.path("roadmap", roadmap.value) if roadmap else "",
            count=self.edition.language.number(Decimal(len(members))),
            shared=tuple(filter(None, (self._badge(members[0], name) for name in shared))),
            parts=tuple(
                self._part(f"{address}-{term.value}", term if len(parts) > 1 else None, by, each, shared)
                for term, each in parts
            ),
        )

    def _part(
        self, address: str, term: Choice | None, by: str, members: tuple[Project, ...], above: tuple[str, ...]
    ) -> ListedPart:
        """above: the facets that the whole group shares."""
        said = (*above, by) if term else above
        left = tuple(name for name in TOLD if name not in said)
        shared = tuple(name for name in self._shared(members, left) if self._words(members[0], name))
        rows = tuple(self._row(each, tuple(name for name in left if name not in shared)) for each in members)
        return ListedPart(
            id=address,
            label=term.label if term else "",
            count=self.edition.language.number(Decimal(len(members))),
            phase=rows[0].phase if term and by == STATUS else "",
            shared=tuple(self._badge(members[0], name) for name in shared),
            rows=rows,
        )

    def _shared(self, members: tuple[Project, ...], names: tuple[str, ...]) -> tuple[str, ...]:
        """The facets in which several projects have one term; one project shares nothing."""
        terms = {name: {term_of(self.edition.portal, each, name) for each in members} for name in names}
        return tuple(name for name in names if len(members) > 1 and len(terms[name]) == 1)

    def _words(self, project: Project, name: str) -> str:
        """Its term in words, or "" where the source is silent."""
        term = term_of(self.edition.portal, project, name)
        return "" if term == SILENT else words(self.edition, name)[term]

    def _badge(self, project: Project, name: str) -> str:
        """Facet and term in words. Of what the source is silent on throughout the list, it tells elsewhere: ""."""
        silent = not self._words(project, name)
        if silent and name not in {facet.name for facet in self.facets}:
            return ""
        return badge(self.edition, name, term_of(self.edition.portal, project, name))

    def _row(self, project: Project, told: tuple[str, ...]) -> ListedRow:
        """told: the facets that the row tells itself."""
        phrases = Phrases(self.edition)
        current = current_status(self.edition.portal, project)
        shared = (name for name in (ROADMAP, *TOLD) if name not in told and (name != ROADMAP or self.with_roadmap))
        return ListedRow(
            link=self.edition.short_link("project", project.id),
            code=project.code or "",
            phase=phrases.status(self.edition.portal.status[current] if current else None).phase,
            facts=tuple(filter(None, (*(self._words(project, name) for name in told), _costs(phrases, project)))),
            shared=tuple(filter(None, (self._words(project, name) for name in shared))),
            terms=tuple((facet.name, term_of(self.edition.portal, project, facet.name)) for facet in self.facets),
            ranks=tuple((name, places[project.id]) for name, places in self.ranks.items()),
            printed=" ".join(filter(None, (project.code, *self._titles(project), *project.printed))),
        )

    def _titles(self, project: Project) -> tuple[str, ...]:
        """Its whole title, where the list has a short name for it."""
        return (self.edition.text(project.title),) if project.short else ()


def _costs(phrases: Phrases, project: Project) -> str:
    """What it costs; that the source does not state a kind is said once, behind the amounts that it is true of."""
    unstated = ", ".join(phrases.money(cost) for cost in project.costs if cost.kind is CostKind.NOT_STATED)
    stated = [phrases.cost(cost) for cost in project.costs if cost.kind is not CostKind.NOT_STATED]
    if unstated:
        stated.append(f"{unstated} ({phrases.edition.language.gettext(COST_KINDS[CostKind.NOT_STATED])})")
    return "; ".join(stated)
