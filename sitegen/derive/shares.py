"""An indicator's numbers held against its target: as shares of it, and by how far they miss it.

In: an indicator. Out: numbers for drawings and sentences that hold many indicators to one scale, or None where
value and target have none in common. Nothing is judged here: the findings do that.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.findings import Outcome, find
from sitegen.derive.values import Interval, interval, latest, numeric, target_unit, unit_of
from sitegen.model.indicators import Indicator, Observation


@dataclass(frozen=True)
class Shares:
    """The first and the latest number of an indicator, and the target that both are parts of.

    target: above zero, in `unit`. first: None where the latest is the only number in that unit.
    """

    target: Decimal
    unit: str
    last: Observation
    first: Observation | None

    def share(self, number: Decimal) -> Decimal:
        """A number in parts of the target: 0 is zero, 1 is the target."""
        return number / self.target

    def span(self, observation: Observation) -> Interval:
        """All that an observation can stand for, in parts of the target; both ends are equal where it is exact."""
        numbers = interval(observation) or Interval(Decimal(0), Decimal(0))
        return Interval(self.share(numbers.low), self.share(numbers.high))


def shares(indicator: Indicator) -> Shares | None:
    """The latest value and the first one against the target, if a bar that begins at zero can be held against it.

    None where the latest value is no number, where the target is none, zero or in another unit, and where a
    number lies below zero. A target of yearly growth is the level that the findings derive; what grows from an
    approximate number is no single level.
    """
    last, required = latest(indicator), find(indicator).required
    unit = target_unit(indicator)
    numbers = [each for each in numeric(indicator) if unit_of(indicator, each) == unit]
    if last is None or last not in numbers or required is None or required <= 0:
        return None
    if indicator.target.growth is not None and numbers[0].about is not None:
        return None
    found = Shares(required, unit, last, None if numbers[0] is last else numbers[0])
    return found if min(found.span(each).low for each in (numbers[0], last)) >= 0 else None


@dataclass(frozen=True)
class Distance:
    """How far below what was asked of them the first and the latest number lay, in `unit`.

    since: the period of the first. growth: the target grows from the first number, of which nothing more was asked.
    """

    before: Decimal
    after: Decimal
    unit: str
    since: str
    growth: bool


def distance(indicator: Indicator) -> Distance | None:
    """How far two exact numbers lay from a target that is not reached, or None.

    A level is the same for both; what has to grow is held against what was asked of it in its own period.
    """
    held = shares(indicator)
    if held is None or held.first is None or find(indicator).outcome is not Outcome.NOT_REACHED:
        return None
    before, after = held.first.number, held.last.number
    if before is None or after is None:
        return None
    growth = indicator.target.growth is not None
    asked = before if growth else held.target
    return Distance(asked - before, held.target - after, held.unit, held.first.period, growth)
