"""A project's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sitegen.derive.counts import project_dates
from sitegen.derive.pictures import pictures
from sitegen.derive.statuses import current_status, status_facts
from sitegen.language.language import full_stop
from sitegen.language.marks import N_
from sitegen.model.addresses import PageKey
from sitegen.model.programme import Facet, Phase, Shown
from sitegen.model.projects import Project
from sitegen.model.settings import SectionId
from sitegen.views.contradictions import ContradictionNote, status_notes
from sitegen.views.documents import as_of
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.phrases import COST_KINDS, FACETS, SAVING_KINDS, Phrases
from sitegen.views.prose import lead, prose
from sitegen.views.quotations import cited, cited_effects, quotations
from sitegen.views.roadmaps import of_roadmaps
from sitegen.views.street import House, house
from sitegen.views.tables import amounts_table, statuses_table, theme_link
from sitegen.views.terms import PLACES, address, term_link, vocabulary_link
from sitegen.views.values import Cited, Link, Prose, Quotation, Silence, StatusMark, Table

MOST = 12
"""So many projects of the same theme are named."""

SILENCES: Mapping[str, tuple[str, str]] = {
    "statuses": (N_("The source gives no status of the project."), ""),
    "code": (N_("The source gives the project no code."), ""),
    "theme": (N_("The source does not say which theme the project belongs to."), ""),
    "problem": (N_("The source does not say which problem the project solves."), ""),
    "effects": (
        N_("The source says nothing of the effects of the project."),
        N_("The source shows the effects of the roadmap’s projects only as a chart, without figures in the text."),
    ),
    "costs": (
        N_("The source gives no figure for what the project costs."),
        N_("The source shows the costs of the roadmap’s projects only as a chart, without figures in the text."),
    ),
    "role": (N_("The source does not say who answers for the project."), ""),
    "level": (N_("The source does not say on which level the project is."), ""),
    "need": (N_("The source does not say how the need for the project arose."), ""),
    "benefit": (N_("The source does not say which long-term benefit the project aims at."), ""),
}
"""A field of the record to what is said where it is empty, and where the source has it only as a chart."""
CHARTED = (Facet.THEME, Facet.BENEFIT, Facet.NEED, Facet.LEVEL, Facet.ROLE)


@dataclass(frozen=True)
class ProjectPage:
    """All that a project's page shows.

    status_url: where all projects of this status are listed; "" where the portal has no words for it.
    printed, cost_printed: wordings as printed that differ, of the project and of its amounts. remark: ours, or "".
    plan: where the project itself stands in the source. cost: each amount with its kind; no_cost: what stands in
    its place. related: others of its theme.
    neighbours: those next to it on the street, itself among them. cite: one line to cite the page by.
    no_role: that the source does not say who answers for it, where readers look for that.
    reason: why the project has its status, or, where it was dropped, that the source does not say; else "".
    """

    frame: Frame
    code: str
    status: StatusMark
    status_url: str
    contradictions: tuple[ContradictionNote, ...]
    roadmap: Link
    year: Link
    theme: Link | None
    facets: tuple[tuple[str, Link], ...]
    no_role: Link | None
    problem: Cited | None
    effects: tuple[Cited, ...]
    statuses: Table | None
    costs: Table | None
    savings: Table | None
    silences: tuple[Silence, ...]
    lead: str
    prose: Prose | None
    plan: tuple[Quotation, ...]
    status_sources: tuple[Quotation, ...]
    cost_sources: tuple[Quotation, ...]
    cost_printed: tuple[str, ...]
    translated: bool
    printed: tuple[str, ...]
    remark: str
    reason: str
    cost: tuple[str, ...]
    no_cost: str
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
            crumbs=(edition.section_link(SectionId.ROADMAPS), edition.roadmap_link(project.roadmap)),
            dates=dates,
        ),
        code=project.code or "",
        status=mark,
        status_url=address(edition, "status", current or "") if edition.portal.programme.statuses else "",
        contradictions=status_notes(edition, [project], elsewhere=False),
        roadmap=edition.roadmap_link(project.roadmap),
        year=term_link(edition, "year", roadmap.year),
        theme=theme_link(edition, project.theme) if project.theme else None,
        facets=tuple(_facets(edition, project)),
        no_role=_no_role(edition, project),
        problem=_problem(edition, project),
        effects=cited_effects(edition, project),
        statuses=statuses_table(edition, path, project) if project.statuses else None,
        costs=_amounts(edition, path, project, "costs"),
        savings=_amounts(edition, path, project, "savings"),
        silences=tuple(_silences(edition, project)),
        lead=lead(edition, "project", project.id),
        prose=prose(edition, "project", project.id),
        plan=quotations(edition, project.source),
        status_sources=quotations(edition, *(status.source for status in project.statuses)),
        cost_sources=quotations(edition, *(amount.source for amount in (*project.costs, *project.savings))),
        cost_printed=_cost_printed(project),
        translated=edition.code in project.translated,
        printed=project.printed,
        remark=edition.text(project.remark) if project.remark else "",
        reason=_reason(edition, project),
        cost=tuple(phrases.cost(cost) for cost in project.costs),
        no_cost="" if project.costs else _no_cost(edition, project),
        related=_related(edition, project),
        neighbours=_neighbours(edition, project),
        cite=cite(edition, title, project.source.document, dates, path),
    )


def _cost_printed(project: Project) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for amount in (*project.costs, *project.savings) for form in amount.printed))


def cite(
    edition: Edition, title: str, document: str, dates: tuple[str, ...], path: str, done: tuple[str, ...] = ()
) -> str:
    """One line to cite a page by: title, portal, source, as of, address. done: as in views.documents.as_of."""
    gettext = edition.language.gettext
    source = edition.portal.document[document]
    return " ".join(
        (
            full_stop(title),
            full_stop(edition.text(edition.portal.settings.name)),
            gettext("Source: %(title)s.", title=edition.text(source.title)),
            as_of(edition, dates, done),
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


def _no_role(edition: Edition, project: Project) -> Link | None:
    if project.role is not None or not edition.portal.roles:
        return None
    gettext = edition.language.gettext
    listed = pictures(edition.portal, project.roadmap, Facet.ROLE)
    silence = gettext("not in the text of the source, which only lists the roles") if listed else _silent(edition)
    return Link(silence, vocabulary_link(edition, Facet.ROLE.value).url)


def _no_cost(edition: Edition, project: Project) -> str:
    """What stands in place of a cost."""
    charted = pictures(edition.portal, project.roadmap, Shown.COSTS)
    return edition.language.gettext("only as a chart in the source") if charted else _silent(edition)


def _silent(edition: Edition) -> str:
    return edition.language.gettext("not in the source")


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


def _silences(edition: Edition, project: Project) -> Iterator[Silence]:
    """What the record leaves empty; of a vocabulary, with a link to its words."""
    for name, (sentence, charted) in SILENCES.items():
        if not getattr(project, name):
            shown = charted and pictures(edition.portal, project.roadmap, Shown(name))
            said = edition.language.gettext(charted if shown else sentence)
            words = "status" if name == "statuses" else name
            more = words in PLACES and edition.portal.vocabulary[words]
            yield Silence(said, vocabulary_link(edition, words) if more else None)
    if any(pictures(edition.portal, project.roadmap, facet) for facet in CHARTED if project.facet(facet) is None):
        yield Silence(
            edition.language.gettext("The source shows some divisions of the projects only as charts."),
            Link(
                edition.language.gettext("Only as charts in the source"),
                f"{edition.path('section', SectionId.SOURCES.value)}#unknown",
            ),
        )


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
    return tuple(house(edition, each) for each in islice(found, MOST))


def _neighbours(edition: Edition, project: Project) -> tuple[House, ...]:
    """The project between those before and after it on the street; none where it stands alone."""
    near = edition.neighbours[project.id]
    return tuple(house(edition, each) for each in near) if len(near) > 1 else ()
