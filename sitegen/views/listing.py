"""A list of projects that a reader can filter and sort: groups, facets with their terms, orders, ready texts.

In: projects and an edition. Out: a table and all that a script needs to show a part of it in another order.
Every word and every rank is decided here: the script compares ids and numbers, and knows no alphabet. It must
not know how the page is drawn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.statuses import current_status
from sitegen.derive.street import STATUS, grouping
from sitegen.language.marks import N_
from sitegen.model.portal import Portal
from sitegen.model.programme import Facet
from sitegen.model.projects import Project
from sitegen.views import themes
from sitegen.views.edition import Edition
from sitegen.views.phrases import FACETS, SILENT, Phrases
from sitegen.views.tables import projects_table
from sitegen.views.values import Row, Table

ROADMAP = "roadmap"
LABELS: Mapping[str, str] = {
    STATUS: N_("Status"),
    ROADMAP: N_("Roadmap"),
    **{facet.value: FACETS[facet] for facet in (Facet.THEME, Facet.LEVEL, Facet.BENEFIT, Facet.ROLE)},
}

FILTERS: Mapping[str, str] = {
    STATUS: N_("Filter by status"),
    ROADMAP: N_("Filter by roadmap"),
    Facet.THEME.value: N_("Filter by theme"),
    Facet.LEVEL.value: N_("Filter by level"),
    Facet.BENEFIT.value: N_("Filter by benefit"),
    Facet.ROLE.value: N_("Filter by responsible role"),
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
    """A facet by which the projects of the list differ. name: its parameter in addresses. label: what it does."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Order:
    """A way to sort the list. name: its value in addresses. The first of a list is that of its groups."""

    name: str
    label: str


@dataclass(frozen=True)
class ListedRow:
    """A row of the table. terms: (facet, id). ranks: (order, place in it). printed: other forms of the name."""

    row: Row
    terms: tuple[tuple[str, str], ...]
    ranks: tuple[tuple[str, int], ...]
    printed: str


@dataclass(frozen=True)
class ListedGroup:
    """Rows that belong together. id: the group's address on the page."""

    id: str
    label: str
    count: str
    rows: tuple[ListedRow, ...]


@dataclass(frozen=True)
class Listing:
    """A table of projects in groups.

    table: the rows of all groups. parameters: names of facets that an address may hold, on this page or another.
    whole, part, none: how many are shown; `{shown}` stands for a number.
    """

    table: Table
    groups: tuple[ListedGroup, ...]
    facets: tuple[ListedFacet, ...]
    orders: tuple[Order, ...]
    parameters: tuple[str, ...]
    whole: str
    part: str
    none: str


def listing(
    edition: Edition, path: str, caption: str, projects: Iterable[Project], *, with_roadmap: bool = False
) -> Listing:
    """The projects in groups: by roadmap, else by status or theme, whichever first tells them apart."""
    given = tuple(projects)
    names = [name for name in LABELS if name != ROADMAP or with_roadmap]
    facets = tuple(facet for name in names if len((facet := _facet(edition, name, given)).choices) > 1)
    grouped = ROADMAP if with_roadmap else grouping(edition.portal, given)
    orders = _orders(edition, given, grouped)
    groups = _grouped(edition, grouped, given)
    table = projects_table(
        edition, path, caption, (each for _, members in groups for each in members), with_roadmap=with_roadmap
    )
    rows = iter(table.rows)
    ranks = {order.name: _ranks(edition, order.name, given) for order in orders[1:]}
    gettext, ngettext, count = edition.language.gettext, edition.language.ngettext, len(given)
    return Listing(
        table=table,
        groups=tuple(
            ListedGroup(
                f"group-{choice.value}",
                choice.label,
                choice.count,
                tuple(_row(edition, next(rows), each, facets, ranks) for each in members),
            )
            for choice, members in groups
        ),
        facets=facets,
        orders=orders,
        parameters=tuple(LABELS),
        whole=ngettext("%(n)s project", "All %(n)s projects", count),
        part=ngettext("%(shown)s of %(n)s project", "%(shown)s of %(n)s projects", count, shown="{shown}"),
        none=gettext("No project fits these filters."),
    )


