"""What the source holds only as a picture: the charts that would say what a record leaves open.

In: a portal, a roadmap and what its projects are silent on. Out: distributions. It must not know any words.
"""

from __future__ import annotations

from sitegen.model.portal import Portal
from sitegen.model.programme import Distribution, Facet, Shown


def pictures(portal: Portal, roadmap: str, subject: Facet | Shown) -> tuple[Distribution, ...]:
    """The charts of a subject: those of the roadmap, else those of the whole programme."""
    charts = [each for each in portal.programme.distributions if subject is each.by or subject in each.shows]
    own = tuple(each for each in charts if each.roadmap == roadmap)
    return own or tuple(each for each in charts if each.roadmap is None)
