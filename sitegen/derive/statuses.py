"""A project's statuses: what is told twice is one fact, and where dates overlap the later document counts.

In: a portal and a project. Out: dated facts with every place that tells them, and where one document contradicts
itself. It knows no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from sitegen.derive.periods import last_day
from sitegen.model.portal import Portal
from sitegen.model.projects import Project
from sitegen.model.sources import Citation


@dataclass(frozen=True)
class StatusFact:
    """A state of a project. as_of: the finest date that is given for it. sources: every place that tells it."""

    as_of: str
    status: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class StatusContradiction:
    """Two states that one document gives a project for dates that overlap."""

    project: str
    one: StatusFact
    other: StatusFact


def current_status(portal: Portal, project: Project) -> str | None:
    """The id of the project's latest status, or None where none is reported."""
    facts = status_facts(portal, project)
    return facts[-1].status if facts else None


def status_facts(portal: Portal, project: Project) -> tuple[StatusFact, ...]:
    """The project's statuses, oldest first.

    Method: a date that lies within another overlaps it. Of two such the later document counts; where documents
    have no dates, or it is one document, the order of the file. Equal states that then follow each other are one.
    """
    if len(project.statuses) <= 1:  # Most have one, and this is asked for every house.
        return tuple(StatusFact(each.as_of, each.status, (each.source,)) for each in project.statuses)
    facts: list[StatusFact] = []
    for fact in _in_order(portal, _of_documents(project)):
        if facts and _agree(facts[-1], fact):
            facts[-1] = _joined(facts[-1], fact)
        else:
            facts.append(fact)
    return tuple(facts)


def _in_order(portal: Portal, facts: list[StatusFact]) -> list[StatusFact]:
    """By the ends of their dates; what another fact overrides stands before that one."""
    placed: list[tuple[int, StatusFact]] = []
    for place, fact in sorted(enumerate(facts), key=lambda item: (last_day(item[1].as_of), item[0])):
        overriding = (at for at, other in enumerate(placed) if _overrides(portal, other, (place, fact)))
        placed.insert(next(overriding, len(placed)), (place, fact))
    return [fact for _, fact in placed]


def _overrides(portal: Portal, one: tuple[int, StatusFact], other: tuple[int, StatusFact]) -> bool:
    """Whether the first counts where both could: it is of the later document, else it is later in the file."""
    if not _overlap(one[1], other[1]):
        return False
    dates = [portal.document[fact.sources[0].document].date or "" for _, fact in (one, other)]
    return dates[0] > dates[1] if all(dates) and dates[0] != dates[1] else one[0] > other[0]


def status_contradictions(projects: Iterable[Project]) -> tuple[StatusContradiction, ...]:
    """Every two states of which a single document tells both and only one can be, in the order of the file."""
    return tuple(found for project in projects for found in _contradictions(project))


def _contradictions(project: Project) -> Iterator[StatusContradiction]:
    for one, other in combinations(_of_documents(project), 2):
        if _one_document(one, other) and _overlap(one, other):
            yield StatusContradiction(project.id, one, other)


def _of_documents(project: Project) -> list[StatusFact]:
    """What each document tells, as in the file, but equal states of overlapping dates once."""
    facts: dict[int, StatusFact] = {}
    for place, each in sorted(enumerate(project.statuses), key=lambda item: -len(item[1].as_of)):
        fact = StatusFact(each.as_of, each.status, (each.source,))
        twins = (at for at in sorted(facts, reverse=True) if _agree(facts[at], fact) and _one_document(facts[at], fact))
        at = next(twins, place)
        facts[at] = _joined(fact, facts[at]) if at in facts else fact
    return [facts[place] for place in sorted(facts)]


def _one_document(one: StatusFact, other: StatusFact) -> bool:
    return one.sources[0].document == other.sources[0].document


def _agree(one: StatusFact, other: StatusFact) -> bool:
    return one.status == other.status and _overlap(one, other)


def _overlap(one: StatusFact, other: StatusFact) -> bool:
    return one.as_of.startswith(other.as_of) or other.as_of.startswith(one.as_of)


def _joined(one: StatusFact, other: StatusFact) -> StatusFact:
    return StatusFact(max(one.as_of, other.as_of, key=len), one.status, (*one.sources, *other.sources))
