"""An indicator: its target, and its values as dated observations."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from sitegen.language.marks import N_
from sitegen.model.fields import Aliases, Date, Id, Number, Record, Ref, Slug, Text
from sitegen.model.projects import exactly_one
from sitegen.model.sources import Note, Printed, Remark, Short, Source, Translated


class MissingReason(StrEnum):
    """Why there is no value."""

    NOT_IN_SOURCE = "not-in-source"
    DASH = "dash"


class Observation(Record):
    """A value at a date: a number, an approximate number, a text, or missing with a reason."""

    period: Annotated[Date, Field(title=N_("Period"), description=N_("The year or date that the value is of."))]
    number: Annotated[
        Number | None, Field(title=N_("Number"), description=N_("A plain number, such as 2.08 or 113000."))
    ] = None
    about: Annotated[
        Number | None,
        Field(title=N_("About"), description=N_("An approximate number, in place of an exact one.")),
    ] = None
    text: Annotated[
        Text | None, Field(title=N_("Text"), description=N_("What the source says in place of a number."))
    ] = None
    missing: Annotated[
        MissingReason | None,
        Field(strict=False, title=N_("Missing"), description=N_("Why there is no value.")),
    ] = None
    unit: Annotated[
        Id | None,
        Ref("unit"),
        Field(title=N_("Unit"), description=N_("The id of a unit, where it is not the indicator's own.")),
    ] = None
    source: Source

    @model_validator(mode="after")
    def _one_value(self) -> Observation:
        return exactly_one(self, "number", "about", "text", "missing")


class Target(Record):
    """What is aimed at: a level, a yearly growth in per cent, or a text."""

    level: Annotated[Number | None, Field(title=N_("Level"), description=N_("The number that is aimed at."))] = None
    growth: Annotated[
        Number | None,
        Field(title=N_("Growth"), description=N_("The yearly growth that is aimed at, in per cent.")),
    ] = None
    text: Annotated[
        Text | None, Field(title=N_("Text"), description=N_("What is aimed at, where it is no number."))
    ] = None
    words: Annotated[
        Text | None,
        Field(title=N_("Words"), description=N_("The source's own words for a target with a number.")),
    ] = None
    unit: Annotated[
        Id | None,
        Ref("unit"),
        Field(title=N_("Unit"), description=N_("The id of a unit, where it is not the indicator's own.")),
    ] = None
    by: Annotated[
        Date | None,
        Field(
            title=N_("Target year"),
            description=N_("The year or date by which it should be reached; left out where the source names none."),
        ),
    ] = None
    source: Source

    @model_validator(mode="after")
    def _one_target(self) -> Target:
        return exactly_one(self, "level", "growth", "text")


class Comparison(Record):
    """Another place that says the same thing: a share of a roadmap's projects by status."""

    roadmap: Annotated[
        Id, Ref("roadmap"), Field(title=N_("Roadmap"), description=N_("The id of a roadmap in content/roadmaps/."))
    ]
    statuses: Annotated[
        tuple[Id, ...],
        Ref("status"),
        Field(title=N_("Statuses"), description=N_("The statuses that count, by their ids.")),
    ]


class Indicator(Record):
    """Something measured to show whether the programme works."""

    id: Annotated[Id, Field(title=N_("Id"), description=N_("Equal to the file's name."))]
    slug: Annotated[Slug, Field(title=N_("Address"), description=N_("The last part of the page's address."))]
    aliases: Annotated[
        Aliases, Field(title=N_("Earlier addresses"), description=N_("Addresses that lead on to the page."))
    ] = {}
    group: Annotated[Id, Ref("group"), Field(title=N_("Group"), description=N_("The id of a group in programme.yaml."))]
    title: Annotated[Text, Field(title=N_("Title"), description=N_("The indicator's name."))]
    short: Short = None
    printed: Printed = ()
    unit: Annotated[Id, Ref("unit"), Field(title=N_("Unit"), description=N_("The id of a unit in programme.yaml."))]
    target: Annotated[Target, Field(title=N_("Target"), description=N_("What is aimed at."))]
    observations: Annotated[
        tuple[Observation, ...], Field(title=N_("Values"), description=N_("Dated values, oldest first."))
    ]
    compare_with: Annotated[
        Comparison | None,
        Field(
            title=N_("Compare with"),
            description=N_("What this value is held against, to tell a contradiction."),
        ),
    ] = None
    remark: Remark = None
    source: Source
    translated: Translated = ()
    note: Note = None
