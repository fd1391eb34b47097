"""The programme: its period, decisions, themes and the other vocabularies; roles; yearly roadmaps."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sitegen.language.marks import N_
from sitegen.model.fields import Aliases, Date, Id, Line, Number, Record, Ref, Slug, Text
from sitegen.model.forms import Counted
from sitegen.model.sources import Note, Printed, Short, Source, Translated


class Phase(StrEnum):
    """How far a status says that a project has come."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"
    UNKNOWN = "unknown"


class UnitKind(StrEnum):
    """How a number in a unit is written."""

    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"


class Facet(StrEnum):
    """What projects can be counted by."""

    THEME = "theme"
    YEAR = "year"
    BENEFIT = "benefit"
    NEED = "need"
    LEVEL = "level"
    ROLE = "role"
    OTHER = "other"


RecordId = Annotated[Id, Field(title=N_("Id"), description=N_("A short name, unique in its list; never changed."))]
Name = Annotated[Text, Field(title=N_("Name"), description=N_("The name as readers see it."))]


class Term(Record):
    """A word of a vocabulary that the source lists."""

    id: RecordId
    name: Name
    printed: Printed = ()
    source: Source
    translated: Translated = ()
    note: Note = None


class Theme(Term):
    """One of the programme's themes, or its competence areas."""

    short: Short = None
    letter: Annotated[
        Line | None,
        Field(title=N_("Letter"), description=N_("The letter with which the theme's codes begin.")),
    ] = None
    area: Annotated[
        bool,
        Field(
            title=N_("Competence areas"),
            description=N_("This is no theme, but the competence areas that the source names beside the themes."),
        ),
    ] = False


class Status(Term):
    """A word for the state of a project."""

    phase: Annotated[
        Phase,
        Field(strict=False, title=N_("Phase"), description=N_("What the status means for counting and drawing.")),
    ]


class Group(Term):
    """A group of indicators."""

    short: Short = None
    slug: Annotated[Slug, Field(title=N_("Address"), description=N_("The group's address on the indicators' page."))]
    named_here: Annotated[
        bool,
        Field(
            title=N_("Named here"),
            description=N_("The source has no heading for the group: the name is ours."),
        ),
    ] = False


class Unit(Record):
    """What a number counts."""

    id: RecordId
    name: Annotated[
        Counted,
        Field(
            title=N_("Name"),
            description=N_("The unit as it reads after a number: one text, or one for 1, for several and so on."),
        ),
    ]
    kind: Annotated[
        UnitKind,
        Field(strict=False, title=N_("Kind"), description=N_("How a number in this unit is written.")),
    ]
    lowest: Annotated[
        Number | None,
        Field(
            title=N_("Lowest number"),
            description=N_("The lowest number that there can be, where it is not 0: 1 on a scale from 1 to 4."),
        ),
    ] = None
    highest: Annotated[
        Number | None,
        Field(
            title=N_("Highest number"),
            description=N_("The highest number that there can be, where there is one: 4 on a scale from 1 to 4."),
        ),
    ] = None
    note: Note = None


class Statement(Record):
    """A sentence of the source about its subject."""

    id: RecordId
    text: Annotated[Text, Field(title=N_("Text"), description=N_("What the source says, in one sentence."))]
    date: Annotated[
        Date | None, Field(title=N_("Date"), description=N_("The date that the sentence gives, if any."))
    ] = None
    printed: Printed = ()
    source: Source
    translated: Translated = ()
    note: Note = None


class NamedDocument(Record):
    """A document that the source names without a link that works."""

    id: RecordId
    name: Name
    source: Source
    translated: Translated = ()
    note: Note = None


class Shown(StrEnum):
    """A field of projects that a picture may hold."""

    EFFECTS = "effects"
    COSTS = "costs"


class Distribution(Record):
    """A chart that the source shows only as a picture, of a distribution or anything else: no figures in the text."""

    id: RecordId
    title: Annotated[Text, Field(title=N_("Title"), description=N_("What the picture shows."))]
    by: Annotated[Facet, Field(strict=False, title=N_("By"), description=N_("What the picture counts by."))]
    roadmap: Annotated[
        Id | None,
        Ref("roadmap"),
        Field(title=N_("Roadmap"), description=N_("The roadmap it is about; none: the whole programme.")),
    ] = None
    shows: Annotated[
        tuple[Annotated[Shown, Field(strict=False)], ...],
        Field(title=N_("Shows"), description=N_("What the picture shows besides, of the projects: effects, costs.")),
    ] = ()
    status: Annotated[
        Id | None,
        Ref("status"),
        Field(title=N_("Status"), description=N_("The status of the projects that it is about; none: all of them.")),
    ] = None
    source: Source
    translated: Translated = ()
    note: Note = None


