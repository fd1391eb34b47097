"""How sentences name roadmaps: by their years, for a title of the content cannot be inflected.

In: an edition and roadmaps. Out: phrases in the form that the sentence needs, which the catalogs give.
"""

from __future__ import annotations

from sitegen.model.programme import Roadmap
from sitegen.views.edition import Edition


def of_roadmaps(edition: Edition, *roadmaps: Roadmap) -> str:
    """Roadmaps that something belongs to: by their years, or by their titles where years do not tell them apart."""
    language, years = edition.language, [_year(edition, roadmap) for roadmap in roadmaps]
    if not all(years):
        titles = (edition.text(roadmap.title) for roadmap in roadmaps)
        return language.list(language.gettext("the roadmap “%(title)s”", title=title) for title in titles)
    return language.ngettext(
        "the roadmap for %(years)s", "the roadmaps for %(years)s", len(years), years=language.list(years)
    )


def in_roadmap(edition: Edition, roadmap: Roadmap) -> str:
    """In which roadmap something is, named likewise."""
    gettext = edition.language.gettext
    if year := _year(edition, roadmap):
        return gettext("in the roadmap for %(year)s", year=year)
    return gettext("in the roadmap “%(title)s”", title=edition.text(roadmap.title))


def _year(edition: Edition, roadmap: Roadmap) -> str:
    """The year that the roadmap can be named by, or "" where it is none in digits or that of another roadmap too."""
    portal = edition.portal
    year = next((edition.text(each.name) for each in portal.programme.years if each.id == roadmap.year), "")
    alone = sum(each.year == roadmap.year for each in portal.roadmaps) == 1
    return year if alone and year.isdecimal() else ""