def _term(portal: Portal, project: Project, name: str) -> str:
    """The id that a project has in a facet."""
    if name == STATUS:
        return current_status(portal, project) or SILENT
    return project.roadmap if name == ROADMAP else project.facet(Facet(name)) or SILENT


def _words(edition: Edition, name: str) -> Mapping[str, str]:
    """The terms of a facet in their order, id to words; last, how the source's silence is put."""
    text, phrases = edition.text, Phrases(edition)
    if name == ROADMAP:
        return {roadmap.id: text(roadmap.title) for roadmap in edition.portal.roadmaps}
    if name == STATUS:
        known = {status.id: text(status.name) for status in edition.portal.programme.statuses}
        return {**known, SILENT: phrases.status(None).text}
    terms = {
        term.id: phrases.theme(term.id) if name == Facet.THEME.value else text(term.name)
        for term in edition.portal.vocabulary[name]
    }
    return {**terms, SILENT: edition.language.capital(edition.language.gettext("not in the source"))}


def _facet(edition: Edition, name: str, projects: tuple[Project, ...]) -> ListedFacet:
    """A facet with those of its terms that occur."""
    gettext, label = edition.language.gettext, themes.label(edition, LABELS[name])
    counts = Counter(_term(edition.portal, project, name) for project in projects)
    choices = (
        Choice(
            term,
            words,
            edition.language.number(Decimal(counts[term])),
            gettext("%(facet)s: %(term)s", facet=label, term=words),
        )
        for term, words in _words(edition, name).items()
        if counts[term]
    )
    return ListedFacet(name, themes.label(edition, FILTERS[name]), tuple(choices))


def _grouped(
    edition: Edition, grouping: str, projects: tuple[Project, ...]
) -> tuple[tuple[Choice, tuple[Project, ...]], ...]:
    """Each group with its projects, as they were given."""
    return tuple(
        (choice, tuple(each for each in projects if _term(edition.portal, each, grouping) == choice.value))
        for choice in _facet(edition, grouping, projects).choices
    )


def _orders(edition: Edition, projects: tuple[Project, ...], grouping: str) -> tuple[Order, ...]:
    gettext = edition.language.gettext
    coded = any(project.code for project in projects)
    known = any(project.statuses for project in projects)
    return (
        Order(grouping, themes.label(edition, LABELS[grouping])),
        Order("name", gettext("Name")),
        Order("code", gettext("Code")) if coded else Order("source", gettext("As in the source")),
        *(() if grouping == STATUS or not known else (Order(STATUS, gettext(LABELS[STATUS])),)),
    )


def _ranks(edition: Edition, order: str, projects: tuple[Project, ...]) -> Mapping[str, int]:
    """Project to its place in an order; equals stand as in the source."""
    source = {project.id: place for place, project in enumerate(edition.portal.projects)}
    statuses = {status: place for place, status in enumerate(_words(edition, STATUS))}

    def key(project: Project) -> object:
        first: object = 0
        if order == "name":
            first = edition.language.sort_key(edition.text(project.title))
        elif order == "code":
            first = _code_key(project.code)
        elif order == STATUS:
            first = statuses[_term(edition.portal, project, STATUS)]
        return first, source[project.id]

    ranked = sorted(projects, key=key)  # type: ignore[arg-type] # keys of one order are of one type
    return {project.id: place for place, project in enumerate(ranked)}


def _code_key(code: str | None) -> tuple[bool, tuple[tuple[str, int], ...]]:
    """Codes by their letters, then by their numbers as numbers; without a code, last."""
    parts = re.findall(r"(\D*)(\d*)", code or "")
    return not code, tuple((letters, int(digits or 0)) for letters, digits in parts)


def _row(
    edition: Edition,
    row: Row,
    project: Project,
    facets: tuple[ListedFacet, ...],
    ranks: Mapping[str, Mapping[str, int]],
) -> ListedRow:
    return ListedRow(
        row,
        terms=tuple((facet.name, _term(edition.portal, project, facet.name)) for facet in facets),
        ranks=tuple((name, places[project.id]) for name, places in ranks.items()),
        printed=" ".join((*([project.code] if project.code else []), *project.printed)),
    )
