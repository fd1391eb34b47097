"""The search page, and what the index of the search knows of each page beside its text.

In: an edition, or a page's view. Out: the page with the site index on it (every project and indicator in the
language's alphabetical order, which is there without script), and one entry for each page that can be found.
This module must not know how a search works.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sitegen.language.marks import N_
from sitegen.model.addresses import PageKey
from sitegen.model.settings import SectionId
from sitegen.views.contradictions import ContradictionNote
from sitegen.views.edition import Edition
from sitegen.views.entry import SearchEntry
from sitegen.views.frame import Frame, frame
from sitegen.views.pages.indicator import IndicatorPage
from sitegen.views.pages.project import ProjectPage
from sitegen.views.values import Link

PROJECT, INDICATOR, OTHER = "project", "indicator", "page"
KINDS = ((PROJECT, N_("Projects")), (INDICATOR, N_("Indicators")), (OTHER, N_("Other pages")))
"""What results are grouped by, in the order in which they are shown."""


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet, and what begins with it. id: its address on the page."""

    id: str
    letter: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Elsewhere:
    """The search in another language. words: what leads there, in that language."""

    language: str
    words: str
    path: str


@dataclass(frozen=True)
class SearchPage:
    """A form, room for what it finds, and the site index. kinds: (machine name, in words)."""

    frame: Frame
    kinds: tuple[tuple[str, str], ...]
    elsewhere: tuple[Elsewhere, ...]
    letters: tuple[Letter, ...]


def search_page(edition: Edition) -> SearchPage:
    """The search of an edition."""
    gettext = edition.language.gettext
    surroundings = frame(
        edition,
        PageKey("section", SectionId.SEARCH.value),
        edition.section_title(SectionId.SEARCH),
        gettext("Search the whole portal, or find any project or indicator in the alphabetical index."),
    )
    return SearchPage(
        frame=surroundings,
        kinds=tuple((kind, gettext(words)) for kind, words in KINDS),
        elsewhere=tuple(
            Elsewhere(each.language, each.words, each.path)
            for each in surroundings.languages
            if each.language != edition.code
        ),
        letters=tuple(
            Letter(f"letter-{letter.lower()}", letter, tuple(links))
            for letter, links in groupby(_by_alphabet(edition), lambda link: _letter(edition, link))
        ),
    )


def search_entry(page: object, surroundings: Frame) -> SearchEntry:
    """What the index knows of a page beside its text. surroundings: the page's own frame."""
    kind, note = _kind_and_note(page)
    return SearchEntry(surroundings.language, surroundings.path, kind, note)


def _kind_and_note(page: object) -> tuple[str, str]:
    if isinstance(page, ProjectPage):
        return PROJECT, _told(page.status.text, page.contradictions)
    if isinstance(page, IndicatorPage):
        value = f"{page.latest.words} ({page.period})" if page.period else page.latest.words
        return INDICATOR, _told(value, page.contradictions)
    return OTHER, ""


def _told(fact: str, contradictions: tuple[ContradictionNote, ...]) -> str:
    """A fact with what contradicts it."""
    return ". ".join((fact, *(note.sentence for note in contradictions)))


def _by_alphabet(edition: Edition) -> list[Link]:
    links = [edition.project_link(project.id) for project in edition.portal.projects]
    links += [edition.indicator_link(indicator.id) for indicator in edition.portal.indicators]
    return sorted(links, key=lambda link: edition.language.sort_key(link.text))


def _letter(edition: Edition, link: Link) -> str:
    return edition.language.initial(link.text)
