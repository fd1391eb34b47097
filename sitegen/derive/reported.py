"""What the source reports by date, the latest first, as finely as it dates it.

In: a portal. Out: ids and statements, grouped by date. What has one date is not ranked: it stands as in the
content. A date that is coarser comes after the finer ones within it, for when in that time it was is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.derive.counts import result_dates
from sitegen.derive.statuses import status_facts
from sitegen.derive.values import printed_number
from sitegen.model.indicators import Observation
from sitegen.model.portal import Portal
from sitegen.model.programme import Statement

PRECISIONS = 3
"""Year, month, day."""


@dataclass(frozen=True)
class Reported:
    """All that bears one date, each kind of fact apart.

    statuses, results: ids of projects with a status, and with an effect, a cost or a saving. numbers, texts, missing:
    ids of indicators, by what their value is. statements: (id of the roadmap, or None: the programme).
    """

    date: str
    statuses: tuple[str, ...]
    results: tuple[str, ...]
    numbers: tuple[str, ...]
    texts: tuple[str, ...]
    missing: tuple[str, ...]
    statements: tuple[tuple[str | None, Statement], ...]


def reported(portal: Portal) -> tuple[Reported, ...]:
    """What is reported, the latest date first."""
    projects = portal.projects
    statuses = [(each.id, {fact.as_of for fact in status_facts(portal, each)}) for each in projects]
    results = [(each.id, set(result_dates([each]))) for each in projects]
    numbers, texts, missing = (
        [(each.id, {value.period for value in each.observations if is_kind(value)}) for each in portal.indicators]
        for is_kind in (_is_number, _is_text, _is_missing)
    )
    statements = tuple(_statements(portal))
    dates = {date for kind in (statuses, results, numbers, texts, missing) for _, dated in kind for date in dated}
    dates |= {statement.date for _, statement in statements if statement.date}
    return tuple(
        Reported(
            date,
            _dated(statuses, date),
            _dated(results, date),
            _dated(numbers, date),
            _dated(texts, date),
            _dated(missing, date),
            tuple((of, statement) for of, statement in statements if statement.date == date),
        )
        for date in sorted(dates, key=_place, reverse=True)
    )


def _dated(kind: list[tuple[str, set[str]]], date: str) -> tuple[str, ...]:
    return tuple(id_ for id_, dates in kind if date in dates)


def _is_number(value: Observation) -> bool:
    return printed_number(value) is not None


def _is_text(value: Observation) -> bool:
    return value.text is not None


def _is_missing(value: Observation) -> bool:
    return value.missing is not None


def _statements(portal: Portal) -> Iterator[tuple[str | None, Statement]]:
    yield from ((None, statement) for statement in portal.programme.statements)
    for roadmap in portal.roadmaps:
        yield from ((roadmap.id, statement) for statement in roadmap.statements)


def _place(date: str) -> tuple[str, ...]:
    parts = date.split("-")
    return (*parts, *[""] * (PRECISIONS - len(parts)))
