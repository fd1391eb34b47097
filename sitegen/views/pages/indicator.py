"""An indicator's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.derive.changes import Contradiction, change, judged
from sitegen.derive.counts import indicator_dates
from sitegen.derive.findings import find
from sitegen.derive.values import latest
from sitegen.language.dates import Form
from sitegen.language.marks import N_
from sitegen.model.addresses import PageKey
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Group
from sitegen.model.settings import Extra, SectionId
from sitegen.views.cells import figure, figure_column, period, period_column, table
from sitegen.views.contradictions import ContradictionNote, contradiction_note
from sitegen.views.drawings import Drawing, indicator_drawing
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.headlines import headline
from sitegen.views.multiples import Multiple
from sitegen.views.pages.project import cite
from sitegen.views.phrases import Phrases
from sitegen.views.prose import lead, prose
from sitegen.views.quotations import quotations
from sitegen.views.values import Cell, Figure, Link, Prose, Quotation, Row, Silence, Table
from sitegen.views.verdicts import Verdicts

READINGS: Mapping[bool, tuple[str, str]] = {
    False: (
        N_("If the target is a floor, that is at least %(target)s, it is reached with %(value)s."),
        N_("If the target is a ceiling, that is at most %(target)s, it is not reached with %(value)s."),
    ),
    True: (
        N_(
            "If the target is a floor, that is at least %(target)s, it had been reached with %(value)s when the "
            "document was written."
        ),
        N_(
            "If the target is a ceiling, that is at most %(target)s, it had not been reached with %(value)s when the "
            "document was written."
        ),
    ),
}
"""By whether the period of the value was not over."""


@dataclass(frozen=True)
class IndicatorPage:
    """All that an indicator's page shows.

    headline: the finding in a line, or "". period: of the latest value, in words. incomplete: what is said where it
    was not over, or "". outcome: machine name; outcome_words: as read. readings: what the value says if the target is
    a floor, and if it is a ceiling.
    pace: whether it is on its way to the target, or "". undrawn: why there is no drawing where there could be one.
    silences: what the source does not say. related: the other indicators of the group.
    """

    frame: Frame
    headline: str
    group: Link
    latest: Figure
    period: str
    incomplete: str
    target: Figure
    target_words: str
    target_by: str
    outcome: str
    outcome_words: str
    finding: str
    change: str
    pace: str
    readings: tuple[str, ...]
    contradictions: tuple[ContradictionNote, ...]
    remark: str
    drawing: Drawing | None
    undrawn: str
    values: Table
    silences: tuple[Silence, ...]
    method: Link
    lead: str
    prose: Prose | None
    quotations: tuple[Quotation, ...]
    translated: bool
    printed: tuple[str, ...]
    related: tuple[Multiple, ...]
    cite: str


def indicator_page(
    edition: Edition,
    indicator: Indicator,
    contradictions: tuple[Contradiction, ...],
    multiples: Mapping[str, Multiple],
) -> IndicatorPage:
    """The page of one indicator. contradictions: all of the portal's. multiples: of all indicators, by id."""
    path = edition.path("indicator", indicator.id)
    phrases, verdicts, found, last = Phrases(edition), Verdicts(edition), find(indicator), latest(indicator)
    value, finding = phrases.latest(indicator), verdicts.finding(indicator, found)
    title, drawing = edition.name("indicator", indicator.id), indicator_drawing(edition, indicator, path)
    notes = tuple(
        contradiction_note(edition, each, edition.roadmap_link(each.roadmap))
        for each in contradictions
        if each.indicator == indicator.id
    )
    dates = indicator_dates([indicator])
    dated = f"{value.words}, {verdicts.marked(edition.language.date(last.period), last)}" if last else value.words
    return IndicatorPage(
        frame=frame(
            edition,
            PageKey("indicator", indicator.id),
            title,
            " ".join((f"{title}: {dated}.", finding, *(note.sentence for note in notes))),
            crumbs=(edition.section_link(SectionId.INDICATORS), group_link(edition, indicator.group)),
            dates=dates,
        ),
        headline=headline(edition, indicator),
        group=group_link(edition, indicator.group),
        latest=value,
        period=edition.language.date(last.period) if last else "",
        incomplete=verdicts.incomplete(last),
        target=phrases.target(indicator),
        target_words=_target_words(edition, indicator),
        target_by=_by(edition, indicator.target.by),
        outcome=judged(edition.portal, indicator).value,
        outcome_words=verdicts.outcome(indicator),
        finding=finding,
        change=verdicts.change(indicator, change(edition.portal, indicator)),
        pace=verdicts.pace(indicator),
        readings=tuple(_readings(edition, indicator, found.rule.id)),
        contradictions=notes,
        remark=edition.text(indicator.remark) if indicator.remark else "",
        drawing=drawing,
        undrawn="" if drawing else _undrawn(edition),
        values=values_table(edition, indicator, path),
        silences=tuple(Silence(each, "") for each in _silences(edition, indicator)),
        method=edition.section_link(SectionId.METHOD),
        lead=lead(edition, "indicator", indicator.id),
        prose=prose(edition, "indicator", indicator.id),
        quotations=_quotations(edition, indicator),
        translated=edition.code in indicator.translated,
        printed=indicator.printed,
        related=tuple(
            multiples[each.id] for each in edition.portal.indicators_of(indicator.group) if each is not indicator
        ),
        cite=cite(edition, title, indicator.source.document, dates, path),
    )


