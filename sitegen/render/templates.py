"""Which template of a look makes which page.

In: the class of a page's view. Out: the name of its template. This module must not know what a template does.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.views.pages.costs import CostsPage
from sitegen.views.pages.home import HomePage
from sitegen.views.pages.indicator import IndicatorPage
from sitegen.views.pages.lists import IndicatorsPage, ProjectsPage
from sitegen.views.pages.method import MethodPage
from sitegen.views.pages.programme import ProgrammePage, UseCasesPage
from sitegen.views.pages.project import ProjectPage
from sitegen.views.pages.prose import NotFoundPage, ProsePage, RootPage
from sitegen.views.pages.roadmap import RoadmapPage, RoadmapsPage
from sitegen.views.pages.search import SearchPage
from sitegen.views.pages.sources import DocumentPage, SourcesPage
from sitegen.views.site import View

TEMPLATES: Mapping[type[View], str] = {
    HomePage: "home.html",
    ProgrammePage: "programme.html",
    UseCasesPage: "use-cases.html",
    RoadmapsPage: "roadmaps.html",
    RoadmapPage: "roadmap.html",
    ProjectsPage: "projects.html",
    ProjectPage: "project.html",
    IndicatorsPage: "indicators.html",
    IndicatorPage: "indicator.html",
    CostsPage: "costs.html",
    SourcesPage: "sources.html",
    DocumentPage: "document.html",
    MethodPage: "method.html",
    SearchPage: "search.html",
    ProsePage: "page.html",
    NotFoundPage: "not-found.html",
    RootPage: "root.html",
}
