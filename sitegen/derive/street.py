"""The street of a roadmap: its projects side by side, in blocks of what tells them apart.

In: a portal and projects. Out: blocks with ids and projects, no words. It must not know how a house is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.derive.statuses import current_status
from sitegen.model.portal import Portal
from sitegen.model.programme import Phase
from sitegen.model.projects import Project

STATUS, THEME = "status", "theme"
PHASES = (Phase.DONE, Phase.STARTED, Phase.PLANNED, Phase.DROPPED, Phase.UNKNOWN)
"""From what is finished on, so that a street fills up from its beginning."""


@dataclass(frozen=True)
class Block:
    """Projects that stand together. by: STATUS or THEME. term: its id; None: the source does not say."""

    by: str
    term: str | None
    projects: tuple[Project, ...]


def grouping(portal: Portal, projects: Iterable[Project]) -> str:
    """What first tells the projects apart: status, else theme; status where neither does."""
    given = tuple(projects)
    return next((by for by in (STATUS, THEME) if len({_term(portal, each, by) for each in given}) > 1), STATUS)


def blocks(portal: Portal, projects: Iterable[Project]) -> tuple[Block, ...]:
    """The street: every project once. Statuses stand by phase, themes as in their vocabulary, silence last."""
    given = tuple(projects)
    by = grouping(portal, given)
    found = (
        Block(by, term, tuple(each for each in given if _term(portal, each, by) == term)) for term in _terms(portal, by)
    )
    return tuple(block for block in found if block.projects)


def in_order(portal: Portal, projects: Iterable[Project]) -> tuple[Project, ...]:
    """The projects as they stand on the street."""
    return tuple(project for block in blocks(portal, projects) for project in block.projects)


def neighbours(portal: Portal, most: int) -> Mapping[str, tuple[Project, ...]]:
    """Each project, by its id, between those before and after it on its street, at most so many on either side."""
    rows = [in_order(portal, portal.projects_of(roadmap.id)) for roadmap in portal.roadmaps]
    return {
        project.id: row[max(place - most, 0) : place + most + 1] for row in rows for place, project in enumerate(row)
    }


def _term(portal: Portal, project: Project, by: str) -> str | None:
    return current_status(portal, project) if by == STATUS else project.theme


def _terms(portal: Portal, by: str) -> tuple[str | None, ...]:
    if by == THEME:
        return (*portal.theme, None)
    statuses = sorted(portal.programme.statuses, key=lambda status: PHASES.index(status.phase))
    return (*(status.id for status in statuses), None)
