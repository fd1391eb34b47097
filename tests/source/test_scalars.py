"""Unquoted words mean what JSON says, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sitegen.source.scalars import Scalar, plain_scalar

WORDS_OF_YAML = """
no on yes True NULL ~ 12:30 017 1_000 2024-01-22 0x1f 0o7 .inf .nan 1. .5 +1 1,5 -1-2 1e 1e+
"""


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("0", 0),
        ("-12", -12),
        ("2.10", Decimal("2.10")),
        ("1e3", Decimal("1e3")),
        ("-0.5E-2", Decimal("-0.5E-2")),
    ],
)
def test_json_words_are_typed(word: str, value: Scalar) -> None:
    """Truth values, null and numbers get their JSON type, and a decimal keeps its printed digits."""
    assert repr(value) == repr(plain_scalar(word))


@pytest.mark.parametrize(
    "word",
    [*WORDS_OF_YAML.split(), "--1", "-", "1.2.3", "١٢"],
)
def test_everything_else_is_text(word: str) -> None:
    """What YAML or a person might take for a number, a date or a truth value stays text."""
    assert word == plain_scalar(word)


@pytest.mark.parametrize("word", ["9" * 31, "1e999999999", "1e31", "1e-31", "0." + "1" * 29, "1e" + "9" * 25])
def test_absurd_numbers_are_refused(word: str) -> None:
    """A number too long or too large to compute with raises at once."""
    with pytest.raises(ValueError, match=word[:3]):
        plain_scalar(word)


def test_the_longest_number_is_exact() -> None:
    """Thirty digits are still read."""
    assert int("9" * 30) == plain_scalar("9" * 30)
