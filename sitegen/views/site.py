"""Every page of an edition, and what lies within a view: its tables and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from sitegen.derive.changes import contradictions
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame
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


def pages(edition: Edition) -> Iterator[PageView]:
    """All pages of the edition that have an address of their own, each with its share card."""
    yield from (shared(edition, page) for page in _pages(edition))


def _pages(edition: Edition) -> Iterator[PageView]:
    portal = edition.portal
    found = contradictions(portal)
    yield home_page(edition)
    yield programme_page(edition)
    yield roadmaps_page(edition)
    yield from (roadmap_page(edition, roadmap, found) for roadmap in portal.roadmaps)
    yield projects_page(edition)
    yield from (project_page(edition, project) for project in portal.projects)
    yield indicators_page(edition)
    yield from (indicator_page(edition, indicator, found) for indicator in portal.indicators)
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
    elif is_dataclass(view) and not isinstance(view, Frame):
        for field in fields(view):
            yield from within(getattr(view, field.name), wanted)
