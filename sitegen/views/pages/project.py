"""A project's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sitegen.derive.counts import project_dates
from sitegen.derive.statuses import current_status, status_facts
from sitegen.language.language import full_stop
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Facet, Phase
from sitegen.model.projects import Amount, DatedStatus, Effect, Project
from sitegen.model.settings import SectionId
from sitegen.views import themes
from sitegen.views.contradictions import ContradictionNote, status_notes
from sitegen.views.documents import as_of
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.phrases import COST_KINDS, FACETS, SAVING_KINDS, Phrases
from sitegen.views.prose import lead, prose
from sitegen.views.quotations import cited, cited_effects, printed_forms, quotations
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.silences import charts_note, no_cost, no_role, project_silences
from sitegen.views.street import House, houses
from sitegen.views.tables import amounts_table, statuses_table, theme_link
from sitegen.views.terms import address, term_link
from sitegen.views.values import Cited, Link, Prose, Quotation, Silence, StatusMark, Table

MOST = 12
"""So many projects of the same theme are named."""


@dataclass(frozen=True)
class ProjectPage:
    """All that a project's page shows.

    status_url: where all projects of this status are listed; "" where the portal has no words for it.
    short: its short name; title: the whole one, where that is longer, else "".
    printed: wordings as printed that differ. remark: ours, or "". sources: the places of all that is said here.
    cost: each amount with its kind; no_cost: what stands in its place. related: others of its theme.
    charts: the charts of the source that may tell more.
    neighbours: those next to it on the street, itself among them. cite: one line to cite the page by.
    no_role: that the source does not say who answers for it, where readers look for that.
    reason: why the project has its status, or, where it was dropped, that the source does not say; else "".
    """

    frame: Frame
    short: str
    title: str
    code: str
    status: StatusMark
    status_url: str
    contradictions: tuple[ContradictionNote, ...]
    year: Link
    theme: Link | None
    theme_label: str
    facets: tuple[tuple[str, Link], ...]
    no_role: Link | None
    problem: Cited | None
    effects: tuple[Cited, ...]
    statuses: Table | None
    costs: Table | None
    savings: Table | None
    silences: tuple[Silence, ...]
    charts: Silence | None
    lead: str
    prose: Prose | None
    sources: tuple[Quotation, ...]
    translated: bool
    printed: tuple[str, ...]
    remark: str
    reason: str
    cost: tuple[str, ...]
    no_cost: str
    related_title: str
    related: tuple[House, ...]
    neighbours: tuple[House, ...]
    cite: str


def project_page(edition: Edition, project: Project) -> ProjectPage:
    """The page of one project."""
    path = edition.path("project", project.id)
    current = current_status(edition.portal, project)
    phrases = Phrases(edition)
    mark = phrases.status(edition.portal.status[current] if current else None)
    roadmap = edition.portal.roadmap[project.roadmap]
    title = edition.name("project", project.id)
    dates = project_dates(edition.portal, [project])
    return ProjectPage(
        frame=frame(
            edition,
            PageKey("project", project.id),
            title,
            _description(edition, project, mark),
            crumbs=(edition.section_link(SectionId.PROJECTS), edition.roadmap_link(project.roadmap)),
            dates=dates,
        ),
        short=edition.text(project.short or project.title),
        title=edition.text(project.title) if project.short else "",
        code=project.code or "",
        status=mark,
        status_url=address(edition, "status", current or "") if edition.portal.programme.statuses else "",
        contradictions=status_notes(edition, [project], elsewhere=False),
        year=term_link(edition, "year", roadmap.year),
        theme=theme_link(edition, project.theme) if project.theme else None,
        theme_label=themes.project_label(edition, project),
        facets=tuple(_facets(edition, project)),
        no_role=no_role(edition, project),
        problem=_problem(edition, project),
        effects=cited_effects(edition, project),
        statuses=statuses_table(edition, path, project) if project.statuses else None,
        costs=_amounts(edition, path, project, "costs"),
        savings=_amounts(edition, path, project, "savings"),
        silences=tuple(project_silences(edition, project)),
        charts=charts_note(edition, project),
        lead=lead(edition, "project", project.id),
        prose=prose(edition, "project", project.id),
        sources=quotations(edition, project.source, *(each.source for each in _dated(project))),
        translated=edition.code in project.translated,
        printed=(*printed_forms(edition, project), *_printed(project)),
        remark=edition.text(project.remark) if project.remark else "",
        reason=_reason(edition, project),
        cost=tuple(phrases.cost(cost) for cost in project.costs),
        no_cost="" if project.costs else no_cost(edition, project),
        related_title=themes.related_title(edition, project),
        related=_related(edition, project),
        neighbours=_neighbours(edition, project),
        cite=cite(edition, title, project.source.document, dates, path),
    )


def _dated(project: Project) -> tuple[Effect | Amount | DatedStatus, ...]:
    """All that the record says with a source of its own."""
    return (*project.effects, *project.costs, *project.savings, *project.statuses)


def _printed(project: Project) -> tuple[str, ...]:
    said: tuple[Effect | Amount, ...] = (*project.effects, *project.costs, *project.savings)
    return tuple(dict.fromkeys(form for each in said for form in each.printed))


def cite(
    edition: Edition,
    title: str,
    document: str,
    dates: tuple[str, ...],
    path: str,
    *,
    done: tuple[str, ...] = (),
    undated: int = 0,
) -> str:
    """One line to cite a page by: title, portal, source, as of, address. done, undated: as `as_of` takes them."""
    gettext = edition.language.gettext
    source = edition.portal.document[document]
    return " ".join(
        (
            full_stop(title),
            full_stop(edition.text(edition.portal.settings.name)),
            gettext("Source: %(title)s.", title=edition.text(source.title)),
            as_of(edition, dates, done, undated),
            edition.absolute(path),
        )
    )


def _description(edition: Edition, project: Project, mark: StatusMark) -> str:
    words = {
        "title": edition.text(project.title).rstrip("."),
        "roadmap": of_roadmaps(edition, edition.portal.roadmap[project.roadmap]),
        "status": mark.text,
    }
    if not project.statuses:
        return edition.language.gettext("%(title)s – a project of %(roadmap)s. %(status)s.", **words)
    return edition.language.gettext("%(title)s – a project of %(roadmap)s. Status: %(status)s.", **words)


def _facets(edition: Edition, project: Project) -> Iterator[tuple[str, Link]]:
    """Benefit, origin of need, level and role, as far as the content has them."""
    gettext = edition.language.gettext
    for facet in (Facet.BENEFIT, Facet.NEED, Facet.LEVEL, Facet.ROLE):
        if (term_id := project.facet(facet)) is not None:
            yield gettext(FACETS[facet]), term_link(edition, facet.value, term_id)


def _problem(edition: Edition, project: Project) -> Cited | None:
    """What the city says that the project is to solve, which stands in the row of the project itself."""
    return (
        cited(edition, edition.text(project.problem), project.translated, project.source) if project.problem else None
    )


def _amounts(edition: Edition, path: str, project: Project, name: str) -> Table | None:
    captions = {
        "costs": edition.language.gettext("Costs"),
        "savings": edition.language.gettext("Savings according to the city"),
    }
    fields = {"costs": "cost", "savings": "saving"}
    amounts = [(project, amount) for amount in getattr(project, name)]
    if not amounts:
        return None
    kinds = {"costs": COST_KINDS, "savings": SAVING_KINDS}[name]
    return amounts_table(edition, path, name, captions[name], amounts, field=fields[name], kinds=kinds)


def _reason(edition: Edition, project: Project) -> str:
    """Why the project has its status; of a dropped one also that the source does not say."""
    facts = status_facts(edition.portal, project)
    if not facts:
        return ""
    for each in project.statuses:
        if each.reason and each.status == facts[-1].status and each.source in facts[-1].sources:
            return edition.text(each.reason)
    if edition.portal.status[facts[-1].status].phase is not Phase.DROPPED:
        return ""
    return edition.language.gettext("The source does not say why the project was dropped.")


def _related(edition: Edition, project: Project) -> tuple[House, ...]:
    """The other projects of the same theme, of whatever year, as far as there is room."""
    others = edition.portal.projects_with(project.theme) if project.theme else ()
    found = (each for each in others if each.id != project.id)
    return houses(edition, islice(found, MOST))


def _neighbours(edition: Edition, project: Project) -> tuple[House, ...]:
    """The project between those before and after it on the street; none where it stands alone."""
    near = edition.neighbours[project.id]
    return houses(edition, near) if len(near) > 1 else ()
