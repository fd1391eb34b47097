"""Small multiples: one indicator on a little room, drawn to a scale that is the same for all of them.

In: an edition and its indicators. Out: words, and where the marks lie, in per cent of the drawing's width. Zero
is at its left edge and the target at one place in every drawing, so that bars of different units can be held
against each other: their length is the share of the target. What has no number or no common scale has words
instead. This module must not know how anything looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from sitegen.derive.changes import contradiction, judged
from sitegen.derive.findings import Finding, Outcome, find
from sitegen.derive.periods import early_document
from sitegen.derive.shares import Shares, shares
from sitegen.derive.values import Interval, latest
from sitegen.model.indicators import Indicator, Observation
from sitegen.views.contradictions import contradiction_words
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.values import Figure, Link
from sitegen.views.verdicts import Verdicts

TARGET_AT = Decimal("62.5")
"""Where the target lies. What is beyond 160 per cent of it is cut off; the look puts the target's name here."""
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class Span:
    """A part of the drawing's width, in per cent, as plain numbers."""

    start: str
    width: str


@dataclass(frozen=True)
class Bar:
    """A value. sure: up to it; possible: from there to all that an approximate value may be. cut: it goes on."""

    sure: Span
    possible: Span | None
    cut: bool


@dataclass(frozen=True)
class Bars:
    """The marks of one drawing.

    target: where it lies, in per cent. zero: the number at the left edge as written. below: what no value can
    be, where the unit does not begin at zero. earlier: the first value, if there is one. incomplete: the period of
    the latest value was not over.
    """

    target: str
    zero: str
    below: Span | None
    latest: Bar
    earlier: Bar | None
    incomplete: bool


@dataclass(frozen=True)
class Multiple:
    """An indicator with its latest value, its target and what was found.

    period: of the value, marked where it was not over. target: as the mark in a drawing is named, or in full where
    there is no drawing. earlier: the first value with its period, or "". outcome: machine name; outcome_words: as
    read. reason: why nothing is judged. contradiction: what else the source says of the same matter, or "". change:
    whether the value has come nearer to the target, or "". notes: what else must be known to read the drawing.
    """

    link: Link
    value: Figure
    period: str
    target: str
    earlier: str
    outcome: str
    outcome_words: str
    reason: str
    contradiction: str
    change: str
    notes: tuple[str, ...]
    bars: Bars | None


def multiple(edition: Edition, indicator: Indicator) -> Multiple:
    """The small multiple of an indicator."""
    found, last, held, verdicts = find(indicator), latest(indicator), shares(indicator), Verdicts(edition)
    disputed = contradiction(edition.portal, indicator)
    return Multiple(
        link=edition.indicator_link(indicator.id),
        value=Phrases(edition).latest(indicator),
        period=verdicts.marked(edition.language.date(last.period), last) if last else "",
        target=_target(edition, indicator, found, held),
        earlier=_earlier(edition, indicator, held.first) if held and held.first else "",
        outcome=judged(edition.portal, indicator).value,
        outcome_words=verdicts.outcome(indicator),
        reason=verdicts.reason(found) if found.outcome is Outcome.NOT_JUDGED else "",
        contradiction=contradiction_words(edition, disputed) if disputed else "",
        change=verdicts.nearer(indicator),
        notes=tuple(_notes(edition, held)) if held else (),
        bars=_bars(edition, held) if held else None,
    )


def reading(edition: Edition, shown: Iterable[Multiple]) -> tuple[str, ...]:
    """How drawings are read, in sentences: what is true of all of them, and of marks that only some have."""
    gettext, drawn = edition.language.gettext, [each.bars for each in shown if each.bars]
    drawn_bars = [bar for bars in drawn for bar in (bars.latest, bars.earlier) if bar]
    said = (
        (
            drawn,
            gettext(
                "Each bar begins at zero. The dashed line is the target and stands at the same place in every drawing, "
                "so that the bars show how much of the target the values are."
            ),
        ),
        ([bars for bars in drawn if bars.earlier], gettext("The narrow bar is the first value that is printed.")),
        (
            [bar for bar in drawn_bars if bar.possible],
            gettext("A dashed end shows all that an approximate value may be."),
        ),
        (
            [bars for bars in drawn if bars.incomplete],
            gettext("A striped bar is the value of a period that was not over."),
        ),
        ([bar for bar in drawn_bars if bar.cut], gettext("An arrow marks a bar that goes on beyond the drawing.")),
    )
    return tuple(sentence for seen, sentence in said if seen)


def _target(edition: Edition, indicator: Indicator, found: Finding, held: Shares | None) -> str:
    phrases = Phrases(edition)
    if held is None:
        return phrases.target_words(indicator.target) or phrases.target(indicator).words
    required = Verdicts(edition).aim(indicator, found, short=True)
    if found.rule.id == "ceiling":
        return edition.language.gettext("Target %(target)s, floor or ceiling?", target=required)
    return edition.language.gettext("Target %(target)s", target=required)


def _earlier(edition: Edition, indicator: Indicator, first: Observation) -> str:
    return f"{edition.language.date(first.period)}: {Phrases(edition).observation(indicator, first).text}"


def _notes(edition: Edition, held: Shares) -> Iterator[str]:
    language = edition.language
    lowest = edition.portal.unit[held.unit].lowest
    if lowest:
        yield language.gettext("The scale begins at %(number)s.", number=language.number(lowest))
    times = held.span(held.last).high
    if times * TARGET_AT > _WHOLE:
        yield language.gettext(
            "By our calculation the value is %(times)s times the target.",
            times=language.number(times.quantize(Decimal("0.1"))),
        )


def _bars(edition: Edition, held: Shares) -> Bars:
    lowest = edition.portal.unit[held.unit].lowest or Decimal(0)
    start = held.share(lowest)
    return Bars(
        target=_percent(TARGET_AT),
        zero=Phrases(edition).quantity(Decimal(0), held.unit).text,
        below=_span(Decimal(0), start) if start > 0 else None,
        latest=_bar(start, held.span(held.last)),
        earlier=_bar(start, held.span(held.first)) if held.first else None,
        incomplete=early_document(edition.portal, held.last) is not None,
    )


def _bar(start: Decimal, value: Interval) -> Bar:
    return Bar(
        sure=_span(start, value.low),
        possible=_span(value.low, value.high) if value.low < value.high else None,
        cut=value.high * TARGET_AT > _WHOLE,
    )


def _span(start: Decimal, end: Decimal) -> Span:
    """From one share of the target to another, as far as the drawing goes."""
    left, right = (min(share * TARGET_AT, _WHOLE) for share in (start, end))
    return Span(_percent(left), _percent(max(right - left, Decimal(0))))


def _percent(number: Decimal) -> str:
    return f"{number.quantize(Decimal('0.01'), ROUND_HALF_EVEN).normalize():f}"
