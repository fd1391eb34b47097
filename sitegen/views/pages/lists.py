"""The list of all projects, and that of all indicators by group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sitegen.derive.changes import judged
from sitegen.derive.counts import done_dates, indicator_dates, project_dates, shown_outcomes, undated
from sitegen.derive.values import latest
from sitegen.model.addresses import PageKey
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Group
from sitegen.model.settings import SectionId
from sitegen.views.cells import count, figure, figure_column, linked, period, period_column, silent, table
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.listing import Listing, listing
from sitegen.views.multiples import Multiple, reading
from sitegen.views.pages.indicator import group_address
from sitegen.views.phrases import Phrases
from sitegen.views.summary import summary
from sitegen.views.totals import group_total, indicators_total, outcome_totals
from sitegen.views.values import Cell, Column, Link, Row, Table, Total
from sitegen.views.verdicts import OUTCOMES, Verdicts


@dataclass(frozen=True)
class ProjectsPage:
    """All projects of all roadmaps, by roadmap, each in the language's alphabetical order."""

    frame: Frame
    projects: Listing


@dataclass(frozen=True)
class IndicatorGroup:
    """A group of indicators. id: its address on the page. named_here: the name is ours, not the source's.

    short: the name where there is little room.
    """

    id: str
    name: str
    short: str
    named_here: bool
    total: Total
    multiples: tuple[Multiple, ...]
    table: Table


@dataclass(frozen=True)
class IndicatorsPage:
    """All indicators by group, and how many reached their targets. reading: how the drawings are read."""

    frame: Frame
    works: str
    total: Total
    outcomes: tuple[Total, ...]
    outcomes_table: Table
    reading: tuple[str, ...]
    groups: tuple[IndicatorGroup, ...]
    method: Link


def projects_page(edition: Edition) -> ProjectsPage:
    """The page of all projects."""
    path = edition.path("section", SectionId.PROJECTS.value)
    gettext, language = edition.language.gettext, edition.language
    projects = sorted(
        edition.portal.projects, key=lambda project: language.sort_key(edition.short_name("project", project.id))
    )
    return ProjectsPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.PROJECTS.value),
            edition.section_title(SectionId.PROJECTS),
            gettext("All projects of all roadmaps in one list, with code, theme and status."),
            dates=project_dates(edition.portal, projects),
            done=done_dates(edition.portal, projects),
            undated=undated(edition.portal, projects),
        ),
        projects=listing(edition, path, gettext("All projects"), projects, with_roadmap=True),
    )


def indicators_page(edition: Edition, multiples: Mapping[str, Multiple]) -> IndicatorsPage:
    """The page of all indicators. multiples: of each, by id."""
    path = edition.path("section", SectionId.INDICATORS.value)
    groups = tuple(_group(edition, path, group, multiples) for group in edition.portal.programme.groups)
    return IndicatorsPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.INDICATORS.value),
            edition.section_title(SectionId.INDICATORS),
            edition.language.gettext(
                "What is measured to show whether the programme works, and which targets are reached."
            ),
            dates=indicator_dates(edition.portal.indicators),
        ),
        works=summary(edition),
        total=indicators_total(edition),
        outcomes=outcome_totals(edition),
        outcomes_table=_outcomes_table(edition, path),
        reading=reading(edition, (each for group in groups for each in group.multiples)),
        groups=groups,
        method=edition.section_link(SectionId.METHOD),
    )


def _outcomes_table(edition: Edition, path: str) -> Table:
    gettext, counts = edition.language.gettext, shown_outcomes(edition.portal, edition.portal.indicators)
    columns = (
        Column(gettext("Finding"), ("outcome",)),
        Column(gettext("Indicators"), ("indicators",), numeric=True),
    )
    rows = tuple(
        Row((Cell(gettext(OUTCOMES[outcome]), (outcome.value,)), count(edition, number)))
        for outcome, number in counts.items()
    )
    return table(edition, path, "by-finding", gettext("Indicators by our finding"), columns, rows)


def _group(edition: Edition, path: str, group: Group, multiples: Mapping[str, Multiple]) -> IndicatorGroup:
    indicators = edition.portal.indicators_of(group.id)
    name = edition.text(group.name)
    return IndicatorGroup(
        id=group_address(edition, group),
        name=name,
        short=edition.text(group.short or group.name),
        named_here=group.named_here,
        total=group_total(edition, group, indicators),
        multiples=tuple(multiples[each.id] for each in indicators),
        table=_indicators_table(edition, path, f"indicators-{group.id}", name, indicators),
    )


def _indicators_table(
    edition: Edition, path: str, table_id: str, caption: str, indicators: tuple[Indicator, ...]
) -> Table:
    gettext = edition.language.gettext
    columns = (
        Column(gettext("Indicator"), ("indicator",)),
        figure_column(gettext("Latest value"), "value"),
        period_column(gettext("Period")),
        figure_column(gettext("Target"), "target"),
        Column(gettext("Finding"), ("outcome",)),
    )
    rows = tuple(Row(_indicator_cells(edition, indicator)) for indicator in indicators)
    return table(edition, path, table_id, caption, columns, rows)


def _indicator_cells(edition: Edition, indicator: Indicator) -> tuple[Cell, ...]:
    phrases, last = Phrases(edition), latest(indicator)
    target = _target_cell(phrases, indicator)
    return (
        linked(edition.indicator_link(indicator.id)),
        figure(phrases.observation(indicator, last)) if last else silent(edition, columns=len(target.plain)),
        period(edition, last),
        target,
        Cell(Verdicts(edition).outcome(indicator), (judged(edition.portal, indicator).value,)),
    )


def _target_cell(phrases: Phrases, indicator: Indicator) -> Cell:
    """The target, in the source's own words where they are known."""
    cell = figure(phrases.target(indicator))
    return replace(cell, text=phrases.target_words(indicator.target) or cell.text)
