"""How a value has changed, and where the content says two different things of one matter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sitegen.derive.findings import DISPUTED, Outcome, find
from sitegen.derive.periods import early_document
from sitegen.derive.statuses import current_status
from sitegen.derive.values import latest, numeric, unit_of
from sitegen.model.indicators import Indicator, Observation
from sitegen.model.portal import Portal


@dataclass(frozen=True)
class Change:
    """Two numbers in one unit, the first printed and the latest.

    difference: latest less first, in their unit. share: the difference in per cent of the first, rounded to
    whole per cent; None where the first is 0 or the two lie on either side of 0. complete: both periods were over;
    else neither difference nor share says how the value has changed.
    """

    first: Observation
    last: Observation
    difference: Decimal
    share: Decimal | None
    complete: bool


def change(portal: Portal, indicator: Indicator) -> Change | None:
    """The change from the first exact number to the latest value, or None where that is no exact number in one unit."""
    numbers = [observation for observation in numeric(indicator) if observation.number is not None]
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    if first is last or last is not latest(indicator) or unit_of(indicator, first) != unit_of(indicator, last):
        return None
    before, after = first.number or Decimal(0), last.number or Decimal(0)
    share = None if before * after < 0 else percent(after - before, before)
    complete = not any(early_document(portal, each) for each in (first, last))
    return Change(first, last, after - before, share, complete)


def percent(part: Decimal, whole: Decimal, decimals: int = 0) -> Decimal | None:
    """`part` in per cent of `whole` with so many decimals, halves rounded away from zero; None of nothing."""
    if whole == 0:
        return None
    return (part * 100 / abs(whole)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@dataclass(frozen=True)
class Contradiction:
    """An indicator's printed share against what its roadmap's own list gives.

    printed: per cent. count of total: the projects that count. counted: the same in per cent, as finely as printed.
    """

    indicator: str
    roadmap: str
    statuses: tuple[str, ...]
    observation: Observation
    printed: Decimal
    count: int
    total: int
    counted: Decimal


def contradictions(portal: Portal) -> tuple[Contradiction, ...]:
    """Every declared comparison whose two sides differ, in the order of the indicators."""
    found = (contradiction(portal, indicator) for indicator in portal.indicators)
    return tuple(contradiction for contradiction in found if contradiction)


def judged(portal: Portal, indicator: Indicator) -> Outcome:
    """The outcome of an indicator as the portal states it: never without its contradiction."""
    outcome = find(indicator).outcome
    return DISPUTED.get(outcome, outcome) if contradiction(portal, indicator) else outcome


def contradiction(portal: Portal, indicator: Indicator) -> Contradiction | None:
    """The comparison that is declared for the indicator, if its two sides differ."""
    compared = indicator.compare_with
    numbers = numeric(indicator)
    if compared is None or not numbers or numbers[-1].number is None:
        return None
    projects = portal.projects_of(compared.roadmap)
    counting = [project for project in projects if current_status(portal, project) in compared.statuses]
    counted = percent(Decimal(len(counting)), Decimal(len(projects)), _decimals(numbers[-1].number))
    if counted is None or counted == numbers[-1].number:
        return None
    return Contradiction(
        indicator.id,
        compared.roadmap,
        compared.statuses,
        numbers[-1],
        numbers[-1].number,
        len(counting),
        len(projects),
        counted,
    )


def _decimals(number: Decimal) -> int:
    """How many decimals the number is printed with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
