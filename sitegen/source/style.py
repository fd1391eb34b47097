"""Data in the one style that content files have.

In: plain data whose keys the caller has put in order. Out: text that a form in a browser and a person in an
editor would both write, so that a change of one fact is a difference of one line. It must not know which
fields there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Any, TypeGuard

from sitegen.source.scalars import WORDS, plain_scalar
from sitegen.source.text import UNSEEN, split_lines

BARE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
LINE_BREAKING = re.compile("[\t\n\r\ud800-\udfff]")


def write_yaml(data: Mapping[str, Any]) -> str:
    """`data` (texts, numbers, truth values, None, mappings, sequences) as YAML, in the order that it has.

    Raises ValueError for a text that does not fit on one line (newline, tab or another control character)
    and for a number that would not be read back; TypeError for anything that is not such data.
    """
    return "\n".join(_lines(data)) + "\n"


def write_prose(front: Mapping[str, Any], body: str) -> str:
    """Front matter, a blank line, and `body` with one final newline; raises as `write_yaml` does."""
    text = re.sub(r"\A(?:[ \t]*\n)+", "", "\n".join(split_lines(body))).rstrip()
    return f"---\n{write_yaml(front)}---\n" + (f"\n{text}\n" if text else "")


def first_difference(actual: str, canonical: str) -> int | None:
    """The first line (from 1) at which the texts differ, its end included; None when they are equal."""
    pairs = zip_longest(_with_ends(actual), _with_ends(canonical))
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), None)


def _with_ends(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)


def _lines(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, entry in value.items() for line in _entry(key, entry)] or ["{}"]
    if _is_list(value):
        return [line for item in value for line in _item(item)] or ["[]"]
    return [_scalar(value)]


def _entry(key: object, value: object) -> list[str]:
    lines = _lines(value)
    if value and (isinstance(value, Mapping) or _is_list(value)):
        return [f"{_key(key)}:", *(f"  {line}" for line in lines)]
    return [f"{_key(key)}: {lines[0]}"]


def _item(value: object) -> list[str]:
    first, *rest = _lines(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be a text: {key!r}")
    return key if BARE_KEY.fullmatch(key) and key not in WORDS else _quoted(key)


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return next(word for word, meaning in WORDS.items() if meaning is value)
    if isinstance(value, int | Decimal):
        return _number(value)
    raise TypeError(f"not plain data: {value!r}")


def _number(value: int | Decimal) -> str:
    # "f" keeps 0.0000001 as it was typed; with a positive exponent it would add digits that nobody gave.
    fixed = isinstance(value, Decimal) and value.is_finite() and int(value.as_tuple().exponent) <= 0
    text = f"{value:f}" if fixed else str(value)
    if plain_scalar(text) != value:
        raise ValueError(f"not a number that can be read back: {text}")
    return text


def _quoted(text: str) -> str:
    if LINE_BREAKING.search(text) or UNSEEN.search(text):
        raise ValueError(f"not a text of one line: {text!r}")
    return "'" + text.replace("'", "''") + "'"
