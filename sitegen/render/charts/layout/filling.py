"""What a view puts into the specification of its kind.

In: nothing. Out: the type `Filling` and the plain JSON numbers in it. This module must not know any kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Row = dict[str, Json]


@dataclass(frozen=True)
class Filling:
    """frames: for each screen's name the measures of its layout. data: rows for each data set of the kind.

    A row holds what both layouts share, and under each screen's name what that layout alone uses.
    """

    frames: Mapping[str, Row]
    data: Mapping[str, list[Row]]


def plain(number: Decimal | float) -> int | float:
    """As JSON writes it shortest; pixels keep one digit after the point, which no eye misses."""
    if isinstance(number, Decimal):
        return int(number) if number == number.to_integral_value() else float(number)
    return plain(Decimal(str(round(number, 1))))


def lines(texts: tuple[str, ...]) -> list[Json]:
    """Lines of text as JSON."""
    return list(texts)
