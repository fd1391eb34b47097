"""A project of a roadmap: its statuses, effects and costs as dated records."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import Field, model_validator

from sitegen.language.marks import N_
from sitegen.model.fields import Aliases, Date, Id, Line, Number, Record, Ref, Slug, Text, fault
from sitegen.model.programme import Facet
from sitegen.model.sources import Note, Printed, Remark, Short, Source, Translated

R = TypeVar("R", bound=Record)


class CostKind(StrEnum):
    """Whether an amount recurs. Amounts of different kinds are never added up."""

    YEARLY = "yearly"
    ONE_OFF = "one-off"
    NOT_STATED = "not-stated"


class DatedStatus(Record):
    """What the source says of a project's state at a date."""

    as_of: Annotated[Date, Field(title=N_("As of"), description=N_("The date, as finely as the source gives it."))]
    status: Annotated[
        Id, Ref("status"), Field(title=N_("Status"), description=N_("The id of a status in programme.yaml."))
    ]
    reason: Annotated[
        Text | None,
        Field(title=N_("Reason"), description=N_("Why, as the source tells it; left out where it is silent.")),
    ] = None
    source: Source


class Effect(Record):
    """What the source says that a project brought about."""

    as_of: Annotated[
        Date | None, Field(title=N_("As of"), description=N_("The date, as finely as the source gives it."))
    ] = None
    text: Annotated[Text, Field(title=N_("Text"), description=N_("The effect in the source's words."))]
    printed: Printed = ()
    source: Source


class Amount(Record):
    """A sum of money in the portal's currency, exact or approximate."""

    amount: Annotated[
        Number | None, Field(ge=0, title=N_("Amount"), description=N_("A plain number, such as 3000."))
    ] = None
    about: Annotated[
        Number | None,
        Field(ge=0, title=N_("About"), description=N_("An approximate number, in place of an amount.")),
    ] = None
    kind: Annotated[
        CostKind,
        Field(
            strict=False,
            title=N_("Kind"),
            description=N_("yearly, one-off, or not-stated where the source is silent."),
        ),
    ]
    part: Annotated[
        Line | None,
        Field(title=N_("Part"), description=N_("The part of the project, as the source letters it.")),
    ] = None
    funding: Annotated[
        Text | None, Field(title=N_("Funding"), description=N_("How it is paid for, in the source's words."))
    ] = None
    as_of: Annotated[
        Date | None, Field(title=N_("As of"), description=N_("The date, as finely as the source gives it."))
    ] = None
    printed: Printed = ()
    source: Source

    @model_validator(mode="after")
    def _exact_or_approximate(self) -> Amount:
        return exactly_one(self, "amount", "about")


def exactly_one(record: R, *names: str) -> R:
    """The record, if exactly one of the named fields is given.

    Raises: pydantic error "one_of".
    """
    given = [name for name in names if getattr(record, name) is not None]
    if len(given) != 1:
        raise fault("one_of", names=", ".join(names), given=", ".join(given) or "–")
    return record


class Project(Record):
    """A project of one year's roadmap."""

    id: Annotated[Id, Field(title=N_("Id"), description=N_("Equal to the file's name."))]
    code: Annotated[
        Line | None, Field(title=N_("Code"), description=N_("The code that the source gives, such as A1."))
    ] = None
    slug: Annotated[Slug, Field(title=N_("Address"), description=N_("The last part of the page's address."))]
    aliases: Annotated[
        Aliases, Field(title=N_("Earlier addresses"), description=N_("Addresses that lead on to the page."))
    ] = {}
    roadmap: Annotated[
        Id, Ref("roadmap"), Field(title=N_("Roadmap"), description=N_("The id of a roadmap in content/roadmaps/."))
    ]
    title: Annotated[Text, Field(title=N_("Title"), description=N_("The project's name."))]
    short: Short = None
    printed: Printed = ()
    theme: Annotated[
        Id | None,
        Ref("theme"),
        Field(title=N_("Theme"), description=N_("The id of a theme; left out where the source is silent.")),
    ] = None
    problem: Annotated[
        Text | None, Field(title=N_("Problem"), description=N_("The problem that the project is to solve."))
    ] = None
    benefit: Annotated[
        Id | None,
        Ref("benefit"),
        Field(title=N_("Benefit"), description=N_("The id of a long-term benefit, if the source tells.")),
    ] = None
    need: Annotated[
        Id | None,
        Ref("need"),
        Field(title=N_("Origin of need"), description=N_("The id of an origin, if the source tells.")),
    ] = None
    level: Annotated[
        Id | None, Ref("level"), Field(title=N_("Level"), description=N_("The id of a level, if the source tells."))
    ] = None
    role: Annotated[
        Id | None,
        Ref("role"),
        Field(title=N_("Responsible role"), description=N_("The id of a role, if the source tells.")),
    ] = None
    statuses: Annotated[
        tuple[DatedStatus, ...], Field(title=N_("Statuses"), description=N_("Dated statuses, oldest first."))
    ] = ()
    effects: Annotated[
        tuple[Effect, ...],
        Field(title=N_("Effects"), description=N_("What the source says it brought about.")),
    ] = ()
    costs: Annotated[
        tuple[Amount, ...], Field(title=N_("Costs"), description=N_("What it costs, one record an amount."))
    ] = ()
    savings: Annotated[
        tuple[Amount, ...], Field(title=N_("Savings"), description=N_("What it saves, one record an amount."))
    ] = ()
    remark: Remark = None
    source: Source
    translated: Translated = ()
    note: Note = None

    def facet(self, facet: Facet) -> str | None:
        """The id that the project has in `facet`, or None where the source is silent."""
        value = getattr(self, facet.value, None)
        return value if isinstance(value, str) else None
