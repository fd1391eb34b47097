"""Sentences and words of the interface that more than one page needs, in the language of the edition.

In: records and what was derived from them. Out: texts. Every figure that is written anywhere is written here,
so that pages, files and drawings agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from sitegen.derive.changes import Change, judged
from sitegen.derive.findings import Finding, Outcome, find
from sitegen.derive.shares import Distance, distance
from sitegen.derive.values import latest, numeric, printed_number, target_unit, unit_of
from sitegen.language.marks import N_
from sitegen.model.indicators import Indicator, MissingReason, Observation, Target
from sitegen.model.programme import Distribution, Facet, Status, UnitKind
from sitegen.model.projects import Amount, CostKind
from sitegen.views.edition import Edition
from sitegen.views.values import Figure, StatusMark

COST_KINDS: Mapping[CostKind, str] = {
    CostKind.YEARLY: N_("a year"),
    CostKind.ONE_OFF: N_("one-off"),
    CostKind.NOT_STATED: N_("kind not stated"),
}
SAVING_KINDS: Mapping[CostKind, str] = {
    CostKind.YEARLY: N_("saved a year"),
    CostKind.ONE_OFF: N_("saved once"),
    CostKind.NOT_STATED: N_("kind not stated"),
}
COST_TITLES: Mapping[CostKind, str] = {
    CostKind.YEARLY: N_("Costs a year"),
    CostKind.ONE_OFF: N_("One-off costs"),
    CostKind.NOT_STATED: N_("Costs of a kind that the source does not state"),
}
COSTS: Mapping[CostKind, str] = {
    CostKind.YEARLY: N_("%(amount)s a year"),
    CostKind.ONE_OFF: N_("%(amount)s, one-off"),
    CostKind.NOT_STATED: N_("%(amount)s, a year or one-off is not stated"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.REACHED: N_("Reached"),
    Outcome.REACHED_DISPUTED: N_("Reached, but the source contradicts itself"),
    Outcome.NOT_REACHED: N_("Not reached"),
    Outcome.NOT_REACHED_DISPUTED: N_("Not reached, and the source contradicts itself"),
    Outcome.NOT_JUDGED: N_("Not judged"),
}
OUTCOMES_DATED: Mapping[Outcome, str] = {
    Outcome.REACHED: N_("Reached in %(period)s"),
    Outcome.REACHED_DISPUTED: N_("Reached in %(period)s, but the source contradicts itself"),
    Outcome.NOT_REACHED: N_("Not reached in %(period)s"),
    Outcome.NOT_REACHED_DISPUTED: N_("Not reached in %(period)s, and the source contradicts itself"),
    Outcome.NOT_JUDGED: N_("Not judged"),
}
MISSING: Mapping[MissingReason, str] = {
    MissingReason.NOT_IN_SOURCE: N_("the figure is not in the source"),
    MissingReason.DASH: N_("the source prints a dash"),
}
FACETS: Mapping[Facet, str] = {
    Facet.THEME: N_("Theme"),
    Facet.YEAR: N_("Year"),
    Facet.BENEFIT: N_("Long-term benefit"),
    Facet.NEED: N_("Why it is needed"),
    Facet.LEVEL: N_("Level"),
    Facet.ROLE: N_("Responsible role"),
    Facet.OTHER: N_("Other"),
}
SILENT = "-"
"""The term of a project of which the source says nothing, in addresses: no id is written so."""


@dataclass(frozen=True)
class Phrases:
    """The words of one edition."""

    edition: Edition

    def quantity(self, number: Decimal, unit_id: str, *, about: bool = False) -> Figure:
        """A number in a unit of the vocabulary."""
        unit = self.edition.portal.unit[unit_id]
        written = self._number(number, unit.kind)
        kind = "about" if about else "number"
        return Figure(
            text=self._about(written) if about else written,
            unit="" if unit.kind is UnitKind.PERCENT else self.edition.counted(unit.name, number),
            kind=kind,
            number=f"{number:f}",
            unit_id=unit_id,
        )

    def _number(self, number: Decimal, kind: UnitKind) -> str:
        language = self.edition.language
        if kind is UnitKind.CURRENCY:
            return language.currency(number, self.edition.portal.settings.currency)
        return language.percent(number) if kind is UnitKind.PERCENT else language.number(number)

    def _about(self, written: str) -> str:
        return self.edition.language.gettext("about %(number)s", number=written)

    def observation(self, indicator: Indicator, observation: Observation) -> Figure:
        """A value as it is printed: a number, a text, or why there is none."""
        number = printed_number(observation)
        if number is not None:
            unit = unit_of(indicator, observation)
            return self.quantity(number, unit, about=observation.about is not None)
        if observation.text is not None:
            return self._words("text", self.edition.text(observation.text))
        reason = observation.missing or MissingReason.NOT_IN_SOURCE
        return self._words("missing", self.edition.language.gettext(MISSING[reason]))

    def latest(self, indicator: Indicator) -> Figure:
        """The latest value as it is printed; without any, that there is none."""
        last = latest(indicator)
        return (
            self.observation(indicator, last)
            if last
            else self._words("missing", self.edition.language.gettext("no value"))
        )

    def _words(self, kind: str, text: str) -> Figure:
        return Figure(text, "", kind, "", "")

    def target(self, indicator: Indicator) -> Figure:
        """The target in words: a number with its unit, a yearly growth, or a text."""
        target, language = indicator.target, self.edition.language
        if target.text is not None:
            return self._words("text", self.edition.text(target.text))
        if target.level is not None:
            return self.quantity(target.level, target_unit(indicator))
        growth = target.growth or Decimal(0)
        written = language.gettext("grows by %(share)s a year", share=language.percent(growth))
        return Figure(written, "", "growth", f"{growth:f}", "")

    def target_words(self, target: Target) -> str:
        """The source's own words for a target that is a number, or ""."""
        return self.edition.text(target.words) if target.words else ""

    def money(self, amount: Amount) -> str:
        """An amount with its sign, with "about" where it is approximate."""
        currency = self.edition.portal.settings.currency
        if amount.about is not None:
            return self._about(self.edition.language.currency(amount.about, currency))
        return self.edition.language.currency(amount.amount or Decimal(0), currency)

    def cost(self, cost: Amount) -> str:
        """An amount with its kind in words."""
        return self.edition.language.gettext(COSTS[cost.kind], amount=self.money(cost))

    def of_cost(self, cost: Amount, kinds: Mapping[CostKind, str] = COST_KINDS) -> str:
        """The kind of an amount, its part of the project and its funding, in words."""
        gettext = self.edition.language.gettext
        part = gettext("part %(part)s", part=cost.part) if cost.part else ""
        funding = self.edition.text(cost.funding) if cost.funding else ""
        return ", ".join(filter(None, (gettext(kinds[cost.kind]), part, funding)))

    def status(self, status: Status | None) -> StatusMark:
        """A status in words; without one, that the source gives none."""
        if status is None:
            return StatusMark(self.edition.language.gettext("No status in the source"), "unreported")
        return StatusMark(self.edition.text(status.name), status.phase.value)

    def only_charted(self, chart: Distribution) -> str:
        """That the source holds a matter as a chart alone."""
        title = self.edition.text(chart.title)
        return self.edition.language.gettext("%(title)s: only as a chart, without figures in the text.", title=title)

    def theme(self, theme_id: str) -> str:
        """A theme's name, after its letter where it has one."""
        theme = self.edition.portal.theme[theme_id]
        name = self.edition.text(theme.name)
        return f"{theme.letter} – {name}" if theme.letter else name

    def outcome(self, indicator: Indicator) -> str:
        """The outcome in words, with the period where there is one, and with what contradicts it."""
        period = find(indicator).period
        return self.edition.language.gettext(
            OUTCOMES_DATED[judged(self.edition.portal, indicator)],
            period=self.edition.language.date(period) if period else "",
        )

    def reason(self, finding: Finding) -> str:
        """Why the rules say what they say."""
        return self.edition.language.gettext(finding.rule.reason)

    def finding(self, indicator: Indicator, finding: Finding, latest: Figure) -> str:
        """The finding in one sentence with its numbers."""
        language = self.edition.language
        period = language.date(finding.period) if finding.period else ""
        if finding.outcome is Outcome.NOT_JUDGED:
            return language.gettext("Not judged: %(reason)s.", reason=self.reason(finding))
        values = {"period": period, "value": latest.words, "target": self._required_words(indicator, finding)}
        if finding.outcome is Outcome.REACHED:
            return language.gettext("The target is reached in %(period)s: %(value)s, target %(target)s.", **values)
        if indicator.target.by is not None:
            return language.gettext("The target is not reached in %(period)s: %(value)s, target %(target)s.", **values)
        return language.gettext(
            "The target is not reached in %(period)s: %(value)s, target %(target)s. The source names no target year.",
            **values,
        )

    def required(self, indicator: Indicator, finding: Finding) -> Figure:
        """The number to reach: the target itself, or what it has to grow to in the period of the latest value."""
        if indicator.target.growth is None or finding.required is None:
            return self.target(indicator)
        # As finely as the source prints the value, and rounded up: a value below it has not reached the target.
        printed = printed_number(numeric(indicator)[-1]) or Decimal(0)
        required = finding.required.quantize(Decimal(1).scaleb(int(printed.as_tuple().exponent)), ROUND_CEILING)
        return self.quantity(required, indicator.unit)

    def _required_words(self, indicator: Indicator, finding: Finding) -> str:
        required, growth = self.required(indicator, finding), indicator.target.growth
        if growth is None or finding.required is None:
            return required.words
        return self.edition.language.gettext(
            "%(required)s, if it grows by %(share)s a year",
            required=required.text,
            share=self.edition.language.percent(growth),
        )

    def nearer(self, indicator: Indicator) -> str:
        """Whether the value has come nearer to a target that is not reached, in a few words, or ""."""
        found = distance(indicator)
        if found is None:
            return ""
        gettext, since = self.edition.language.gettext, self.edition.language.date(found.since)
        if found.after < found.before:
            return gettext("nearer to the target than before (%(since)s)", since=since)
        if found.after > found.before:
            return gettext("further from the target than before (%(since)s)", since=since)
        return gettext("as far from the target as before (%(since)s)", since=since)

    def pace(self, indicator: Indicator) -> str:
        """Whether the value is on its way to a target that is not reached: the distances, and what is not known."""
        found, language = distance(indicator), self.edition.language
        if found is None:
            return ""
        values = {
            "after": self._difference(found.after, found),
            "before": self._difference(found.before, found),
            "since": language.date(found.since),
        }
        if indicator.target.by is not None:
            return language.gettext("%(after)s is left to the target; in %(since)s it was %(before)s.", **values)
        return language.gettext(
            "%(after)s is left to the target; in %(since)s it was %(before)s. Without a target year it cannot be said "
            "whether the target is reached in time.",
            **values,
        )

    def _difference(self, number: Decimal, found: Distance) -> str:
        # Per cent of per cent are percentage points.
        if self.edition.portal.unit[found.unit].kind is UnitKind.PERCENT:
            return self.edition.language.gettext(
                "%(number)s percentage points", number=self.edition.language.number(number)
            )
        return self.quantity(number, found.unit).text

    def change(self, indicator: Indicator, change: Change | None) -> str:
        """The change from the first value to the latest in one sentence, or ""."""
        if change is None:
            return ""
        language, unit = self.edition.language, unit_of(indicator, change.last)
        values = {
            "first": language.date(change.first.period),
            "before": self.observation(indicator, change.first).text,
            "after": self.observation(indicator, change.last).text,
            "difference": self.quantity(abs(change.difference), unit).text,
            "share": language.percent(abs(change.share or Decimal(0))),
        }
        if change.difference == 0:
            return language.gettext("The value is the same as in %(first)s, %(after)s.", **values)
        # Per cent of nothing is no number, and per cent of per cent is read as percentage points.
        if change.share is None or self.edition.portal.unit[unit].kind is UnitKind.PERCENT:
            return language.gettext("Since %(first)s the value has changed from %(before)s to %(after)s.", **values)
        if change.difference > 0:
            return language.gettext(
                "Since %(first)s the value has risen by %(difference)s (%(share)s), from %(before)s to %(after)s.",
                **values,
            )
        return language.gettext(
            "Since %(first)s the value has fallen by %(difference)s (%(share)s), from %(before)s to %(after)s.",
            **values,
        )
