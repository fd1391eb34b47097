"""Sentences and words of the interface that more than one page needs, in the language of the edition.

In: records and what was derived from them. Out: texts. Every figure that is written anywhere is written here,
so that pages, files and drawings agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.values import latest, printed_number, target_unit, unit_of
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
MISSING: Mapping[MissingReason, str] = {
    MissingReason.NOT_IN_SOURCE: N_("the figure is not in the source"),
    MissingReason.DASH: N_("the source prints a dash"),
}
FACETS: Mapping[Facet, str] = {
    Facet.THEME: N_("Theme"),
    Facet.YEAR: N_("Year"),
    Facet.BENEFIT: N_("Long-term benefit"),
    Facet.NEED: N_("Why it is needed"),
    Facet.LEVEL: N_("Level of the project"),
    Facet.ROLE: N_("Responsible role"),
    Facet.OTHER: N_("Other"),
}
UNREPORTED = "unreported"
"""The phase of a project of which the source gives no status."""
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
        """An amount with its part of the project and its kind, in words."""
        return self.edition.language.gettext(COSTS[cost.kind], amount=self.lettered(cost))

    def lettered(self, amount: Amount) -> str:
        """An amount after the letter of its part of the project, where it is of one."""
        money = self.money(amount)
        if not amount.part:
            return money
        return self.edition.language.gettext("%(part)s) %(amount)s", part=amount.part, amount=money)

    def of_cost(self, cost: Amount, kinds: Mapping[CostKind, str] = COST_KINDS) -> str:
        """The kind of an amount and its funding, in words."""
        funding = self.edition.text(cost.funding) if cost.funding else ""
        return ", ".join(filter(None, (self.edition.language.gettext(kinds[cost.kind]), funding)))

    def status(self, status: Status | None) -> StatusMark:
        """A status in words; without one, that the source gives none."""
        if status is None:
            return StatusMark(self.edition.language.gettext("No status in the source"), UNREPORTED)
        return StatusMark(self.edition.text(status.name), status.phase.value)

    def only_charted(self, chart: Distribution) -> str:
        """That the source holds a matter as a chart alone."""
        title = self.edition.text(chart.title)
        return self.edition.language.gettext("%(title)s: only as a chart, without figures in the text.", title=title)

    def theme(self, theme_id: str, *, short: bool = False) -> str:
        """A theme's name, after its letter where it has one. short: its short name, where it has one."""
        theme = self.edition.portal.theme[theme_id]
        name = self.edition.text((theme.short if short else None) or theme.name)
        return f"{theme.letter} – {name}" if theme.letter else name
