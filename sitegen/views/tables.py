"""Tables that more than one page shows: projects, costs, a vocabulary with its counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.derive.statuses import current_status, status_facts
from sitegen.model.projects import Amount, CostKind, Project
from sitegen.views import themes
from sitegen.views.cells import count, date, linked, said, silent, status, table, words
from sitegen.views.edition import Edition
from sitegen.views.phrases import COST_KINDS, Phrases
from sitegen.views.terms import address, term_link
from sitegen.views.values import Cell, Column, Link, Row, Table


def projects_table(
    edition: Edition, path: str, caption: str, projects: Iterable[Project], *, with_roadmap: bool = False
) -> Table:
    """Projects with code, name, theme and status; a column that the source is silent on throughout is left out."""
    gettext = edition.language.gettext
    columns = (
        Column(gettext("Project"), ("project",)),
        Column(gettext("Code"), ("code",)),
        *((Column(gettext("Roadmap"), ("roadmap",)),) if with_roadmap else ()),
        Column(themes.label(edition, "Theme"), ("theme",)),
        Column(gettext("Status"), ("status",)),
    )
    rows = tuple(Row(_project_cells(edition, project, with_roadmap=with_roadmap)) for project in projects)
    return said(table(edition, path, "projects", caption, columns, rows))


def _project_cells(edition: Edition, project: Project, *, with_roadmap: bool) -> tuple[Cell, ...]:
    current = current_status(edition.portal, project)
    return (
        linked(edition.project_link(project.id)),
        linked(Link(project.code, edition.path("project", project.id))) if project.code else silent(edition),
        *((linked(edition.roadmap_link(project.roadmap)),) if with_roadmap else ()),
        theme_cell(edition, project),
        status(edition, edition.portal.status[current] if current else None),
    )


def theme_cell(edition: Edition, project: Project) -> Cell:
    """The project's theme, or that the source does not say."""
    if project.theme is None:
        return silent(edition)
    return linked(theme_link(edition, project.theme), field="theme")


def theme_link(edition: Edition, theme_id: str) -> Link:
    """A link to a theme's section, with its letter where it has one."""
    return Link(Phrases(edition).theme(theme_id), address(edition, "theme", theme_id))


def statuses_table(edition: Edition, path: str, project: Project) -> Table:
    """A project's statuses, each with the time for which the source tells it: not when it came about."""
    gettext = edition.language.gettext
    columns = (Column(gettext("As of, in the source"), ("as_of",)), Column(gettext("Status"), ("status",)))
    rows = tuple(
        Row((date(edition, dated.as_of), status(edition, edition.portal.status[dated.status])))
        for dated in status_facts(edition.portal, project)
    )
    return table(edition, path, "statuses", gettext("Status according to the source"), columns, rows)


def amounts_table(
    edition: Edition,
    path: str,
    table_id: str,
    caption: str,
    amounts: Iterable[tuple[Project, Amount]],
    *,
    field: str,
    kinds: Mapping[CostKind, str] = COST_KINDS,
) -> Table:
    """Costs or savings, one row an amount; a column that the source is silent on throughout is left out.

    field: of the rows, on the page of one project; "" among those of others, which are named. kinds: in words.
    """
    gettext, phrases = edition.language.gettext, Phrases(edition)
    columns = (
        *((Column(gettext("Project"), ("project",)),) if not field else ()),
        Column(gettext("Amount"), ("amount", "approximate"), numeric=True),
        Column(gettext("Kind"), ("kind",)),
        Column(gettext("Part"), ("part",)),
        Column(gettext("Funding"), ("funding",)),
        Column(gettext("As of"), ("as_of",)),
    )
    rows = tuple(
        Row(
            (
                *((linked(edition.project_link(project.id)),) if not field else ()),
                _amount_cell(phrases, amount),
                Cell(gettext(kinds[amount.kind]), (amount.kind.value,), field="kind"),
                words(amount.part) if amount.part else silent(edition),
                words(edition.text(amount.funding), field="funding") if amount.funding else silent(edition),
                date(edition, amount.as_of),
            ),
            field=field,
        )
        for project, amount in amounts
    )
    return said(table(edition, path, table_id, caption, columns, rows))


def _amount_cell(phrases: Phrases, amount: Amount) -> Cell:
    number = amount.amount if amount.amount is not None else amount.about
    approximate = "true" if amount.about is not None else "false"
    return Cell(phrases.money(amount), (f"{number:f}", approximate), field="amount")


def counts_table(
    edition: Edition,
    path: str,
    name: str,
    caption: tuple[str, str],
    counts: Mapping[str | None, int],
) -> Table:
    """How many projects each term of a vocabulary has.

    name: of the vocabulary. caption: of the table, and the head of its first column.
    """
    gettext = edition.language.gettext
    columns = (Column(caption[1], ("term", "name")), Column(gettext("Projects"), ("projects",), numeric=True))
    rows = [
        Row((Cell(link.text, (term.id, link.text), url=link.url), count(edition, counts[term.id])))
        for term in edition.portal.vocabulary[name]
        for link in [term_link(edition, name, term.id)]
    ]
    if counts[None]:
        rows.append(Row((Cell(gettext("the source does not say"), ("", "")), count(edition, counts[None]))))
    title = gettext("%(title)s (our count)", title=caption[0])
    return table(edition, path, f"by-{name}", title, columns, tuple(rows))
