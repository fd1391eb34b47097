"""What the source leaves open, counted by rules, each count with where its list is.

In: an edition. Out: totals; a rule that finds nothing has none. This module must not know a fact of any place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from sitegen.derive.counts import by_outcome, without_cost
from sitegen.derive.findings import Outcome
from sitegen.derive.statuses import current_status
from sitegen.derive.values import latest
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Phase
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.phrases import SILENT
from sitegen.views.totals import no_cost_total
from sitegen.views.values import Total


def gaps(edition: Edition) -> tuple[Total, ...]:
    """Every count of what the source leaves open, from projects to the programme."""
    found = (*_projects(edition), *_indicators(edition), *_roadmaps(edition), *_pictures(edition))
    return tuple(total for total in found if total)


def _projects(edition: Edition) -> Iterator[Total | None]:
    portal, ngettext = edition.portal, edition.language.ngettext
    projects, listed = portal.projects, edition.path("section", SectionId.PROJECTS.value)
    uninformed = [status.id for status in portal.programme.statuses if status.phase is Phase.UNKNOWN]
    count = sum(not project.statuses for project in projects)
    label = ngettext("project without a status in the source", "projects without a status in the source", count)
    yield _total(edition, "no-status", count, label, f"{listed}?status={SILENT}")
    count = sum(current_status(portal, project) in uninformed for project in projects)
    label = ngettext(
        "project whose status the source gives as unknown", "projects whose status the source gives as unknown", count
    )
    yield _total(edition, "no-information", count, label, f"{listed}?{'&'.join(f'status={id_}' for id_ in uninformed)}")
    yield from (
        no_cost_total(edition, roadmap) for roadmap in portal.roadmaps if without_cost(portal.projects_of(roadmap.id))
    )
    count = sum(project.theme is None for project in projects) if portal.theme else 0
    label = ngettext("project whose theme is not in the source", "projects whose theme is not in the source", count)
    yield _total(edition, "no-theme", count, label, f"{listed}?theme={SILENT}")
    count = sum(project.role is None for project in projects) if portal.roles else 0
    label = ngettext(
        "project for which the source does not say who answers",
        "projects for which the source does not say who answers",
        count,
    )
    yield _total(edition, "no-role", count, label, f"{edition.path('section', SectionId.USE_CASES.value)}#roles")


def _indicators(edition: Edition) -> Iterator[Total | None]:
    indicators, ngettext = edition.portal.indicators, edition.language.ngettext
    path = edition.path("section", SectionId.INDICATORS.value)
    count = sum(_without_value(indicators))
    label = ngettext("indicator without a value in the source", "indicators without a value in the source", count)
    yield _total(edition, "no-value", count, label, path)
    count = by_outcome(edition.portal, indicators)[Outcome.NOT_JUDGED]
    label = ngettext("indicator that cannot be judged", "indicators that cannot be judged", count)
    yield _total(edition, Outcome.NOT_JUDGED.value, count, label, path)


def _without_value(indicators: Iterable[Indicator]) -> Iterator[bool]:
    for indicator in indicators:
        last = latest(indicator)
        yield last is None or last.missing is not None


def _roadmaps(edition: Edition) -> Iterator[Total | None]:
    portal, ngettext = edition.portal, edition.language.ngettext
    path = edition.path("section", SectionId.ROADMAPS.value)
    open_ = [roadmap for roadmap in portal.roadmaps if roadmap.approved is None]
    label = ngettext(
        "roadmap of which the source does not say whether it was approved",
        "roadmaps of which the source does not say whether they were approved",
        len(open_),
    )
    yield _total(edition, "not-approved", len(open_), label, path)
    planned = {roadmap.year for roadmap in portal.roadmaps}
    count = sum(year.id not in planned for year in portal.programme.years)
    label = ngettext(
        "year of the programme whose roadmap is not in the source",
        "years of the programme whose roadmaps are not in the source",
        count,
    )
    yield _total(edition, "no-roadmap", count, label, path)


def _pictures(edition: Edition) -> Iterator[Total | None]:
    count = len(edition.portal.programme.distributions)
    label = edition.language.ngettext(
        "chart that the source shows only as a picture, without figures in the text",
        "charts that the source shows only as a picture, without figures in the text",
        count,
    )
    yield _total(edition, "pictures", count, label, f"{edition.path('section', SectionId.SOURCES.value)}#unknown")


def _total(edition: Edition, name: str, count: int, label: str, url: str) -> Total | None:
    return Total(name, edition.language.number(Decimal(count)), label, url=url) if count else None
