"""What is printed at a cited place, looked up in the transcript of the document.

In: a citation. Out: a quotation in the document's own language, letter by letter, with the place in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.language.dates import Form
from sitegen.model.projects import Project
from sitegen.model.sources import Citation, Document, Section
from sitegen.views.edition import Edition
from sitegen.views.values import Cited, Link, Quotation


def quotation(edition: Edition, citation: Citation) -> Quotation:
    """What stands at the cited place."""
    document = edition.portal.document[citation.document]
    section = next(section for section in document.sections if section.id == citation.section)
    path = edition.path("document", document.id)
    return Quotation(
        document=Link(edition.text(document.title), f"{path}#{section.id}"),
        heading=section.heading,
        occurrence=occurrence(edition, document, section),
        place=_place(edition, citation),
        language=document.language,
        columns=section.columns if citation.row else (),
        cells=_cells(section, citation),
    )


def quotations(edition: Edition, *citations: Citation) -> tuple[Quotation, ...]:
    """What stands at the cited places, each once, in the order given."""
    return tuple(quotation(edition, citation) for citation in dict.fromkeys(citations))


def tables_cited(edition: Edition, citations: Iterable[Citation]) -> tuple[Quotation, ...]:
    """The sections that hold the cited places, each once, as they follow each other in their documents."""
    places = {(each.document, each.section) for each in citations}
    return tuple(
        quotation(edition, Citation(document=document.id, section=section.id))
        for document in edition.portal.documents
        for section in document.sections
        if (document.id, section.id) in places
    )


def occurrence(edition: Edition, document: Document, section: Section) -> str:
    """Which of the headings with the same words it is, in words; "" where there is only one.

    A section that goes on from the one before has no heading of its own: it is named as that.
    """
    if section.continued:
        return edition.language.gettext("continued")
    same = [other.id for other in document.sections if other.heading == section.heading and not other.continued]
    if len(same) < 2:  # noqa: PLR2004 - one heading needs no number
        return ""
    number = sum(
        1
        for other in document.sections[: document.sections.index(section) + 1]
        if other.heading == section.heading and not other.continued
    )
    return edition.language.gettext(
        "the %(ordinal)s of %(count)s headings with these words",
        ordinal=edition.language.ordinal(number),
        count=len(same),
    )


def _place(edition: Edition, citation: Citation) -> str:
    if citation.row:
        return edition.language.gettext("row %(number)s", number=citation.row)
    return edition.language.gettext("line %(number)s", number=citation.line) if citation.line else ""


def _cells(section: Section, citation: Citation) -> tuple[str, ...]:
    if citation.row:
        return section.rows[citation.row - 1].cells
    if citation.line:
        return (section.lines[citation.line - 1],)
    return (section.heading,)


def printed_forms(edition: Edition, project: Project) -> tuple[str, ...]:
    """Every form in which the project's name is printed, where they are several or differ from ours.

    The title in the document's own language is one of them where the cited row has it letter by letter.
    """
    named = quotation(edition, project.source)
    title = project.title.get(named.language, "")
    return (title, *project.printed) if project.printed and title in named.cells else project.printed


@dataclass(frozen=True)
class Dating:
    """When a document was written, in words. read_from: the place that an estimated date is read from, or none."""

    words: str
    read_from: tuple[Quotation, ...]


def dating(edition: Edition, document: Document) -> Dating:
    """The document's own date; an estimated one with its place; or that the document is undated."""
    gettext = edition.language.gettext
    if document.date is None:
        return Dating(gettext("The document is undated."), ())
    if document.read_from is None:
        return Dating(gettext("Dated %(when)s.", when=edition.language.date(document.date, Form.IN)), ())
    date = edition.language.date(document.date)
    words = gettext("The document is undated. Our estimate is %(date)s, by this place in it:", date=date)
    return Dating(words, quotations(edition, document.read_from))


def cited_effects(edition: Edition, project: Project) -> tuple[Cited, ...]:
    """What the source says that a project brought about, each effect with where that stands."""
    return tuple(
        cited(
            edition,
            edition.text(effect.text),
            project.translated,
            effect.source,
            date=effect.as_of or "",
            printed=effect.printed,
        )
        for effect in project.effects
    )


def cited(
    edition: Edition,
    text: str,
    translated: tuple[str, ...],
    *citations: Citation,
    date: str = "",
    printed: tuple[str, ...] = (),
) -> Cited:
    """A text with where it comes from. date: as the source gives it, or "". printed: wordings that differ."""
    return Cited(
        text,
        quotations(edition, *citations),
        edition.code in translated,
        edition.language.date(date) if date else "",
        printed,
    )
