"""The street of a roadmap: a house for each of its projects, in blocks that say how many and what of.

In: an edition and a roadmap. Out: links, statuses and sentences. It must not know how a house is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from sitegen.derive.statuses import current_status
from sitegen.derive.street import PHASES, STATUS, Block, blocks
from sitegen.language.dates import Form
from sitegen.model.programme import Phase, Roadmap
from sitegen.model.projects import Project
from sitegen.views.edition import Edition
from sitegen.views.phrases import UNREPORTED, Phrases
from sitegen.views.totals import status_totals, theme_total
from sitegen.views.values import Link, StatusMark, Total


@dataclass(frozen=True)
class House:
    """A project on the street of its roadmap. status: without words where they are said once for all houses.

    short: its name where there is little room. code: or "".
    """

    link: Link
    status: StatusMark
    short: str
    code: str


@dataclass(frozen=True)
class HouseBlock:
    """Houses that stand together. total: how many, leading to their group. name: what they are, in short."""

    total: Total
    name: str
    houses: tuple[House, ...]


@dataclass(frozen=True)
class Street:
    """A roadmap's houses. id: of the roadmap. finding: what came of its projects, in one sentence."""

    id: str
    roadmap: Link
    finding: str
    approval: str
    blocks: tuple[HouseBlock, ...]


def street(edition: Edition, roadmap: Roadmap) -> Street:
    """The street of a roadmap."""
    projects = edition.portal.projects_of(roadmap.id)
    return Street(
        roadmap.id,
        edition.roadmap_link(roadmap.id),
        finding(edition, projects),
        approval(edition, roadmap),
        _blocks(edition, roadmap, projects),
    )


def houses(edition: Edition, projects: Iterable[Project]) -> tuple[House, ...]:
    """The houses of projects; where the source gives no status of any of several, that is not said at each."""
    each = tuple(house(edition, project) for project in projects)
    if len(each) == 1 or any(one.status.phase != UNREPORTED for one in each):
        return each
    return tuple(replace(one, status=replace(one.status, text="")) for one in each)


def house(edition: Edition, project: Project) -> House:
    """A project's house."""
    return House(
        edition.project_link(project.id),
        Phrases(edition).status(edition.portal.status.get(current_status(edition.portal, project) or "")),
        edition.short_name("project", project.id),
        project.code or "",
    )


def approval(edition: Edition, roadmap: Roadmap) -> str:
    """When the roadmap was approved, or that the source does not say."""
    if roadmap.approved is None:
        return edition.language.gettext("Whether it was approved is not in the source.")
    return edition.language.gettext("Approved %(when)s.", when=edition.language.date(roadmap.approved, Form.IN))


def _blocks(edition: Edition, roadmap: Roadmap, projects: tuple[Project, ...]) -> tuple[HouseBlock, ...]:
    given = blocks(edition.portal, projects)
    row = iter(houses(edition, (project for block in given for project in block.projects)))
    return tuple(_block(edition, roadmap, block, tuple(islice(row, len(block.projects)))) for block in given)


def _block(edition: Edition, roadmap: Roadmap, block: Block, row: tuple[House, ...]) -> HouseBlock:
    if block.by == STATUS:
        named = {total.name: total for total in status_totals(edition, roadmap)}
        total = named[f"{roadmap.id}-{block.term or UNREPORTED}"]
        return HouseBlock(total, total.label, row)
    total, theme = theme_total(edition, roadmap, block.term, len(row)), block.term
    return HouseBlock(total, Phrases(edition).theme(theme, short=True) if theme else total.label, row)


def finding(edition: Edition, projects: tuple[Project, ...]) -> str:
    """How many projects there are and how far they have come, in one sentence."""
    ngettext = edition.language.ngettext
    if not reported(edition, projects):
        return ngettext(
            "By our count the roadmap has %(n)s project. The source gives no status of it.",
            "By our count the roadmap has %(n)s projects. The source gives no status of any of them.",
            len(projects),
        )
    return ngettext(
        "By our count the roadmap has %(n)s project: %(parts)s.",
        "By our count the roadmap has %(n)s projects: %(parts)s.",
        len(projects),
        parts=standing(edition, projects),
    )


def reported(edition: Edition, projects: tuple[Project, ...]) -> bool:
    """Whether a status is known of any of the projects."""
    return any(current_status(edition.portal, each) for each in projects)


def standing(edition: Edition, projects: tuple[Project, ...]) -> str:
    """How far the projects have come, in words for a sentence."""
    current = (current_status(edition.portal, each) for each in projects)
    counts = Counter(edition.portal.status[status].phase if status else None for status in current)
    return edition.language.list(_part(edition, phase, counts[phase]) for phase in (*PHASES, None) if counts[phase])


def _part(edition: Edition, phase: Phase | None, number: int) -> str:
    ngettext = edition.language.ngettext
    match phase:
        case Phase.DONE:
            return ngettext("%(n)s is done", "%(n)s are done", number)
        case Phase.STARTED:
            return ngettext("%(n)s has begun", "%(n)s have begun", number)
        case Phase.PLANNED:
            return ngettext("%(n)s is planned", "%(n)s are planned", number)
        case Phase.DROPPED:
            return ngettext("%(n)s is dropped", "%(n)s are dropped", number)
        case Phase.UNKNOWN:
            return ngettext("of %(n)s the source has no information", "of %(n)s the source has no information", number)
        case None:
            return ngettext("of %(n)s the source gives no status", "of %(n)s the source gives no status", number)
