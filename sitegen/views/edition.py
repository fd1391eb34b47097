"""An edition: the portal in one language. What views are made from.

In: the portal, one language and the addresses. Out: texts in that language and links. It must not know what
a page looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from sitegen.derive.street import neighbours
from sitegen.language.language import Language
from sitegen.language.marks import N_
from sitegen.model.addresses import Addresses, PageKey
from sitegen.model.forms import Forms, form
from sitegen.model.indicators import Indicator
from sitegen.model.portal import Portal
from sitegen.model.projects import Project
from sitegen.model.settings import Extra, SectionId
from sitegen.views.naming import Titled, names
from sitegen.views.values import Link

SECTION_TITLES: Mapping[SectionId, str] = {
    SectionId.PROGRAMME: N_("Programme"),
    SectionId.ROADMAPS: N_("Roadmaps"),
    SectionId.PROJECTS: N_("All projects"),
    SectionId.INDICATORS: N_("Indicators"),
    SectionId.COSTS: N_("Effects and costs"),
    SectionId.USE_CASES: N_("Use cases and responsible roles"),
    SectionId.SOURCES: N_("Sources"),
    SectionId.METHOD: N_("How we count"),
    SectionId.SEARCH: N_("Search"),
}


BESIDE = 2
"""So many neighbours of a project are shown on either side."""


@dataclass(frozen=True)
class Edition:
    """The portal in one language, as it is to be published.

    base_url: scheme and host without a final slash, or None. preview: a version that is not for the public.
    """

    portal: Portal
    language: Language
    addresses: Addresses
    base_url: str | None
    preview: bool

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Project, ...]]:
        """Each project, by its id, among those beside it on its street."""
        return neighbours(self.portal, BESIDE)

    @property
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    @cached_property
    def _names(self) -> Mapping[PageKey, str]:
        return names(self._titled(lambda record: self.text(record.title)))

    @cached_property
    def _short_names(self) -> Mapping[PageKey, str]:
        return names(self._titled(self._short))

    def _short(self, record: Project | Indicator) -> str:
        return self.text(record.short or record.title)

    def _titled(self, called: Callable[[Project | Indicator], str]) -> Iterator[Titled]:
        """Every page but home. What a page of prose is called, it says itself. called: what a record is."""
        portal, text = self.portal, self.text
        for section in portal.section:
            yield Titled(PageKey("section", section.value), self.section_title(section))
        for roadmap in portal.roadmaps:
            yield Titled(PageKey("roadmap", roadmap.id), text(roadmap.title), self.section_title(SectionId.ROADMAPS))
        for project in portal.projects:
            roadmap = portal.roadmap[project.roadmap]
            yield Titled(PageKey("project", project.id), called(project), text(roadmap.title))
        for indicator in portal.indicators:
            within = self.section_title(SectionId.INDICATORS)
            yield Titled(PageKey("indicator", indicator.id), called(indicator), within)
        for document in portal.documents:
            yield Titled(PageKey("document", document.id), text(document.title), self.section_title(SectionId.SOURCES))
        for page in portal.pages:
            yield Titled(PageKey("page", page.id), page.texts[self.code].front.title)

    def name(self, kind: str, record_id: str) -> str:
        """What a page is called in this language: by its title, links to it, lists and the search."""
        return self._names[PageKey(kind, record_id)]

    def short_name(self, kind: str, record_id: str) -> str:
        """What a page is called where there is little room: its short name, or what it is called elsewhere."""
        return self._short_names[PageKey(kind, record_id)]

    def short_link(self, kind: str, record_id: str) -> Link:
        """A link to a page by its short name."""
        return Link(self.short_name(kind, record_id), self.path(kind, record_id))

    def text(self, texts: Mapping[str, str]) -> str:
        """A text of the content in this language."""
        return texts[self.code]

    def counted(self, names: Mapping[str, Forms], number: Decimal) -> str:
        """A name as it reads after the number, in this language."""
        return form(names[self.code], self.language.category(number))

    def path(self, kind: str, record_id: str = "") -> str:
        """The path of a page in this language."""
        return self.addresses.path(PageKey(kind, record_id), self.code)

    def section_title(self, section: SectionId) -> str:
        """The title of a section."""
        return self.language.gettext(SECTION_TITLES[section])

    def has(self, section: SectionId) -> bool:
        """Whether the portal has the section."""
        return section in self.portal.section

    def shows(self, extra: Extra) -> bool:
        """Whether the portal has this beside its pages."""
        return extra not in self.portal.settings.without

    def section_link(self, section: SectionId) -> Link:
        """A link to a section, with its title."""
        return Link(self.section_title(section), self.path("section", section.value))

    def project_link(self, project_id: str) -> Link:
        """A link to a project, with its title."""
        return self._link("project", project_id)

    def indicator_link(self, indicator_id: str) -> Link:
        """A link to an indicator, with its title."""
        return self._link("indicator", indicator_id)

    def roadmap_link(self, roadmap_id: str) -> Link:
        """A link to a roadmap, with its title."""
        return self._link("roadmap", roadmap_id)

    def _link(self, kind: str, record_id: str) -> Link:
        return Link(self.name(kind, record_id), self.path(kind, record_id))

    def absolute(self, path: str) -> str:
        """The full address of a path where the base address is known, else the path."""
        return f"{self.base_url}{path}" if self.base_url else path
