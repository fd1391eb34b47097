"""The programme's page, and that of use cases and responsible roles: the vocabularies with what they hold."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.addresses import PageKey
from sitegen.model.programme import Distribution, Facet
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.quotations import cited, quotation
from sitegen.views.values import Cited, Quotation
from sitegen.views.vocabularies import Vocabulary, vocabulary


@dataclass(frozen=True)
class UnknownFigure:
    """A chart whose figures stood only in a picture."""

    title: str
    quotation: Quotation


@dataclass(frozen=True)
class ProgrammePage:
    """All that the programme's page shows."""

    frame: Frame
    period: str
    name: Cited
    statements: tuple[Cited, ...]
    documents: tuple[Cited, ...]
    vocabularies: tuple[Vocabulary, ...]
    unknown: tuple[UnknownFigure, ...]


@dataclass(frozen=True)
class UseCasesPage:
    """Origins of need, levels and roles."""

    frame: Frame
    vocabularies: tuple[Vocabulary, ...]
    unknown: tuple[UnknownFigure, ...]


def programme_page(edition: Edition) -> ProgrammePage:
    """The page of the programme."""
    programme, gettext = edition.portal.programme, edition.language.gettext
    return ProgrammePage(
        frame=frame(
            edition,
            PageKey("section", SectionId.PROGRAMME.value),
            edition.text(programme.name),
            gettext("What the programme aims at: its period, basis, themes and decisions."),
        ),
        period=f"{programme.start}–{programme.end}",
        name=cited(edition, edition.text(programme.name), programme.translated, programme.source),
        statements=tuple(
            cited(
                edition,
                edition.text(each.text),
                each.translated,
                each.source,
                date=each.date or "",
                printed=each.printed,
            )
            for each in programme.statements
        ),
        documents=tuple(
            cited(edition, edition.text(each.name), each.translated, each.source) for each in programme.documents
        ),
        vocabularies=(
            vocabulary(edition, "theme"),
            vocabulary(edition, "year"),
            vocabulary(edition, "benefit"),
            vocabulary(edition, "status"),
        ),
        unknown=_unknown(edition, {Facet.THEME, Facet.YEAR, Facet.BENEFIT, Facet.OTHER}),
    )


def use_cases_page(edition: Edition) -> UseCasesPage:
    """The page of use cases and responsible roles."""
    gettext = edition.language.gettext
    return UseCasesPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.USE_CASES.value),
            edition.section_title(SectionId.USE_CASES),
            gettext("Where the need for projects arises, on which levels they are, and which roles answer for them."),
        ),
        vocabularies=(
            vocabulary(edition, "need"),
            vocabulary(edition, "level"),
            vocabulary(edition, "role"),
        ),
        unknown=_unknown(edition, {Facet.NEED, Facet.LEVEL, Facet.ROLE}),
    )


def _unknown(edition: Edition, facets: set[Facet]) -> tuple[UnknownFigure, ...]:
    return tuple(unknown_figure(edition, each) for each in edition.portal.programme.distributions if each.by in facets)


def unknown_figure(edition: Edition, distribution: Distribution) -> UnknownFigure:
    """A chart that the source shows only as a picture."""
    return UnknownFigure(edition.text(distribution.title), quotation(edition, distribution.source))
