"""Every page of an edition, and what lies within a view: its tables and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from sitegen.derive.changes import contradictions
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame
from sitegen.views.multiples import multiple
from sitegen.views.pages.costs import CostsPage, costs_page
from sitegen.views.pages.home import HomePage, home_page
from sitegen.views.pages.indicator import IndicatorPage, indicator_page
from sitegen.views.pages.lists import IndicatorsPage, ProjectsPage, indicators_page, projects_page
from sitegen.views.pages.method import MethodPage, method_page
from sitegen.views.pages.programme import ProgrammePage, UseCasesPage, programme_page, use_cases_page
from sitegen.views.pages.project import ProjectPage, project_page
from sitegen.views.pages.prose import NotFoundPage, ProsePage, RootPage, prose_page
from sitegen.views.pages.roadmap import RoadmapPage, RoadmapsPage, roadmap_page, roadmaps_page
from sitegen.views.pages.search import SearchPage, search_page
from sitegen.views.pages.sharing import shared
from sitegen.views.pages.sources import DocumentPage, SourcesPage, document_page, sources_page

PageView = (
    HomePage
    | ProgrammePage
    | UseCasesPage
    | RoadmapsPage
    | RoadmapPage
    | ProjectsPage
    | ProjectPage
    | IndicatorsPage
    | IndicatorPage
    | CostsPage
    | SourcesPage
    | DocumentPage
    | MethodPage
    | SearchPage
    | ProsePage
)
View = PageView | NotFoundPage | RootPage
V = TypeVar("V")
_declared = cache(get_type_hints)


def pages(edition: Edition) -> Iterator[PageView]:
    """All pages of the edition that have an address of their own, each with its share card."""
    yield from (shared(edition, page) for page in _pages(edition))


def _pages(edition: Edition) -> Iterator[PageView]:
    portal = edition.portal
    found = contradictions(portal)
    multiples = {indicator.id: multiple(edition, indicator) for indicator in portal.indicators}
    yield home_page(edition)
    yield programme_page(edition)
    yield roadmaps_page(edition)
    yield from (roadmap_page(edition, roadmap, found) for roadmap in portal.roadmaps)
    yield projects_page(edition)
    yield from (project_page(edition, project) for project in portal.projects)
    yield indicators_page(edition, multiples)
    yield from (indicator_page(edition, indicator, found, multiples) for indicator in portal.indicators)
    yield costs_page(edition)
    yield use_cases_page(edition)
    yield sources_page(edition)
    yield from (document_page(edition, document) for document in portal.documents)
    yield method_page(edition)
    if edition.has(SectionId.SEARCH):
        yield search_page(edition)
    yield from (prose_page(edition, page) for page in portal.pages)


def within(view: object, wanted: type[V]) -> Iterator[V]:
    """Every value of a type that lies within a view, in the order of the fields."""
    if isinstance(view, wanted):
        yield view
    elif isinstance(view, tuple):
        for item in view:
            yield from within(item, wanted)
    elif is_dataclass(view):
        for name in _leading(type(view), wanted):  # type: ignore[arg-type] # classes are hashable
            yield from within(getattr(view, name), wanted)


@cache
def _leading(kind: type, wanted: type) -> tuple[str, ...]:
    """The fields of a class of views that a value of a type may lie within: most of a view need not be looked at."""
    hints = _declared(kind)
    return tuple(field.name for field in fields(kind) if _may_hold(hints[field.name], wanted, frozenset()))


def _may_hold(hint: Any, wanted: type, above: frozenset[type]) -> bool:  # noqa: ANN401 - what typing makes of types
    """Whether a value of the declared type may be or hold one that is wanted. above: classes it lies in."""
    if hint is Frame or hint in above:
        return False
    if isinstance(hint, type) and issubclass(hint, wanted):
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        declared = _declared(hint)
        return any(_may_hold(declared[field.name], wanted, above | {hint}) for field in fields(hint))
    return any(_may_hold(part, wanted, above) for part in get_args(hint))
