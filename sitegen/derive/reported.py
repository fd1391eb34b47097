"""What the source reports by date, the latest first, as finely as it dates it.

In: a portal. Out: ids and statements, grouped by date. What has one date is not ranked: it stands as in the
content. A date that is coarser comes after the finer ones within it, for when in that time it was is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.derive.counts import project_dates
from sitegen.model.portal import Portal
from sitegen.model.programme import Statement

PRECISIONS = 3
"""Year, month, day."""


@dataclass(frozen=True)
class Reported:
    """All that bears one date. projects, indicators: ids. statements: (id of the roadmap, or None: the programme)."""

    date: str
    projects: tuple[str, ...]
    indicators: tuple[str, ...]
    statements: tuple[tuple[str | None, Statement], ...]


def reported(portal: Portal) -> tuple[Reported, ...]:
    """What is reported, the latest date first."""
    projects = {project.id: project_dates(portal, [project]) for project in portal.projects}
    indicators = {each.id: {value.period for value in each.observations} for each in portal.indicators}
    statements = tuple(_statements(portal))
    dates = {date for dated in (*projects.values(), *indicators.values()) for date in dated}
    dates |= {statement.date for _, statement in statements if statement.date}
    return tuple(
        Reported(
            date,
            tuple(each for each, dated in projects.items() if date in dated),
            tuple(each for each, dated in indicators.items() if date in dated),
            tuple((of, statement) for of, statement in statements if statement.date == date),
        )
        for date in sorted(dates, key=_place, reverse=True)
    )


def _statements(portal: Portal) -> Iterator[tuple[str | None, Statement]]:
    yield from ((None, statement) for statement in portal.programme.statements)
    for roadmap in portal.roadmaps:
        yield from ((roadmap.id, statement) for statement in roadmap.statements)


def _place(date: str) -> tuple[str, ...]:
    parts = date.split("-")
    return (*parts, *[""] * (PRECISIONS - len(parts)))
