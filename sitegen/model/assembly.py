"""Faultless records become one Portal.

In: what the source room read, and the record of each file. Out: the Portal, its records in the order of their source.
It must not know what a fault is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sitegen.model.fields import Record
from sitegen.model.indicators import Indicator
from sitegen.model.kinds import PAGE, kind_of
from sitegen.model.portal import Page, PageText, Portal, Prose, Text, source_key, source_order
from sitegen.model.programme import Programme, Roadmap, Roles
from sitegen.model.projects import Project
from sitegen.model.references import Entry
from sitegen.model.settings import PageFront, Settings
from sitegen.model.sources import Document
from sitegen.source.prose import Prose as ReadProse
from sitegen.source.tree import Sources

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Entries:
    """Documents with their records, by path."""

    by_path: Mapping[str, Entry]

    def of(self, record: type[R]) -> tuple[R, ...]:
        """The records of one type, in the order of their paths."""
        return tuple(entry.record for entry in self.by_path.values() if isinstance(entry.record, record))

    def one(self, record: type[R]) -> R | None:
        """The only record of a type, or None where it could not be validated."""
        return next(iter(self.of(record)), None)


def assemble(sources: Sources, entries: Entries) -> Portal:
    """The portal of records that check found faultless; a record that is missing is a bug."""
    documents = entries.of(Document)
    order = source_order(documents)

    def by_source(record: Project | Indicator) -> tuple[int, int, str]:
        return (*source_key(record.source, order), record.id)

    return Portal(
        settings=cast(Settings, entries.one(Settings)),
        programme=cast(Programme, entries.one(Programme)),
        roles=cast(Roles, entries.one(Roles)).roles,
        documents=documents,
        roadmaps=tuple(sorted(entries.of(Roadmap), key=lambda roadmap: (roadmap.year, roadmap.id))),
        projects=tuple(sorted(entries.of(Project), key=by_source)),
        indicators=tuple(sorted(entries.of(Indicator), key=by_source)),
        pages=_pages(sources, entries),
        prose=_prose(sources, entries),
        bodies={path: prose.body for path, prose in sources.prose.items()},
    )


def _text(prose: ReadProse) -> Text:
    return Text(prose.path, tuple(target for _, target in prose.targets))


def _pages(sources: Sources, entries: Entries) -> tuple[Page, ...]:
    texts: dict[str, dict[str, PageText]] = {}
    for path, prose in sources.prose.items():
        if (names := PAGE.match(path)) and path in entries.by_path:
            front = cast(PageFront, entries.by_path[path].record)
            texts.setdefault(names["id"], {})[names["language"]] = PageText(front, _text(prose))
    pages = [Page(page_id, by_language) for page_id, by_language in texts.items()]
    return tuple(sorted(pages, key=lambda page: (page.order, page.id)))


def _prose(sources: Sources, entries: Entries) -> Mapping[tuple[str, str, str], Prose]:
    found: dict[tuple[str, str, str], Prose] = {}
    for path, prose in sources.prose.items():
        placed = kind_of(path)
        if placed and placed[0] is not PAGE and path in entries.by_path:
            kind, names = placed
            front = cast(Any, entries.by_path[path].record)
            found[kind.name, names["id"], names["language"]] = Prose(front, _text(prose))
    return found