class Rule(Record):
    """A rule of reading that this portal follows and the method page states."""

    id: RecordId
    text: Annotated[Text, Field(title=N_("Text"), description=N_("The rule, in one or two sentences."))]
    note: Note = None


class Programme(Record):
    """The programme and its vocabularies."""

    name: Name
    start: Annotated[Date, Field(title=N_("Start"), description=N_("The first year of the programme."))]
    end: Annotated[Date, Field(title=N_("End"), description=N_("The last year of the programme."))]
    source: Source
    translated: Translated = ()
    statements: Annotated[
        tuple[Statement, ...],
        Field(title=N_("Statements"), description=N_("What the source says of the programme.")),
    ] = ()
    documents: Annotated[
        tuple[NamedDocument, ...],
        Field(title=N_("Documents"), description=N_("Documents that the source names without a working link.")),
    ] = ()
    themes: Annotated[
        tuple[Theme, ...], Field(title=N_("Themes"), description=N_("The themes and competence areas."))
    ] = ()
    years: Annotated[tuple[Term, ...], Field(title=N_("Years"), description=N_("The years of the programme."))] = ()
    benefits: Annotated[
        tuple[Term, ...], Field(title=N_("Benefits"), description=N_("The kinds of long-term benefit."))
    ] = ()
    needs: Annotated[
        tuple[Term, ...],
        Field(title=N_("Origins of need"), description=N_("Where the need for a project arises.")),
    ] = ()
    levels: Annotated[tuple[Term, ...], Field(title=N_("Levels"), description=N_("The levels of use cases."))] = ()
    statuses: Annotated[
        tuple[Status, ...],
        Field(title=N_("Statuses"), description=N_("The words for the state of a project.")),
    ] = ()
    groups: Annotated[
        tuple[Group, ...], Field(title=N_("Indicator groups"), description=N_("The groups of indicators."))
    ] = ()
    units: Annotated[
        tuple[Unit, ...], Field(title=N_("Units"), description=N_("What the numbers of indicators count."))
    ] = ()
    distributions: Annotated[
        tuple[Distribution, ...],
        Field(title=N_("Charts"), description=N_("Charts that the source shows only as a picture.")),
    ] = ()
    rules: Annotated[
        tuple[Rule, ...],
        Field(title=N_("Rules of reading"), description=N_("Rules that the method page states.")),
    ] = ()
    note: Note = None


class Roles(Record):
    """Who answers for what: roles, never names of people."""

    roles: Annotated[
        tuple[Term, ...],
        Field(title=N_("Roles"), description=N_("The responsible roles that the source lists.")),
    ]
    note: Note = None


class PrintedTotal(Record):
    """A total that the source prints, to be held against our count."""

    number: Annotated[int, Field(ge=0, title=N_("Number"), description=N_("The total as printed."))]
    source: Source


class Roadmap(Record):
    """A yearly plan of projects."""

    id: Annotated[Id, Field(title=N_("Id"), description=N_("Equal to the file's name."))]
    slug: Annotated[Slug, Field(title=N_("Address"), description=N_("The last part of the page's address."))]
    aliases: Annotated[
        Aliases, Field(title=N_("Earlier addresses"), description=N_("Addresses that lead on to the page."))
    ] = {}
    year: Annotated[Id, Ref("year"), Field(title=N_("Year"), description=N_("The id of a year of the programme."))]
    title: Annotated[Text, Field(title=N_("Title"), description=N_("The roadmap's name."))]
    printed: Printed = ()
    approved: Annotated[
        Date | None,
        Field(
            title=N_("Approved"),
            description=N_("The date of approval; left out where the source gives none."),
        ),
    ] = None
    statements: Annotated[
        tuple[Statement, ...],
        Field(title=N_("Statements"), description=N_("What the source says of the roadmap.")),
    ] = ()
    total: Annotated[
        PrintedTotal | None,
        Field(title=N_("Printed total"), description=N_("The number of projects that the source prints.")),
    ] = None
    source: Source
    translated: Translated = ()
    note: Note = None
