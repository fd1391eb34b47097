"""Records of an invented place, with no more in them than what a test is about.

In: what matters to the test. Out: records, and whole portals in two languages. Every text reads the same in
both but for a mark, so that a test sees which one was taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from sitegen.model.indicators import Comparison, Indicator, MissingReason, Observation, Target
from sitegen.model.portal import Page, PageText, Portal, Text
from sitegen.model.programme import (
    Distribution,
    Facet,
    Group,
    Phase,
    Programme,
    Roadmap,
    Shown,
    Status,
    Term,
    Theme,
    Unit,
    UnitKind,
)
from sitegen.model.projects import Amount, CostKind, DatedStatus, Effect, Project
from sitegen.model.settings import OPTIONAL, LanguageSetting, PageFront, SectionId, SectionSetting, Settings
from sitegen.model.sources import Citation, Document, PrintedRow, Section

LANGUAGES = ("sv", "en")
SOURCE = Citation(document="report", section="results", row=1)


def texts(text: str) -> Mapping[str, str]:
    """The text in both languages; the Swedish one ends in a mark."""
    return {"sv": f"{text}*", "en": text}


def slug(name: str) -> Mapping[str, str]:
    """The last part of an address in both languages."""
    return {"sv": f"{name}-sv", "en": name}


def number(period: str, value: str, unit: str | None = None) -> Observation:
    """An exact value."""
    return Observation(period=period, number=Decimal(value), unit=unit, source=SOURCE)


def about(period: str, value: str, unit: str | None = None) -> Observation:
    """An approximate value."""
    return Observation(period=period, about=Decimal(value), unit=unit, source=SOURCE)


def said(period: str, text: str = "it began") -> Observation:
    """A value in words."""
    return Observation(period=period, text=texts(text), source=SOURCE)


def absent(period: str, reason: MissingReason = MissingReason.DASH) -> Observation:
    """A value that is missing."""
    return Observation(period=period, missing=reason, source=SOURCE)


def level(value: str, unit: str | None = None) -> Target:
    """A target that is a number."""
    return Target(level=Decimal(value), unit=unit, source=SOURCE)


def growth(share: str) -> Target:
    """A target of yearly growth in per cent."""
    return Target(growth=Decimal(share), source=SOURCE)


def worded(text: str = "better") -> Target:
    """A target in words."""
    return Target(text=texts(text), source=SOURCE)


def indicator(
    *observations: Observation,
    target: Target | None = None,
    unit: str = "pieces",
    name: str = "reach",
    compare_with: Comparison | None = None,
) -> Indicator:
    """An indicator; its target is the level 100 where nothing else is given."""
    return Indicator(
        id=name,
        slug=slug(name),
        group="use",
        title=texts(name.capitalize()),
        unit=unit,
        target=target or level("100"),
        observations=observations,
        compare_with=compare_with,
        source=SOURCE,
    )


def cost(
    amount: str | None = None,
    *,
    about: str | None = None,
    kind: CostKind = CostKind.YEARLY,
    as_of: str | None = None,
    part: str | None = None,
) -> Amount:
    """An amount, exact or approximate."""
    return Amount(
        amount=None if amount is None else Decimal(amount),
        about=None if about is None else Decimal(about),
        kind=kind,
        as_of=as_of,
        part=part,
        source=SOURCE,
    )


def effect(as_of: str | None = None) -> Effect:
    """An effect."""
    return Effect(as_of=as_of, text=texts("Less paper"), source=SOURCE)


def project(
    name: str,
    *statuses: str | tuple[str, str],
    roadmap: str = "plan-24",
    theme: str | None = None,
    code: str | None = None,
    costs: tuple[Amount, ...] = (),
    savings: tuple[Amount, ...] = (),
    effects: tuple[Effect, ...] = (),
) -> Project:
    """A project. statuses: ids, as of 2024, or (date, id)."""
    dated = [("2024", status) if isinstance(status, str) else status for status in statuses]
    return Project(
        id=name,
        slug=slug(name),
        code=code,
        roadmap=roadmap,
        title=texts(name.capitalize()),
        theme=theme,
        costs=costs,
        savings=savings,
        effects=effects,
        statuses=tuple(DatedStatus(as_of=date, status=status, source=SOURCE) for date, status in dated),
        source=SOURCE,
    )


def chart(name: str, by: Facet, *shows: Shown, roadmap: str | None = None) -> Distribution:
    """What the source has only as a chart."""
    return Distribution(id=name, title=texts(name.capitalize()), by=by, shows=shows, roadmap=roadmap, source=SOURCE)


def with_charts(of: Portal, *charts: Distribution) -> Portal:
    """The portal, whose source has these charts."""
    return replace(of, programme=of.programme.model_copy(update={"distributions": charts}))


def portal(*records: Project | Indicator, written: str | None = None) -> Portal:
    """A portal with two roadmaps, a page of prose and these projects and indicators. written: date of its document."""
    return Portal(
        settings=settings(),
        programme=programme(),
        roles=(_term("clerk"),),
        documents=(document().model_copy(update={"date": written}),),
        roadmaps=(_roadmap("plan-24", "2024"), _roadmap("plan-25", "2025")),
        projects=tuple(record for record in records if isinstance(record, Project)),
        indicators=tuple(record for record in records if isinstance(record, Indicator)),
        pages=(_page("about"),),
        prose={},
        bodies={f"about.{code}.md": "See [the method](section:method)." for code in LANGUAGES},
    )


def settings() -> Settings:
    """Settings without anything that only a publisher can say."""
    return Settings(
        name=texts("Watch"),
        city_genitive=texts("Hillside’s"),
        city=texts("Hillside"),
        description=texts("What became of it"),
        theme="plain",
        currency="EUR",
        languages=tuple(LanguageSetting(code=code, name=code.upper(), link=f"In {code}") for code in LANGUAGES),
        sections=tuple(
            SectionSetting(id=section, slug=slug(section.value)) for section in SectionId if section not in OPTIONAL
        ),
    )


def programme() -> Programme:
    """A programme with a small vocabulary of each kind."""
    kinds = {
        "pieces": UnitKind.NUMBER,
        "visits": UnitKind.NUMBER,
        "share": UnitKind.PERCENT,
        "money": UnitKind.CURRENCY,
    }
    return Programme(
        name=texts("Programme"),
        start="2024",
        end="2026",
        source=SOURCE,
        themes=(
            Theme(id="roads", name=texts("Roads"), letter="R", source=SOURCE),
            Theme(id="parks", name=texts("Parks"), source=SOURCE),
        ),
        years=(_term("2024"), _term("2025")),
        benefits=(_term("time"),),
        needs=(_term("law"),),
        levels=(_term("whole"),),
        statuses=tuple(
            Status(id=f"is-{phase.value}", name=texts(phase.value), phase=phase, source=SOURCE) for phase in Phase
        ),
        groups=(Group(id="use", name=texts("Use"), slug=slug("use"), source=SOURCE),),
        units=tuple(Unit(id=name, name=texts(name), kind=kind) for name, kind in kinds.items()),
    )


def document() -> Document:
    """A document in which one heading occurs twice, the second time continued on a third place."""
    row = PrintedRow(cells=("Visits", "12"))
    sections = (
        Section(id="results", heading="Resultat", columns=("Vad", "Tal"), rows=(row, PrintedRow(cells=("", "–")))),
        Section(id="text", heading="Ingress", lines=("Först  så.", "Sedan så.")),
        Section(id="again", heading="Resultat", columns=("Vad", "Tal"), rows=(row,)),
        Section(id="more", heading="Resultat", continued=True, columns=("Vad", "Tal"), rows=(row,)),
    )
    return Document(id="report", slug=slug("report"), title=texts("Report"), language="sv", sections=sections)


def _term(name: str) -> Term:
    return Term(id=name, name=texts(name.capitalize()), source=SOURCE)


def _roadmap(name: str, year: str) -> Roadmap:
    return Roadmap(id=name, slug=slug(name), year=year, title=texts(name.capitalize()), source=SOURCE)


def _page(name: str) -> Page:
    fronts = {
        code: PageFront(page=name, title=texts("About")[code], slug=slug(name)[code], summary="What this is", order=1)
        for code in LANGUAGES
    }
    return Page(
        name, {code: PageText(front, Text(f"{name}.{code}.md", ("section:method",))) for code, front in fronts.items()}
    )
