"""What the source does not say of a project or a roadmap, and which charts may tell more of it.

In: an edition and a project or a roadmap. Out: parts of one sentence, those of vocabularies leading to their words;
of a roadmap, sentences. Each hangs on
a field of the record that is empty; what the source has as a chart is not called absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.derive.counts import without_cost
from sitegen.derive.pictures import pictures, pictures_of
from sitegen.language.marks import N_
from sitegen.model.programme import Distribution, Facet, Roadmap, Shown
from sitegen.model.projects import Project
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.terms import PLACES, vocabulary_link
from sitegen.views.totals import no_cost_total
from sitegen.views.values import Link, Silence

SILENCES: Mapping[str, str] = {
    "statuses": N_("its status"),
    "code": N_("its code"),
    "theme": N_("its theme"),
    "problem": N_("which problem it solves"),
    "effects": N_("its effects"),
    "costs": N_("what it costs"),
    "role": N_("who answers for it"),
    "level": N_("its level"),
    "need": N_("how the need for it arose"),
    "benefit": N_("its long-term benefit"),
}
"""A field of the record to what the source does not say where it is empty."""
CHARTED: Mapping[str, str] = {
    "effects": N_("its effects (not in the text of the source)"),
    "costs": N_("what it costs (not in the text of the source)"),
}
"""The same where the source has a chart, of which nobody knows what it shows of this project."""


def project_silences(edition: Edition, project: Project) -> Iterator[Silence]:
    """What the record leaves empty; of a vocabulary, with a link to its words."""
    charts = pictures_of(edition.portal, project)
    for name, words in SILENCES.items():
        if not getattr(project, name):
            shown = name in CHARTED and any(Shown(name) in chart.shows for chart in charts)
            vocabulary = "status" if name == "statuses" else name
            more = vocabulary in PLACES and edition.portal.vocabulary[vocabulary]
            yield Silence(
                edition.language.gettext(CHARTED[name] if shown else words),
                vocabulary_link(edition, vocabulary).url if more else "",
            )


def charts_note(edition: Edition, project: Project) -> Silence | None:
    """Which charts the source has that may tell more of the project; None where there are none."""
    charts = pictures_of(edition.portal, project)
    return _charts(edition, charts) if charts else None


def roadmap_silences(edition: Edition, roadmap: Roadmap) -> Iterator[Silence]:
    """How many of its projects have no cost, that their themes are not told, and what is a picture only."""
    projects = edition.portal.projects_of(roadmap.id)
    if without_cost(projects):
        total = no_cost_total(edition, roadmap)
        yield Silence(f"{total.number} {total.label}.", total.url)
    if not any(each.theme for each in projects):
        sentence = edition.language.gettext("The source does not say which theme the single projects belong to.")
        yield Silence(sentence, vocabulary_link(edition, "theme").url if edition.portal.theme else "")
    charts = tuple(each for each in edition.portal.programme.distributions if each.roadmap == roadmap.id)
    if charts:
        yield _charts(edition, charts)


def _charts(edition: Edition, charts: tuple[Distribution, ...]) -> Silence:
    """Which charts there are that may tell more."""
    language = edition.language
    titles = (language.gettext("“%(title)s”", title=edition.text(chart.title)) for chart in charts)
    sentence = language.ngettext(
        "The source has the chart %(titles)s only as a picture, without figures in the text.",
        "The source has the charts %(titles)s only as pictures, without figures in the text.",
        len(charts),
        titles=language.list(titles),
    )
    place = f"{edition.path('section', SectionId.SOURCES.value)}#unknown"
    return Silence(sentence, place)


def no_role(edition: Edition, project: Project) -> Link | None:
    """What stands in place of the role that answers; None where there is one, or the portal has no roles."""
    if project.role is not None or not edition.portal.roles:
        return None
    gettext = edition.language.gettext
    listed = pictures(edition.portal, project.roadmap, Facet.ROLE)
    silence = gettext("not in the text of the source, which only lists the roles") if listed else _silent(edition)
    return Link(silence, vocabulary_link(edition, Facet.ROLE.value).url)


def no_cost(edition: Edition, project: Project) -> str:
    """What stands in place of a cost."""
    charted = any(Shown.COSTS in chart.shows for chart in pictures_of(edition.portal, project))
    return edition.language.gettext("not in the text of the source") if charted else _silent(edition)


def _silent(edition: Edition) -> str:
    return edition.language.gettext("not in the source")
