"""The round numbers of an axis.

In: the numbers that a chart shows. Out: a scale that holds them all and its start, mostly zero, with few round ticks,
written with a language's marks. This module must not know units, words or widths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sitegen.views.charts import NumberLocale

_MOST_STEPS = 4
_MANTISSAS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


@dataclass(frozen=True)
class Scale:
    """Ticks from the lowest to the highest, evenly spaced; the start is one of them."""

    ticks: tuple[Decimal, ...]

    @property
    def low(self) -> Decimal:
        """The lower end."""
        return self.ticks[0]

    @property
    def top(self) -> Decimal:
        """The upper end."""
        return self.ticks[-1]

    @property
    def decimals(self) -> int:
        """Digits after the decimal mark that a tick needs."""
        return max(-min(int(tick.normalize().as_tuple().exponent), 0) for tick in self.ticks)

    def written(self, locale: NumberLocale) -> tuple[str, ...]:
        """Each tick with as many decimals as one of them needs."""
        marks = str.maketrans({",": locale.grouping, ".": locale.decimal, "-": locale.minus})
        return tuple(f"{tick:,.{self.decimals}f}".translate(marks) for tick in self.ticks)

    def share(self, number: Decimal) -> float:
        """Where `number` lies: 0 at the lower end, 1 at the upper."""
        return float((number - self.low) / (self.top - self.low))


def scale(numbers: Iterable[Decimal], start: Decimal = Decimal(0)) -> Scale:
    """A scale over `start` and `numbers` in at most five ticks or so; whole steps for whole numbers."""
    held = (start, *numbers)
    low, top = min(held) - start, max(held) - start
    if low == top:
        return Scale((start, start + 1))
    whole = all(number == number.to_integral_value() for number in held)
    step = next(step for step in _steps(top - low, whole=whole) if _count(low, top, step) <= _MOST_STEPS)
    return Scale(tuple(start + step * i for i in range(_floor(low, step), -_floor(-top, step) + 1)))


def _steps(span: Decimal, *, whole: bool) -> Iterator[Decimal]:
    exponent = span.adjusted() - 1
    while True:
        for mantissa in _MANTISSAS:
            step = mantissa.scaleb(exponent)
            if not whole or step == step.to_integral_value():
                yield step
        exponent += 1


def _count(low: Decimal, top: Decimal, step: Decimal) -> int:
    return -_floor(-top, step) - _floor(low, step)


def _floor(number: Decimal, step: Decimal) -> int:
    return int((number / step).to_integral_value(rounding="ROUND_FLOOR"))
