"""The portal of an invented place, had it three hundred projects.

In: its built tree. Out: another in which the pages that list projects list all of them.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from sitegen import pipeline
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.projects import Project
from sitegen.render import charts, html
from sitegen.render.templates import TEMPLATES
from sitegen.render.theme import read_theme
from sitegen.views.drawings import Drawing
from sitegen.views.edition import Edition
from sitegen.views.pages.lists import projects_page
from sitegen.views.pages.roadmap import roadmap_page
from sitegen.views.site import within

MANY = 300
LOOK = "riverside"
"""The look with streets, which the portal's own look has not."""


def crowd(root: Path, site: Path, out: Path) -> Path:
    """The portal at `root`, built in `site`, with many projects, in `out`; one of its roadmaps keeps its few."""
    few = pipeline.read(root).checked.portal
    assert few is not None
    spoken = language(few.languages[0], pipeline.catalogs(root))
    copies = tuple(_copy(few.projects[number % len(few.projects)], number) for number in range(MANY))
    many = replace(few, projects=copies)
    crowded, quiet = (Edition(each, spoken, addresses(each), None, preview=False) for each in (many, few))
    shutil.copytree(site, out)
    files = {re.sub(r"\.[0-9a-f]{16}\.", ".", path.name): f"/assets/{path.name}" for path in (out / "assets").iterdir()}
    templates = html.environment(read_theme(pipeline.themes(root), LOOK), spoken.messages, files)
    begun, spared = few.roadmaps
    for view in (
        projects_page(crowded),
        roadmap_page(crowded, begun, ()),
        roadmap_page(quiet, spared, ()),
    ):
        drawings = {each.id: charts.svg(each.chart) for each in within(view, Drawing)}
        template = templates.get_template(TEMPLATES[type(view)])
        (out / view.frame.path[1:] / "index.html").write_bytes(html.page(template, view, "", drawings))
    return out


def _copy(project: Project, number: int) -> Project:
    slugs = {code: f"{slug}-{number}" for code, slug in project.slug.items()}
    return project.model_copy(update={"id": f"{project.id}-{number}", "slug": slugs, "aliases": {}})