def _target_words(edition: Edition, indicator: Indicator) -> str:
    """How the source puts a target that has a number; "" where that says the same as the number with its unit."""
    phrases = Phrases(edition)
    words = phrases.target_words(indicator.target)
    if not words or _plain(words) == _plain(phrases.target(indicator).words):
        return ""
    if edition.code in indicator.translated:
        return edition.language.gettext("%(words)s (translation)", words=words)
    return edition.language.gettext("in the source: %(words)s", words=words)


def _by(edition: Edition, by: str | None) -> str:
    return edition.language.gettext("by %(date)s", date=edition.language.date(by)) if by else ""


def _plain(text: str) -> str:
    """The letters and digits of a text alone."""
    return "".join(filter(str.isalnum, text.casefold()))


def group_link(edition: Edition, group_id: str) -> Link:
    """A link to a group's section among the indicators."""
    group = edition.portal.group[group_id]
    return Link(
        edition.text(group.short or group.name),
        f"{edition.path('section', 'indicators')}#{group_address(edition, group)}",
    )


def group_address(edition: Edition, group: Group) -> str:
    """The address of a group's section on the page of all indicators."""
    return f"group-{group.slug[edition.code]}"


def values_table(edition: Edition, indicator: Indicator, path: str) -> Table:
    """All values and the target of an indicator."""
    gettext, phrases = edition.language.gettext, Phrases(edition)
    dated = sorted(indicator.observations, key=lambda observation: observation.period)
    values = [(each, phrases.observation(indicator, each)) for each in dated]
    columns = (period_column(gettext("Period")), figure_column(gettext("Value"), "value"))
    rows = [Row((period(edition, each), figure(value, field="value")), period=each.period) for each, value in values]
    rows.extend(Row((name, figure(target))) for name, target in _targets(edition, indicator))
    return table(edition, path, "values", gettext("Values and target"), columns, tuple(rows))


def _targets(edition: Edition, indicator: Indicator) -> Iterator[tuple[Cell, Figure]]:
    """The target as the source has it, and what we calculate from one of yearly growth."""
    language, found, verdicts = edition.language, find(indicator), Verdicts(edition)
    yield Cell(language.gettext("Target"), ("target", "")), verdicts.phrases.target(indicator)
    if indicator.target.growth is None or found.required is None or found.period is None:
        return
    name = language.gettext("Target %(of_period)s, our calculation", of_period=language.date(found.period, Form.OF))
    yield (
        Cell(language.capital(name), (f"target-{found.period}", ""), note=verdicts.calculation(indicator)),
        replace(verdicts.required(indicator, found), kind="computed"),
    )


def _undrawn(edition: Edition) -> str:
    if not edition.shows(Extra.CHARTS):
        return ""
    return edition.language.gettext("There is nothing to draw: the source gives no second number in the same unit.")


def _readings(edition: Edition, indicator: Indicator, rule: str) -> Iterator[str]:
    if rule != "ceiling":
        return
    gettext, phrases, last = edition.language.gettext, Phrases(edition), latest(indicator)
    value, target = phrases.latest(indicator).text, phrases.target(indicator).text
    value = Verdicts(edition).marked(value, last) if last else value
    early = Verdicts(edition).early(indicator) is not None
    yield from (gettext(reading, target=target, value=value) for reading in READINGS[early])


def _silences(edition: Edition, indicator: Indicator) -> Iterator[str]:
    """What the record leaves empty."""
    gettext = edition.language.gettext
    if indicator.target.by is None and indicator.target.growth is None:
        yield gettext("by which year the target should be reached")
    if len(indicator.observations) < 2:  # noqa: PLR2004 - nothing to compare with
        yield gettext("any earlier value")


def _quotations(edition: Edition, indicator: Indicator) -> tuple[Quotation, ...]:
    observed = (observation.source for observation in indicator.observations)
    return quotations(edition, indicator.source, indicator.target.source, *observed)
