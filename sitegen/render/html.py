"""Pages as HTML: a view and a template in, bytes out.

Templates see `view`, gettext in the page's language, and the addresses of assets: nothing else of the portal.
What a template names and the view does not have is an error, and so is a template that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from sitegen.language.language import Language
from sitegen.render import charts, markdown
from sitegen.render.publishing import SCRIPTS_WITHOUT_WEBASSEMBLY
from sitegen.render.theme import Theme
from sitegen.views.charts import Chart
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
from sitegen.views.values import Prose

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

_SECTION_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>.*?</h2>', re.DOTALL)
_NAMES_LINKS = 'id="link-to"'


def environment(theme: Theme, language: Language, assets: Mapping[str, str]) -> Environment:
    """The templates of a theme in one language. assets: name of an asset to its address."""
    made = Environment(
        loader=DictLoader(dict(theme.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
        language.messages.gettext, language.messages.ngettext, newstyle=True
    )
    made.filters["svg"] = _svg
    made.filters["html"] = _html
    made.globals["asset"] = assets.__getitem__
    made.globals["scripts_without_webassembly"] = SCRIPTS_WITHOUT_WEBASSEMBLY
    return made


def page(templates: Environment, view: View) -> bytes:
    """The page that a view makes. Raises jinja2.UndefinedError for what the view does not have."""
    return _addressed(templates.get_template(TEMPLATES[type(view)]).render(view=view)).encode()


def _addressed(page: str) -> str:
    """The page with a link to each of its sections beside the heading, so that no template can forget one.

    It is named by the element "link-to" and the heading; it is not part of the heading, whose name stays what it is.
    """
    if _NAMES_LINKS not in page:
        return page
    return _SECTION_HEADING.sub(
        r'<div class="headed">\g<0> '
        r'<a class="here" data-unsearched href="#\1" aria-labelledby="link-to \1">#</a></div>',
        page,
    )


def _svg(chart: Chart) -> Markup:
    return Markup(charts.svg(chart))  # noqa: S704 - drawn and cleaned by us, its texts escaped


def _html(prose: Prose) -> Markup:
    return Markup(markdown.html(prose))  # noqa: S704 - sanitised
