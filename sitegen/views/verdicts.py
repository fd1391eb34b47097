"""What is said of an indicator's value against its target and against its earlier values: sentences that judge.

In: an edition, an indicator and what was derived from it. Out: texts. What is judged of a period that was not over
says so in the same sentence, and what is calculated here is called ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.changes import Change, judged
from sitegen.derive.findings import Finding, Outcome
from sitegen.derive.periods import early_document
from sitegen.derive.shares import Distance, distance
from sitegen.derive.values import latest, numeric, unit_of
from sitegen.language.dates import Form
from sitegen.language.marks import N_
from sitegen.model.indicators import Indicator, Observation
from sitegen.model.programme import UnitKind
from sitegen.model.sources import Document
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.values import Figure

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
OUTCOMES_EARLY: Mapping[Outcome, str] = {
    Outcome.REACHED: N_("Reached when the document was written"),
    Outcome.REACHED_DISPUTED: N_("Reached when the document was written, but the source contradicts itself"),
    Outcome.NOT_REACHED: N_("Not reached when the document was written"),
    Outcome.NOT_REACHED_DISPUTED: N_("Not reached when the document was written, and the source contradicts itself"),
    Outcome.NOT_JUDGED: N_("Not judged"),
}

FOUND: Mapping[Outcome, str] = {
    Outcome.REACHED: N_("The target is reached %(period)s: %(value)s, target %(target)s."),
    Outcome.NOT_REACHED: N_("The target is not reached %(period)s: %(value)s, target %(target)s."),
}
FOUND_EARLY: Mapping[Outcome, str] = {
    Outcome.REACHED: N_(
        "The target had been reached when the document was written, %(written)s: %(value)s, target %(target)s. "
        "The period %(period)s was not over."
    ),
    Outcome.NOT_REACHED: N_(
        "The target had not been reached when the document was written, %(written)s: %(value)s, target %(target)s. "
        "The period %(period)s was not over."
    ),
}
MARKED: Mapping[bool, str] = {False: N_("%(words)s (period not over)"), True: N_("%(words)s (not over)")}
"""The mark of a period that was not over, by whether it stands in a drawing."""
NEARER: Mapping[int, str] = {
    -1: N_("nearer to the target than before (%(since)s)"),
    0: N_("as far from the target as before (%(since)s)"),
    1: N_("further from the target than before (%(since)s)"),
}
NEARER_EARLY: Mapping[int, str] = {
    -1: N_("when the document was written, nearer to the target than before (%(since)s)"),
    0: N_("when the document was written, as far from the target as before (%(since)s)"),
    1: N_("when the document was written, further from the target than before (%(since)s)"),
}
LEFT = N_("By our calculation %(after)s is left to the target; %(since)s it was %(before)s.")
LEFT_EARLY = N_(
    "By our calculation %(after)s was left to the target when the document was written; %(since)s it was %(before)s."
)
SHORT = N_("By our calculation the value is %(after)s short of the yearly growth.")
SHORT_EARLY = N_("By our calculation the value was %(after)s short of the yearly growth when the document was written.")
RISEN = N_(
    "%(since)s the value has risen by %(difference)s (%(share)s, our calculation), from %(before)s to %(after)s."
)
FALLEN = N_(
    "%(since)s the value has fallen by %(difference)s (%(share)s, our calculation), from %(before)s to %(after)s."
)


@dataclass(frozen=True)
class Verdicts:
    """The judging words of one edition."""

    edition: Edition

    @property
    def phrases(self) -> Phrases:
        """The words for values and targets."""
        return Phrases(self.edition)

    def early(self, indicator: Indicator) -> Document | None:
        """The document that was written before the period of the latest value was over, if it was."""
        last = latest(indicator)
        return early_document(self.edition.portal, last) if last else None

    def incomplete(self, observation: Observation | None) -> str:
        """What is said beside a value whose period was not over, or ""."""
        if observation is None or early_document(self.edition.portal, observation) is None:
            return ""
        return self.edition.language.gettext("the period was not over when the document was written")

    def marked(self, words: str, observation: Observation, *, drawn: bool = False) -> str:
        """A value or its period in words, with a short mark where the period was not over.

        drawn: beside a point of a drawing, where there is room for less; the drawing's name has the longer mark.
        """
        if early_document(self.edition.portal, observation) is None:
            return words
        return self.edition.language.gettext(MARKED[drawn], words=words)

    def written(self, document: Document) -> str:
        """When a document with a date was written, within a sentence."""
        date = self.edition.language.date(document.date or "", Form.IN)
        return self.edition.language.gettext("by our estimate %(date)s", date=date) if document.estimated else date

    def outcome(self, indicator: Indicator) -> str:
        """The outcome with what contradicts it: of a period, or of the day when the document was written."""
        language, outcome = self.edition.language, judged(self.edition.portal, indicator)
        if self.early(indicator):
            return language.gettext(OUTCOMES_EARLY[outcome])
        last = latest(indicator)
        return language.gettext(OUTCOMES_DATED[outcome], period=language.date(last.period) if last else "")

    def reason(self, finding: Finding) -> str:
        """Why the rules say what they say."""
        return self.edition.language.gettext(finding.rule.reason)

    def finding(self, indicator: Indicator, finding: Finding) -> str:
        """The finding in one sentence with its numbers, and what must be known beside it."""
        language, early = self.edition.language, self.early(indicator)
        if finding.outcome is Outcome.NOT_JUDGED:
            return language.gettext("Not judged: %(reason)s.", reason=self.reason(finding))
        values = {"value": self.phrases.latest(indicator).words, "target": self.aim(indicator, finding)}
        if early:
            values |= {"written": self.written(early), "period": language.date(finding.period or "")}
        else:
            values |= {"period": language.date(finding.period or "", Form.IN)}
        said = language.gettext((FOUND_EARLY if early else FOUND)[finding.outcome], **values)
        if finding.outcome is Outcome.REACHED or not names_no_year(indicator):
            return said
        no_year = language.gettext("The source names no target year.")
        return f"{said} {no_year}"

    def required(self, indicator: Indicator, finding: Finding) -> Figure:
        """The number to reach: the target itself, or what it has to grow to in the period of the latest value."""
        if indicator.target.growth is None or finding.required is None:
            return self.phrases.target(indicator)
        return self.phrases.quantity(finding.required, indicator.unit)

    def aim(self, indicator: Indicator, finding: Finding, *, short: bool = False) -> str:
        """The number to reach in words; what it has to grow to is our calculation, and says so. short: no unit."""
        required, growth = self.required(indicator, finding), indicator.target.growth
        if growth is None or finding.required is None:
            return required.text if short else required.words
        return self.edition.language.gettext(
            "%(required)s, our calculation: %(calculation)s",
            required=required.text,
            calculation=self.calculation(indicator),
        )

    def calculation(self, indicator: Indicator) -> str:
        """How what has to grow is calculated."""
        language, growth = self.edition.language, indicator.target.growth or Decimal(0)
        start = language.date(numeric(indicator)[0].period, Form.START)
        return language.gettext("%(share)s a year, %(start)s", share=language.percent(growth), start=start)

    def nearer(self, indicator: Indicator) -> str:
        """Whether the value has come nearer to a target that is not reached, in a few words, or ""."""
        gap = distance(indicator)
        if gap is None:
            return ""
        side = (gap.after > gap.before) - (gap.after < gap.before)
        words = (NEARER_EARLY if self.early(indicator) else NEARER)[side]
        return self.edition.language.gettext(words, since=self.edition.language.date(gap.since))

    def pace(self, indicator: Indicator) -> str:
        """How far the value is from a target that is not reached, and what is not known of it; "" of others."""
        gap, language = distance(indicator), self.edition.language
        if gap is None:
            return ""
        values = {"after": self._difference(gap.after, gap)}
        if gap.growth:
            return language.gettext((SHORT_EARLY if self.early(indicator) else SHORT), **values)
        values |= {"before": self._difference(gap.before, gap), "since": language.date(gap.since, Form.IN)}
        left = language.gettext((LEFT_EARLY if self.early(indicator) else LEFT), **values)
        if not names_no_year(indicator):
            return left
        unknown = language.gettext("Without a target year it cannot be said whether the target is reached in time.")
        return f"{left} {unknown}"

    def left(self, indicator: Indicator) -> str:
        """How far the value is from a level that is not reached, in a few words for a drawing, or ""."""
        gap = distance(indicator)
        if gap is None or gap.growth:
            return ""
        left = self._difference(gap.after, gap)
        return self.edition.language.gettext("%(left)s left to the target, our calculation", left=left)

    def _difference(self, number: Decimal, gap: Distance) -> str:
        # Per cent of per cent are percentage points.
        if self.edition.portal.unit[gap.unit].kind is UnitKind.PERCENT:
            return self.edition.language.gettext(
                "%(number)s percentage points", number=self.edition.language.number(number)
            )
        return self.phrases.quantity(number, gap.unit).text

    def change(self, indicator: Indicator, change: Change | None) -> str:
        """The change from the first value to the latest in one sentence, or ""; none where a period was not over."""
        if change is None:
            return ""
        language = self.edition.language
        values = {
            "first": language.date(change.first.period),
            "before": self.phrases.observation(indicator, change.first).text,
            "after": self.phrases.observation(indicator, change.last).text,
        }
        if not change.complete:
            return language.gettext(
                "The value was %(before)s (%(first)s) and then %(after)s (%(last)s). Because a period was not over, we "
                "calculate no change.",
                last=language.date(change.last.period),
                **values,
            )
        if change.difference == 0:
            return language.gettext("The value is the same as in %(first)s, %(after)s.", **values)
        return language.capital(self._changed(indicator, change, values))

    def _changed(self, indicator: Indicator, change: Change, values: Mapping[str, str]) -> str:
        language, unit = self.edition.language, unit_of(indicator, change.last)
        since = language.date(change.first.period, Form.SINCE)
        # Per cent of nothing is no number, and per cent of per cent is read as percentage points.
        if change.share is None or self.edition.portal.unit[unit].kind is UnitKind.PERCENT:
            return language.gettext(
                "%(since)s the value has changed from %(before)s to %(after)s.", since=since, **values
            )
        calculated = {
            "since": since,
            "difference": self.phrases.quantity(abs(change.difference), unit).text,
            "share": language.percent(abs(change.share)),
        }
        return language.gettext(RISEN if change.difference > 0 else FALLEN, **calculated, **values)


def names_no_year(indicator: Indicator) -> bool:
    """Whether the target lacks a year that it could have: what has to grow every year needs none."""
    return indicator.target.by is None and indicator.target.growth is None
