"""Values as bytes: the same bytes for equal values, other bytes for other values.

In: frozen dataclasses, tuples, texts, numbers, Decimals, enums of texts, None. Out: JSON. It
must not know what a value means. Which types a value may hold is read off the declarations of its class, once for
each: what has no order of its own (a set), can change, or hides what it holds (an object) is an error before
anything is written, and so is a choice of types that JSON could not tell apart.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic_core import to_json

PLAIN = (str, int, bool, type(None), Decimal)


def canonical(value: Any) -> bytes:  # noqa: ANN401 - of any class that declares what it holds
    """The value as compact JSON, fields in the order of their declaration, UTF-8.

    Raises TypeError where its class declares a field of a type that has no canonical bytes.
    """
    declared(type(value))  # type: ignore[arg-type] # a class is hashable
    return to_json(value)


@cache
def declared(kind: Any) -> None:  # noqa: ANN401 - a type, or what typing makes of several
    """See that values of a type have canonical bytes. Raises TypeError that names what has none."""
    for part in _parts(kind):
        declared(part)


def _parts(kind: Any) -> Iterator[Any]:  # noqa: ANN401 - likewise
    """The types that a type is made of."""
    if kind in PLAIN or (isinstance(kind, type) and issubclass(kind, Enum) and issubclass(kind, str)):
        return
    if isinstance(kind, type) and is_dataclass(kind) and kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        hints = get_type_hints(kind)
        yield from (hints[field.name] for field in fields(kind))
    elif kind is tuple or get_origin(kind) is tuple:
        yield from (part for part in get_args(kind) if part is not Ellipsis)
    elif get_origin(kind) in (types.UnionType, Union):
        _distinct(get_args(kind))
        yield from get_args(kind)
    else:
        raise TypeError(f"no canonical bytes for {kind}")


def _distinct(kinds: tuple[Any, ...]) -> None:
    """See that JSON tells the types of a choice apart."""
    shapes = [_shape(kind) for kind in kinds]
    if len(set(shapes)) < len(shapes):
        raise TypeError(f"JSON cannot tell apart {kinds}")


def _shape(kind: Any) -> object:  # noqa: ANN401 - likewise
    """What JSON shows of a type."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return "text" if kind in (str, Decimal) or (isinstance(kind, type) and issubclass(kind, Enum)) else str(kind)
