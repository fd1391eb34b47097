"""The portal's own settings: languages, sections, and what only the publisher can say."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sitegen.language.marks import N_
from sitegen.model.fields import (
    Address,
    Aliases,
    Contact,
    CurrencyCode,
    Date,
    Id,
    LanguageTag,
    Line,
    Origin,
    Record,
    Ref,
    Slug,
    Text,
)
from sitegen.model.sources import Note


class SectionId(StrEnum):
    """The sections of a portal: all of them, but for those in OPTIONAL."""

    PROGRAMME = "programme"
    ROADMAPS = "roadmaps"
    PROJECTS = "projects"
    INDICATORS = "indicators"
    COSTS = "costs"
    USE_CASES = "use-cases"
    SOURCES = "sources"
    METHOD = "method"
    SEARCH = "search"


OPTIONAL = frozenset({SectionId.SEARCH})
"""Sections that a portal may do without: no search, no index to search in."""


class Extra(StrEnum):
    """What a portal has beside its pages, and may do without."""

    CARDS = "cards"
    CHARTS = "charts"
    CSV = "csv"


class LanguageSetting(Record):
    """A language of the portal."""

    code: Annotated[LanguageTag, Field(title=N_("Code"), description=N_("The language's BCP 47 code."))]
    name: Annotated[Line, Field(title=N_("Name"), description=N_("The language's name in the language itself."))]
    link: Annotated[
        Line,
        Field(title=N_("Link text"), description=N_("The words that lead to this language, in the language.")),
    ]


class SectionSetting(Record):
    """The address of a section."""

    id: Annotated[SectionId, Field(strict=False, title=N_("Portal section"), description=N_("Which section."))]
    slug: Annotated[Slug, Field(title=N_("Address"), description=N_("The section's part of the address."))]
    aliases: Annotated[
        Aliases,
        Field(title=N_("Earlier addresses"), description=N_("Addresses that lead on to the section.")),
    ] = {}


class Licence(Record):
    """Terms under which something may be used."""

    name: Annotated[Text, Field(title=N_("Name"), description=N_("The licence's name."))]
    url: Annotated[Address, Field(title=N_("Address"), description=N_("The licence's address."))]


class Publisher(Record):
    """Who publishes the portal."""

    name: Annotated[Text, Field(title=N_("Name"), description=N_("The publisher's name."))]
    url: Annotated[Address | None, Field(title=N_("Address"), description=N_("The publisher's own site."))] = None


class StatementDates(Record):
    """What the accessibility statement says of itself."""

    standard: Annotated[Line, Field(title=N_("Standard"), description=N_("The standard tested against."))]
    level: Annotated[Text, Field(title=N_("Level"), description=N_("The level of conformance, in words."))]
    prepared: Annotated[Date, Field(title=N_("Prepared"), description=N_("When the statement was prepared."))]
    reviewed: Annotated[
        Date | None, Field(title=N_("Reviewed"), description=N_("When the statement was last reviewed."))
    ] = None


class SecurityContact(Record):
    """Where to report a vulnerability."""

    contact: Annotated[Contact, Field(title=N_("Contact"), description=N_("An e-mail or https address."))]
    expires: Annotated[
        Date,
        Field(title=N_("Expires"), description=N_("The day after which the contact is no longer valid.")),
    ]


class Settings(Record):
    """content/portal.yaml."""

    name: Annotated[Text, Field(title=N_("Name"), description=N_("The portal's name."))]
    city: Annotated[Text, Field(title=N_("City"), description=N_("The city's name."))]
    city_genitive: Annotated[
        Text,
        Field(
            title=N_("City in the genitive"),
            description=N_("The city's name as it stands before what belongs to the city."),
        ),
    ]
    description: Annotated[Text, Field(title=N_("Description"), description=N_("What the portal is, in a sentence."))]
    theme: Annotated[Id, Ref("look"), Field(title=N_("Look"), description=N_("The folder of the look in themes/."))]
    currency: Annotated[CurrencyCode, Field(title=N_("Currency"), description=N_("The ISO 4217 code of all amounts."))]
    languages: Annotated[
        tuple[LanguageSetting, ...],
        Field(min_length=1, title=N_("Languages"), description=N_("The portal's languages; editors' own first.")),
    ]
    sections: Annotated[
        tuple[SectionSetting, ...],
        Field(title=N_("Portal sections"), description=N_("The addresses of the sections.")),
    ]
    publisher: Annotated[
        Publisher | None, Field(title=N_("Publisher"), description=N_("Who publishes the portal."))
    ] = None
    text_licence: Annotated[
        Licence | None, Field(title=N_("Licence of texts"), description=N_("Terms of re-use for the texts."))
    ] = None
    data_licence: Annotated[
        Licence | None, Field(title=N_("Licence of data"), description=N_("Terms of re-use for the data."))
    ] = None
    feedback: Annotated[Contact | None, Field(title=N_("Feedback"), description=N_("Where readers can write to."))] = (
        None
    )
    base_url: Annotated[
        Origin | None,
        Field(title=N_("Base address"), description=N_("The address that the portal is published at.")),
    ] = None
    statement: Annotated[
        StatementDates | None,
        Field(title=N_("Accessibility statement"), description=N_("Dates and level of the statement.")),
    ] = None
    security: Annotated[
        SecurityContact | None, Field(title=N_("Security contact"), description=N_("For security.txt."))
    ] = None
    without: Annotated[
        tuple[Annotated[Extra, Field(strict=False)], ...],
        Field(
            title=N_("Without"),
            description=N_("What is left out: cards (pictures for sharing), charts, or csv (tables as files)."),
        ),
    ] = ()
    note: Note = None


class PageFacts(StrEnum):
    """Facts from the settings that a page of prose shows after its text."""

    STATEMENT = "statement"
    PUBLISHER = "publisher"


class PageFront(Record):
    """The front matter of a page of prose in one language."""

    page: Annotated[Id, Field(title=N_("Page"), description=N_("Equal to the file's name."))]
    title: Annotated[Line, Field(title=N_("Title"), description=N_("The page's title."))]
    slug: Annotated[Id, Field(title=N_("Address"), description=N_("The last part of the page's address."))]
    aliases: Annotated[
        tuple[Id, ...],
        Field(title=N_("Earlier addresses"), description=N_("Addresses that lead on to the page.")),
    ] = ()
    summary: Annotated[Line, Field(title=N_("Summary"), description=N_("The page in a sentence."))]
    order: Annotated[int, Field(title=N_("Order"), description=N_("The page's place among the others."))]
    shows: Annotated[
        PageFacts | None,
        Field(strict=False, title=N_("Shows"), description=N_("Which settings the page shows after its text.")),
    ] = None


class ProjectFront(Record):
    """The front matter of a project's prose."""

    project: Annotated[Id, Field(title=N_("Project"), description=N_("Equal to the file's name."))]
    summary: Annotated[Line | None, Field(title=N_("Summary"), description=N_("The project in a sentence."))] = None
    translated: Annotated[
        bool, Field(title=N_("Translated here"), description=N_("The text is our own translation."))
    ] = False


class IndicatorFront(Record):
    """The front matter of an indicator's prose."""

    indicator: Annotated[Id, Field(title=N_("Indicator"), description=N_("Equal to the file's name."))]
    summary: Annotated[Line | None, Field(title=N_("Summary"), description=N_("The indicator in a sentence."))] = None
    translated: Annotated[
        bool, Field(title=N_("Translated here"), description=N_("The text is our own translation."))
    ] = False
