"""Whether an indicator's target is reached: the first rule that applies decides.

In: an indicator. Out: a Finding. The rules are declared once, below; the method page prints the statements of
this very table, so that it cannot say anything else than what is computed. It is neither a forecast nor a
grade: the source names no target year.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from sitegen.derive.values import Interval, interval, latest, numeric, printed_number, target_unit, unit_of
from sitegen.language.marks import N_
from sitegen.model.indicators import Indicator


class Outcome(StrEnum):
    """What a rule says of an indicator; disputed where the source contradicts the value that was judged."""

    REACHED = "reached"
    REACHED_DISPUTED = "reached-disputed"
    NOT_REACHED = "not-reached"
    NOT_REACHED_DISPUTED = "not-reached-disputed"
    NOT_JUDGED = "not-judged"


DISPUTED: Mapping[Outcome, Outcome] = {
    Outcome.REACHED: Outcome.REACHED_DISPUTED,
    Outcome.NOT_REACHED: Outcome.NOT_REACHED_DISPUTED,
}
"""What becomes of an outcome that the source contradicts."""


@dataclass(frozen=True)
class Case:
    """What the rules look at: an indicator with its latest number and the level it is held against.

    first: the first number in the target's unit. required: what the latest value must reach, an interval where
    it grows from an approximate number. Both are None where there is none.
    """

    indicator: Indicator
    value: Interval | None
    unit: str | None
    target_unit: str
    first: Interval | None
    required: Interval | None


@dataclass(frozen=True)
class Rule:
    """A rule: its id, when it applies, what follows, and the words for both.

    statement: the rule as the method page states it. reason: why, on the indicator's own page.
    """

    id: str
    applies: Callable[[Case], bool]
    outcome: Outcome
    statement: str
    reason: str


@dataclass(frozen=True)
class Finding:
    """What the first rule that applied says of an indicator's latest value.

    period: of the latest value; None where there is no value. required: the number to reach, if there is one;
    from an approximate number, what its printed form grows to. What grows is written as finely as the latest value
    and rounded up: a value below it has not reached the target.
    """

    rule: Rule
    period: str | None
    required: Decimal | None

    @property
    def outcome(self) -> Outcome:
        """Reached, not reached, or not judged, by the value alone."""
        return self.rule.outcome


RULES: tuple[Rule, ...] = (
    Rule(
        "text-target",
        lambda case: case.indicator.target.text is not None,
        Outcome.NOT_JUDGED,
        N_("A target in words, without a number, is not judged."),
        N_("the target is stated in words, without a number"),
    ),
    Rule(
        "no-number",
        lambda case: case.value is None,
        Outcome.NOT_JUDGED,
        N_("Where the latest value is a text or is missing, nothing is judged."),
        N_("the latest value is not a number"),
    ),
    Rule(
        "unit-mismatch",
        lambda case: case.unit != case.target_unit,
        Outcome.NOT_JUDGED,
        N_("Where value and target are not in the same unit, both are shown as printed and nothing is judged."),
        N_("value and target are not in the same unit"),
    ),
    Rule(
        "no-earlier-value",
        lambda case: case.required is None,
        Outcome.NOT_JUDGED,
        N_("A target of yearly growth needs an earlier value in the same unit; without one it is not judged."),
        N_("there is no earlier value to grow from"),
    ),
    Rule(
        "ceiling",
        lambda case: (
            case.indicator.target.level is not None
            and case.first is not None
            and case.first.low > case.indicator.target.level
        ),
        Outcome.NOT_JUDGED,
        N_(
            "Where the first printed value already stood above the target, the target may be a ceiling or a floor; "
            "both readings are given and nothing is judged."
        ),
        N_("the first value already stood above the target, so the target may be a floor or a ceiling"),
    ),
    Rule(
        "uncertain",
        lambda case: bool(
            case.value
            and case.required
            and case.value.low < case.required.high
            and case.value.high >= case.required.low
        ),
        Outcome.NOT_JUDGED,
        N_(
            "An approximate value stands for all numbers within half a unit of its last non-zero digit (about 50 is "
            "45 to 55). Where both ends do not give the same answer, nothing is judged."
        ),
        N_("the value is approximate, and its ends do not give the same answer"),
    ),
    Rule(
        "reached",
        lambda case: bool(case.value and case.required and case.value.low >= case.required.high),
        Outcome.REACHED,
        N_(
            "A target is reached when the latest value is at or above it. A target of yearly growth is reached when "
            "the latest value has grown from the first one by at least that rate a year."
        ),
        N_("the latest value is at or above the target"),
    ),
    Rule(
        "not-reached",
        lambda _: True,
        Outcome.NOT_REACHED,
        N_("In all other cases the target was not reached in the period of the latest value."),
        N_("the latest value is below the target"),
    ),
)


def find(indicator: Indicator) -> Finding:
    """What the rules say of the indicator's latest value."""
    last = latest(indicator)
    aimed = target_unit(indicator)
    starts = (interval(each) for each in numeric(indicator) if unit_of(indicator, each) == aimed)
    case = Case(
        indicator=indicator,
        value=interval(last) if last else None,
        unit=unit_of(indicator, last) if last else None,
        target_unit=aimed,
        first=next(starts, None),
        required=_required(indicator),
    )
    rule = next(rule for rule in RULES if rule.applies(case))
    return Finding(rule, last.period if last else None, _number_to_reach(case))


def _number_to_reach(case: Case) -> Decimal | None:
    if case.required is None or case.indicator.target.growth is None:
        return case.indicator.target.level
    printed = printed_number(numeric(case.indicator)[-1]) or Decimal(0)
    middle = (case.required.low + case.required.high) / 2
    return middle.quantize(Decimal(1).scaleb(int(printed.as_tuple().exponent)), ROUND_CEILING)


def _required(indicator: Indicator) -> Interval | None:
    """What the latest value must reach.

    Method for growth: compound, from the first printed number to the period of the latest, whole years.
    """
    target = indicator.target
    if target.level is not None:
        return Interval(target.level, target.level)
    numbers = numeric(indicator)
    if target.growth is None or not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    start = interval(first)
    years = int(last.period[:4]) - int(first.period[:4])
    if start is None or years == 0 or unit_of(indicator, first) != unit_of(indicator, last):
        return None
    factor = (1 + target.growth / 100) ** years
    return Interval(start.low * factor, start.high * factor)
