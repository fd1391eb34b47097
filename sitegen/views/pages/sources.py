"""The list of sources, and a document as printed."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.addresses import PageKey
from sitegen.model.settings import SectionId
from sitegen.model.sources import Document, Section
from sitegen.views.cells import printed, words
from sitegen.views.documents import as_of
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.pages.programme import UnknownFigure, unknown_figure
from sitegen.views.quotations import Dating, cited, dating, occurrence
from sitegen.views.values import Cited, Column, Link, Row, Table


@dataclass(frozen=True)
class SourceSummary:
    """A document in the list. issuer: as printed. dating: when it was written, as far as it shows."""

    link: Link
    issuer: str
    dating: Dating
    translated: bool
    printed_title: str
    language: str


@dataclass(frozen=True)
class SourcesPage:
    """All sources, the documents that they name, and the figures that no source holds."""

    frame: Frame
    sources: tuple[SourceSummary, ...]
    named: tuple[Cited, ...]
    unknown: tuple[UnknownFigure, ...]


@dataclass(frozen=True)
class PrintedSection:
    """A section of a document as printed.

    occurrence: which of the headings with these words, in words. as_of: the date that the heading gives, likewise.
    """

    id: str
    heading: str
    occurrence: str
    picture: bool
    as_of: str
    lines: tuple[str, ...]
    table: Table | None


@dataclass(frozen=True)
class DocumentPage:
    """A document as printed, section by section, in its own language."""

    frame: Frame
    source: SourceSummary
    sections: tuple[PrintedSection, ...]


def sources_page(edition: Edition) -> SourcesPage:
    """The page of all sources."""
    programme = edition.portal.programme
    return SourcesPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.SOURCES.value),
            edition.section_title(SectionId.SOURCES),
            edition.language.ngettext(
                "The document that every figure of the portal comes from.",
                "The documents that every figure of the portal comes from.",
                len(edition.portal.documents),
            ),
        ),
        sources=tuple(_summary(edition, document) for document in edition.portal.documents),
        named=tuple(
            cited(edition, edition.text(each.name), each.translated, each.source) for each in programme.documents
        ),
        unknown=tuple(unknown_figure(edition, each) for each in programme.distributions),
    )


def _summary(edition: Edition, document: Document) -> SourceSummary:
    return SourceSummary(
        link=Link(edition.name("document", document.id), edition.path("document", document.id)),
        issuer=document.issuer or "",
        dating=dating(edition, document),
        translated=edition.code in document.translated,
        printed_title=document.title[document.language],
        language=document.language,
    )


def document_page(edition: Edition, document: Document) -> DocumentPage:
    """The page of one document."""
    path = edition.path("document", document.id)
    return DocumentPage(
        frame=frame(
            edition,
            PageKey("document", document.id),
            edition.name("document", document.id),
            edition.language.gettext(
                "%(title)s – as printed, in its own language, with an address for each section.",
                title=edition.text(document.title),
            ),
            crumbs=(edition.section_link(SectionId.SOURCES),),
        ),
        source=_summary(edition, document),
        sections=tuple(_section(edition, document, section, path) for section in document.sections),
    )


def _section(edition: Edition, document: Document, section: Section, path: str) -> PrintedSection:
    return PrintedSection(
        id=section.id,
        heading=section.heading,
        occurrence=occurrence(edition, document, section),
        picture=section.picture,
        as_of=as_of(edition, (section.as_of,)) if section.as_of else "",
        lines=section.lines,
        table=_table(edition, section, path),
    )


def _table(edition: Edition, section: Section, path: str) -> Table | None:
    if not section.columns:
        return None
    columns = tuple(Column(label, (f"column_{number}",)) for number, label in enumerate(section.columns, start=1))
    rows = tuple(Row(tuple(words(cell) for cell in row.cells)) for row in section.rows)
    return printed(edition, path, f"{section.id}-table", section.heading, columns, rows)
