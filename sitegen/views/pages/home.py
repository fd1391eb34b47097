"""The home page: what was promised, what came of it, whether it works, what it costs, what the source leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sitegen.derive.changes import judged
from sitegen.derive.counts import done_dates, indicator_dates, project_dates, undated
from sitegen.derive.findings import Outcome, find
from sitegen.derive.values import latest
from sitegen.model.addresses import PageKey
from sitegen.model.indicators import Indicator
from sitegen.model.settings import SectionId
from sitegen.views.documents import written
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.gaps import gaps
from sitegen.views.latest import ReportedOn, latest_reports
from sitegen.views.multiples import Bars, bars
from sitegen.views.phrases import Phrases
from sitegen.views.street import Street, street
from sitegen.views.summary import summary
from sitegen.views.totals import all_cost_totals, indicators_total, outcome_totals
from sitegen.views.values import Link, Total
from sitegen.views.verdicts import Verdicts

MOST = 12
"""So many judged indicators and so many projects with costs are named; where there are more, a link leads on."""


@dataclass(frozen=True)
class Judged:
    """An indicator that is held against its target. outcome: its machine name.

    bars: value and target, drawn as among all indicators.
    """

    link: Link
    value: str
    period: str
    target: str
    outcome: str
    outcome_words: str
    bars: Bars | None


@dataclass(frozen=True)
class Cost:
    """A project with what the source says it cost. amounts: each with its kind."""

    link: Link
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class HomePage:
    """Three questions, each with a sentence and figures; what was reported last; what the source leaves open.

    written: when the source was, which a silence depends on.
    """

    frame: Frame
    question: str
    period: str
    streets: tuple[Street, ...]
    works: str
    indicators: Total
    outcomes: tuple[Total, ...]
    judged: tuple[Judged, ...]
    spent: str
    kinds: tuple[Total, ...]
    costs: tuple[Cost, ...]
    reported: tuple[ReportedOn, ...]
    gaps: tuple[Total, ...]
    written: str
    programme: Link
    indicators_link: Link
    costs_link: Link
    sources: Link


def home_page(edition: Edition) -> HomePage:
    """The home page."""
    portal, gettext = edition.portal, edition.language.gettext
    periods = indicator_dates(portal.indicators)
    dates = {*project_dates(portal, portal.projects), *periods}
    return HomePage(
        frame=frame(
            edition,
            PageKey("home"),
            edition.text(portal.settings.name),
            edition.text(portal.settings.description),
            dates=tuple(sorted(dates)),
            done=tuple(date for date in done_dates(portal, portal.projects) if date not in periods),
            undated=undated(portal, portal.projects),
        ),
        question=gettext("What has %(city)s promised, and what came of it?", city=edition.text(portal.settings.city)),
        period=f"{portal.programme.start}–{portal.programme.end}",
        streets=tuple(street(edition, roadmap) for roadmap in portal.roadmaps),
        works=summary(edition),
        indicators=indicators_total(edition),
        outcomes=outcome_totals(edition),
        judged=_judged(edition),
        spent=_spent(edition),
        kinds=all_cost_totals(edition),
        costs=_costs(edition),
        reported=latest_reports(edition),
        gaps=gaps(edition),
        written=written(edition),
        programme=edition.section_link(SectionId.PROGRAMME),
        indicators_link=edition.section_link(SectionId.INDICATORS),
        costs_link=edition.section_link(SectionId.COSTS),
        sources=edition.section_link(SectionId.SOURCES),
    )


def _judged(edition: Edition) -> tuple[Judged, ...]:
    """Those that have reached their targets, then those that have not, each as in the content."""
    found = [(judged(edition.portal, indicator), indicator) for indicator in edition.portal.indicators]
    ordered = (indicator for outcome in Outcome for each, indicator in found if each is outcome)
    held = (indicator for indicator in ordered if judged(edition.portal, indicator) is not Outcome.NOT_JUDGED)
    return tuple(_held(edition, indicator) for indicator in islice(held, MOST))


def _held(edition: Edition, indicator: Indicator) -> Judged:
    phrases, verdicts, found, last = Phrases(edition), Verdicts(edition), find(indicator), latest(indicator)
    return Judged(
        edition.indicator_link(indicator.id),
        phrases.observation(indicator, last).words if last else "",
        verdicts.marked(edition.language.date(last.period), last) if last else "",
        phrases.target_words(indicator.target)
        if indicator.target.growth is None and indicator.target.words
        else verdicts.aim(indicator, found),
        judged(edition.portal, indicator).value,
        verdicts.outcome(indicator),
        bars=bars(edition, indicator),
    )


def _spent(edition: Edition) -> str:
    """Of how many projects a cost is known, in one sentence."""
    projects = edition.portal.projects
    known = sum(bool(project.costs) for project in projects)
    if not known:
        return edition.language.gettext("The source gives no costs.")
    counted = edition.language.ngettext(
        "By our count the source gives a cost for %(known)s of %(n)s project.",
        "By our count the source gives a cost for %(known)s of %(n)s projects.",
        len(projects),
        known=known,
    )
    rule = edition.language.gettext(
        "Amounts of different kinds are never added up, nor those whose kind is not stated."
    )
    return f"{counted} {rule}"


def _costs(edition: Edition) -> tuple[Cost, ...]:
    phrases = Phrases(edition)
    return tuple(
        Cost(
            edition.project_link(project.id),
            tuple(phrases.cost(cost) for cost in project.costs),
        )
        for project in edition.portal.projects
        if project.costs
    )[:MOST]
