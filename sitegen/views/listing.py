"""A list of projects that a reader can filter and sort: groups, facets with their terms, orders, ready texts.

In: projects and an edition. Out: rows in groups and all that a script needs to show a part of them in another order.
Every word and every rank is decided here: the script compares ids and numbers, and knows no alphabet. It must
not know how the page is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.derive.street import STATUS, grouping
from sitegen.model.projects import Project
from sitegen.views import themes
from sitegen.views.edition import Edition
from sitegen.views.facets import LABELS, ROADMAP, ListedFacet, listed_facet, term_of, words
from sitegen.views.groups import ListedGroup, ProjectList
from sitegen.views.tables import projects_table
from sitegen.views.values import Table


@dataclass(frozen=True)
class Order:
    """A way to sort the list. name: its value in addresses. The first of a list is that of its groups."""

    name: str
    label: str


@dataclass(frozen=True)
class Listing:
    """Projects in groups.

    table: the same projects in the same order, for the file beside the page. parameters: names of facets that an
    address may hold, on this page or another. whole, part, none: how many are shown; `{shown}` stands for a number.
    shortened: that names are ours, or "".
    """

    table: Table
    groups: tuple[ListedGroup, ...]
    facets: tuple[ListedFacet, ...]
    orders: tuple[Order, ...]
    parameters: tuple[str, ...]
    whole: str
    part: str
    none: str
    shortened: str


def listing(
    edition: Edition, path: str, caption: str, projects: Iterable[Project], *, with_roadmap: bool = False
) -> Listing:
    """The projects by roadmap, if asked for, and by status or theme, whichever first tells those of a group apart."""
    given = tuple(projects)
    names = [name for name in LABELS if name != ROADMAP or with_roadmap]
    facets = tuple(facet for name in names if len((facet := listed_facet(edition, name, given)).choices) > 1)
    orders = _orders(edition, given, ROADMAP if with_roadmap else grouping(edition.portal, given))
    ranks = {order.name: _ranks(edition, order.name, given) for order in orders[1:]}
    groups = ProjectList(edition, given, facets, ranks, with_roadmap=with_roadmap).groups()
    by_path = {edition.path("project", project.id): project for project in given}
    ordered = (by_path[row.link.url] for group in groups for part in group.parts for row in part.rows)
    gettext, ngettext, count = edition.language.gettext, edition.language.ngettext, len(given)
    return Listing(
        table=projects_table(edition, path, caption, ordered, with_roadmap=with_roadmap),
        groups=groups,
        facets=facets,
        orders=orders,
        parameters=tuple(LABELS),
        whole=ngettext("%(n)s project", "All %(n)s projects", count),
        part=ngettext("%(shown)s of %(n)s project", "%(shown)s of %(n)s projects", count, shown="{shown}"),
        none=gettext("No project fits these filters."),
        shortened=shortened(edition, given),
    )


def shortened(edition: Edition, projects: Iterable[Project]) -> str:
    """That names are ours, or ""."""
    if not any(project.short for project in projects):
        return ""
    return edition.language.gettext("Long names are shortened here; the whole name stands on the project’s page.")


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
    statuses = {status: place for place, status in enumerate(words(edition, STATUS))}

    def key(project: Project) -> object:
        first: object = 0
        if order == "name":
            first = edition.language.sort_key(edition.short_name("project", project.id))
        elif order == "code":
            first = _code_key(project.code)
        elif order == STATUS:
            first = statuses[term_of(edition.portal, project, STATUS)]
        return first, source[project.id]

    ranked = sorted(projects, key=key)  # type: ignore[arg-type] # keys of one order are of one type
    return {project.id: place for place, project in enumerate(ranked)}


def _code_key(code: str | None) -> tuple[bool, tuple[tuple[str, int], ...]]:
    """Codes by their letters, then by their numbers as numbers; without a code, last."""
    parts = re.findall(r"(\D*)(\d*)", code or "")
    return not code, tuple((letters, int(digits or 0)) for letters, digits in parts)
