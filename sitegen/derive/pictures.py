"""What the source holds only as a picture: the charts that tell something of a roadmap, or of a project.

In: a portal, and a roadmap with a subject or a project. Out: distributions. It must not know any words.
"""

from __future__ import annotations

from sitegen.derive.statuses import current_status
from sitegen.model.portal import Portal
from sitegen.model.programme import Distribution, Facet, Shown
from sitegen.model.projects import Project

FACETS = (Facet.THEME, Facet.BENEFIT, Facet.NEED, Facet.LEVEL, Facet.ROLE)
"""What a project has one term of; charts count projects by it."""


def pictures(portal: Portal, roadmap: str, subject: Facet | Shown) -> tuple[Distribution, ...]:
    """The charts of a subject: those of the roadmap, else those of the whole programme."""
    charts = [each for each in portal.programme.distributions if subject is each.by or subject in each.shows]
    own = tuple(each for each in charts if each.roadmap == roadmap)
    return own or tuple(each for each in charts if each.roadmap is None)


def pictures_of(portal: Portal, project: Project) -> tuple[Distribution, ...]:
    """The charts that may tell of a project what its record leaves open, and those of its effects and costs.

    A chart of effects or costs may hold other figures than the text, such as estimates, so it counts in any case.
    """
    open_facets = [facet for facet in FACETS if project.facet(facet) is None]
    status = current_status(portal, project)
    held = {
        chart.id
        for subject in (*open_facets, *Shown)
        for chart in pictures(portal, project.roadmap, subject)
        if chart.status in {None, status}
    }
    return tuple(chart for chart in portal.programme.distributions if chart.id in held)
