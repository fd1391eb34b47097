"""Where the source says two different things of one matter: each in a sentence, with a link to the other place.

In: an edition and what was derived. Out: frozen notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.changes import Contradiction
from sitegen.derive.statuses import status_contradictions
from sitegen.model.projects import Project
from sitegen.views.edition import Edition
from sitegen.views.quotations import quotation
from sitegen.views.values import Link


@dataclass(frozen=True)
class ContradictionNote:
    """Two places of the content that say different things: a sentence, and the other place."""

    sentence: str
    link: Link


def contradiction_note(edition: Edition, found: Contradiction, link: Link) -> ContradictionNote:
    """A contradiction in a sentence, with a link to the other place that says it."""
    return ContradictionNote(contradiction_words(edition, found), link)


def contradiction_words(edition: Edition, found: Contradiction) -> str:
    """A contradiction in a sentence."""
    language = edition.language
    return language.gettext(
        "The source contradicts itself: it gives %(printed)s for “%(indicator)s”, but in its own list %(count)s of "
        "%(total)s projects (%(counted)s, our calculation) are %(statuses)s.",
        printed=language.percent(found.printed),
        indicator=edition.text(edition.portal.indicator[found.indicator].title),
        count=found.count,
        total=found.total,
        counted=language.percent(found.counted),
        statuses=language.choice(edition.text(edition.portal.status[status].name).lower() for status in found.statuses),
    )


def status_notes(edition: Edition, projects: Iterable[Project], *, elsewhere: bool) -> tuple[ContradictionNote, ...]:
    """Where one document gives a project two states at once. elsewhere: not on the page of the project itself."""
    return tuple(
        ContradictionNote(
            edition.language.gettext(
                "The source contradicts itself on “%(project)s”: it says both “%(one)s” (%(before)s) and “%(other)s” "
                "(%(after)s).",
                project=edition.text(edition.portal.project[found.project].title),
                one=edition.text(edition.portal.status[found.one.status].name),
                before=edition.language.date(found.one.as_of),
                other=edition.text(edition.portal.status[found.other.status].name),
                after=edition.language.date(found.other.as_of),
            ),
            edition.project_link(found.project) if elsewhere else quotation(edition, found.other.sources[0]).document,
        )
        for found in status_contradictions(projects)
    )
