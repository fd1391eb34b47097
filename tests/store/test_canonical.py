"""Equal values have equal bytes, other values others, and what has no order of its own has none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pytest

from sitegen.store.canonical import canonical, declared
from sitegen.views.site import View


class Colour(StrEnum):
    """A choice."""

    RED = "red"


@dataclass(frozen=True)
class Inner:
    """A value within another."""

    name: str


@dataclass(frozen=True)
class Value:
    """One field of each type that has canonical bytes."""

    text: str = "å"
    count: int = 1
    sure: bool = True
    sum: Decimal = Decimal("1.0")
    colour: Colour = Colour.RED
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()


@dataclass(frozen=True)
class WithSet:
    """A set has no order."""

    names: frozenset[str]


@dataclass(frozen=True)
class WithObject:
    """An object hides what it holds."""

    names: object


@dataclass
class Changing:
    """Can be changed after it was named."""

    name: str


@dataclass(frozen=True)
class Unclear:
    """JSON writes a text and a Decimal alike."""

    sum: Decimal | str


def test_the_bytes_are_compact_json_in_the_order_of_declaration() -> None:
    """Every type has one way of being written."""
    expected = (
        '{"text":"å","count":1,"sure":true,"sum":"1.0","colour":"red","inner":{"name":"a"},"many":[{"name":"b"}]}'
    )
    assert expected.encode() == canonical(Value(inner=Inner("a"), many=(Inner("b"),)))


@pytest.mark.parametrize(
    "other",
    [
        Value(text="a"),
        Value(count=0),
        Value(sure=False),
        Value(sum=Decimal("1.00")),
        Value(inner=Inner("")),
        Value(many=(Inner(""),)),
    ],
)
def test_another_value_has_other_bytes(other: Value) -> None:
    """Whichever field differs."""
    assert canonical(Value()) != canonical(other)


@pytest.mark.parametrize(
    "value", [WithSet(frozenset("ab")), WithObject("a"), Changing("a"), Unclear("a"), {"a"}, ["a"]]
)
def test_what_has_no_canonical_bytes_is_an_error(value: object) -> None:
    """At once, and not a page that is made anew each time."""
    with pytest.raises(TypeError):
        canonical(value)


def test_every_view_has_canonical_bytes() -> None:
    """As it is declared."""
    declared(View)
