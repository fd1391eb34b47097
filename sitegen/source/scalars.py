"""What an unquoted word of YAML means.

In: the word as it stands in the file. Out: a truth value, nothing, a number, or the word itself. It must not
know where the word stands. Only `true`, `false`, `null` and numbers as JSON writes them are anything but
text, so that `no`, `12:30`, `017` and dates never turn into something that nobody wrote.
"""

from __future__ import annotations

import re
from decimal import Decimal

LONGEST_NUMBER = 30
HIGHEST_EXPONENT = 30

Scalar = str | int | Decimal | bool | None

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<decimals>\.[0-9]+)?(?:[eE](?P<exponent>[+-]?[0-9]+))?")


def plain_scalar(word: str) -> Scalar:
    """The value of an unquoted `word`: JSON integers as int, other JSON numbers as Decimal, digits kept.

    Raises ValueError for a number of more than 30 characters or with an exponent beyond ±30: computing with
    it could take all memory.
    """
    if word in WORDS:
        return WORDS[word]
    match = NUMBER.fullmatch(word)
    return _number(match) if match else word


def _number(match: re.Match[str]) -> int | Decimal:
    exponent = match["exponent"]
    if len(match[0]) > LONGEST_NUMBER or abs(int(exponent or 0)) > HIGHEST_EXPONENT:
        raise ValueError(f"not a number to compute with: {match[0]}")
    return Decimal(match[0]) if exponent or match["decimals"] else int(match[0])
