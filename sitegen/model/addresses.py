"""Where each page lives: from a page's key to its path in each language, and from old addresses to new ones.

An address is made of slugs, never of titles, and a slug is stable for ever; what had another slug before is
led on by an alias. Paths are root-absolute, percent-free and end in a slash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from sitegen.model.portal import Portal
from sitegen.model.settings import SectionId


@dataclass(frozen=True)
class PageKey:
    """Names a page: its kind ('home', 'section', 'project' …) and its id within the kind."""

    kind: str
    id: str = ""


SECTION_OF = {
    "roadmap": SectionId.ROADMAPS,
    "project": SectionId.PROJECTS,
    "indicator": SectionId.INDICATORS,
    "document": SectionId.SOURCES,
}


@dataclass(frozen=True)
class Place:
    """Where a page lies in one language: its path, and the folder that its slug stands in."""

    path: str
    folder: str


@dataclass(frozen=True)
class Addresses:
    """Every page's place by page and language, and the old addresses with those they lead to."""

    places: Mapping[tuple[PageKey, str], Place]
    aliases: tuple[tuple[str, str], ...]

    @property
    def owners(self) -> Mapping[str, str]:
        """Whose each path is: kind and id of the record, as a link names it (project:a1)."""
        return {place.path: f"{key.kind}:{key.id}".removesuffix(":") for (key, _), place in self.places.items()}

    def path(self, key: PageKey, language: str) -> str:
        """The page's path in `language`. Raises KeyError for a page that does not exist."""
        return self.places[key, language].path


def addresses(portal: Portal) -> Addresses:
    """The addresses of all pages of `portal`."""
    places = {(key, language): place for key, language, place in _pages(portal)}
    return Addresses(places, tuple(sorted(_aliases(portal, places))))


class Addressed(Protocol):
    """A record that has a page of its own."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def slug(self) -> Mapping[str, str]:
        """The last part of the page's path, by language."""

    @property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Earlier slugs, by language."""


def addressed(portal: Portal) -> Iterator[tuple[str, Addressed]]:
    """(kind, record) of every record that has a page of its own."""
    yield from (("section", section) for section in portal.settings.sections)
    yield from (("roadmap", roadmap) for roadmap in portal.roadmaps)
    yield from (("project", project) for project in portal.projects)
    yield from (("indicator", indicator) for indicator in portal.indicators)
    yield from (("document", document) for document in portal.documents)


def _pages(portal: Portal) -> Iterator[tuple[PageKey, str, Place]]:
    for language in portal.languages:
        home = f"/{language}/"
        yield PageKey("home"), language, Place(home, "/")
        for kind, record in addressed(portal):
            section = portal.section.get(SECTION_OF[kind]) if kind in SECTION_OF else None
            folder = f"{home}{section.slug[language]}/" if section else home
            yield PageKey(kind, record.id), language, Place(f"{folder}{record.slug[language]}/", folder)
        for page in portal.pages:
            yield PageKey("page", page.id), language, Place(f"{home}{page.texts[language].front.slug}/", home)


def _aliases(portal: Portal, places: Mapping[tuple[PageKey, str], Place]) -> Iterator[tuple[str, str]]:
    for kind, record in addressed(portal):
        for language, slugs in record.aliases.items():
            place = places[PageKey(kind, record.id), language]
            yield from (_alias(place, slug, whole_folder=kind == "section") for slug in slugs)
    for page in portal.pages:
        for language, text in page.texts.items():
            place = places[PageKey("page", page.id), language]
            yield from (_alias(place, slug, whole_folder=False) for slug in text.front.aliases)


def _alias(place: Place, slug: str, *, whole_folder: bool) -> tuple[str, str]:
    old = f"{place.folder}{slug}/"
    return (f"{old}*", f"{place.path}:splat") if whole_folder else (old, place.path)
