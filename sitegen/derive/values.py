"""What a printed value means as a number: exact, or an interval where the source says "about"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.indicators import Indicator, Observation


@dataclass(frozen=True)
class Interval:
    """The numbers that a printed value can stand for, ends included. low == high where it is exact."""

    low: Decimal
    high: Decimal


def about_interval(number: Decimal) -> Interval:
    """The interval of an approximate number: half a unit of its last non-zero digit either way.

    Method: a rounded number stands for what would be rounded to it; "about 50" is 45 to 55, "about 48" is
    47.5 to 48.5. Zero has no such digit and stands for itself.
    """
    if number == 0:
        return Interval(number, number)
    exponent = number.normalize().as_tuple().exponent
    half = Decimal(1).scaleb(int(exponent)) / 2
    return Interval(number - half, number + half)


def interval(observation: Observation) -> Interval | None:
    """The numbers that an observation can stand for, or None where it is no number."""
    if observation.number is not None:
        return Interval(observation.number, observation.number)
    return about_interval(observation.about) if observation.about is not None else None


def printed_number(observation: Observation) -> Decimal | None:
    """The number as printed, exact or approximate, or None."""
    return observation.number if observation.number is not None else observation.about


def unit_of(indicator: Indicator, observation: Observation) -> str:
    """The id of the unit that an observation is in."""
    return observation.unit or indicator.unit


def target_unit(indicator: Indicator) -> str:
    """The id of the unit that the target is in."""
    return indicator.target.unit or indicator.unit


def latest(indicator: Indicator) -> Observation | None:
    """The latest observation, whatever its kind."""
    # Reversed: of two with one period the later listed counts, as it does among the numbers below.
    return max(reversed(indicator.observations), key=lambda observation: observation.period, default=None)


def numeric(indicator: Indicator) -> tuple[Observation, ...]:
    """The observations that are numbers, oldest first."""
    found = (observation for observation in indicator.observations if printed_number(observation) is not None)
    return tuple(sorted(found, key=lambda observation: observation.period))
