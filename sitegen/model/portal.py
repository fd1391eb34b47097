"""The Portal: every record of the content, immutable and cross-checked, with look-ups by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sitegen.model.indicators import Indicator
from sitegen.model.programme import Group, Programme, Roadmap, Status, Term, Theme, Unit
from sitegen.model.projects import Project
from sitegen.model.settings import IndicatorFront, PageFront, ProjectFront, SectionId, SectionSetting, Settings
from sitegen.model.sources import Citation, Document

R = TypeVar("R")
K = TypeVar("K")


@dataclass(frozen=True)
class Text:
    """What is known of a body of Markdown apart from what it says. path: its file. links: targets as written."""

    path: str
    links: tuple[str, ...]


@dataclass(frozen=True)
class PageText:
    """A page of prose in one language: front matter and text."""

    front: PageFront
    text: Text


@dataclass(frozen=True)
class Page:
    """A page of prose in every language."""

    id: str
    texts: Mapping[str, PageText]

    @property
    def order(self) -> int:
        """The page's place among the others: the smallest that a language gives."""
        return min(text.front.order for text in self.texts.values())


@dataclass(frozen=True)
class Prose:
    """Prose beside a project or an indicator, in one language."""

    front: ProjectFront | IndicatorFront
    text: Text


@dataclass(frozen=True)
class Portal:
    """All content. Projects and sections of a roadmap stand in the order of their source."""

    settings: Settings
    programme: Programme
    roles: tuple[Term, ...]
    documents: tuple[Document, ...]
    roadmaps: tuple[Roadmap, ...]
    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]
    pages: tuple[Page, ...]
    prose: Mapping[tuple[str, str, str], Prose]
    """Prose by (kind, id, language)."""
    bodies: Mapping[str, str]
    """Markdown by the path of its file. No view is made of it: it joins a page where that is rendered."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the portal's languages, editors' own first."""
        return tuple(language.code for language in self.settings.languages)

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def roadmap(self) -> Mapping[str, Roadmap]:
        """Roadmaps by id."""
        return {roadmap.id: roadmap for roadmap in self.roadmaps}

    @cached_property
    def project(self) -> Mapping[str, Project]:
        """Projects by id."""
        return {project.id: project for project in self.projects}

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def theme(self) -> Mapping[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.programme.themes}

    @cached_property
    def status(self) -> Mapping[str, Status]:
        """Statuses by id."""
        return {status.id: status for status in self.programme.statuses}

    @cached_property
    def group(self) -> Mapping[str, Group]:
        """Indicator groups by id."""
        return {group.id: group for group in self.programme.groups}

    @cached_property
    def unit(self) -> Mapping[str, Unit]:
        """Units by id."""
        return {unit.id: unit for unit in self.programme.units}

    @cached_property
    def section(self) -> Mapping[SectionId, SectionSetting]:
        """Settings of sections by id."""
        return {section.id: section for section in self.settings.sections}

    @cached_property
    def vocabulary(self) -> Mapping[str, tuple[Term, ...]]:
        """The terms of each facet that has a vocabulary, by the facet's name."""
        return {
            "theme": self.programme.themes,
            "year": self.programme.years,
            "benefit": self.programme.benefits,
            "need": self.programme.needs,
            "level": self.programme.levels,
            "role": self.roles,
            "status": self.programme.statuses,
            "group": self.programme.groups,
        }

    @cached_property
    def translated(self) -> frozenset[str]:
        """The languages in which a text of a project or an indicator was translated here."""
        marks = [*(each.translated for each in self.projects), *(each.translated for each in self.indicators)]
        return frozenset(language for mark in marks for language in mark)

    @cached_property
    def _by_theme(self) -> Mapping[str | None, tuple[Project, ...]]:
        return _grouped(self.projects, lambda project: project.theme)

    @cached_property
    def _by_roadmap(self) -> Mapping[str, tuple[Project, ...]]:
        return _grouped(self.projects, lambda project: project.roadmap)

    @cached_property
    def _by_group(self) -> Mapping[str, tuple[Indicator, ...]]:
        return _grouped(self.indicators, lambda indicator: indicator.group)

    def projects_of(self, roadmap: str) -> tuple[Project, ...]:
        """The projects of a roadmap, in the order of the source."""
        return self._by_roadmap.get(roadmap, ())

    def projects_with(self, theme: str) -> tuple[Project, ...]:
        """The projects of a theme, in the order of the source."""
        return self._by_theme.get(theme, ())

    def indicators_of(self, group: str) -> tuple[Indicator, ...]:
        """The indicators of a group, in the order of the source."""
        return self._by_group.get(group, ())


def _grouped(records: Iterable[R], key: Callable[[R], K]) -> Mapping[K, tuple[R, ...]]:
    found: defaultdict[K, list[R]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return {name: tuple(group) for name, group in found.items()}


def source_order(documents: tuple[Document, ...]) -> Mapping[tuple[str, str], int]:
    """The place of each (document, section) in the order of reading."""
    places = ((document.id, section.id) for document in documents for section in document.sections)
    return {place: number for number, place in enumerate(places)}


def source_key(citation: Citation, order: Mapping[tuple[str, str], int]) -> tuple[int, int]:
    """Sorts records as their source has them; what cites an unknown place comes last."""
    place = order.get((citation.document, citation.section), len(order))
    return place, citation.row or citation.line or 0
