"""The plural categories are those of CLDR, each with a number that asks for it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale, localedata

from sitegen.language.language import language
from sitegen.language.plurals import categories

CODES = sorted({code.partition("_")[0] for code in localedata.locale_identifiers()})


@pytest.mark.parametrize("code", CODES)
def test_every_category_of_a_language_has_an_example(code: str) -> None:
    """None that CLDR has is left out, and each example is a number of its category."""
    rule = Locale.parse(code).plural_form
    assert {*rule.tags, "other"} == categories(code).keys()
    assert {name: name for name in categories(code)} == {
        name: rule(Decimal(example)) for name, example in categories(code).items()
    }


@pytest.mark.parametrize(
    ("code", "number", "category"),
    [
        ("fi", "1", "one"),
        ("fi", "21", "other"),
        ("fi", "1.5", "other"),
        ("fi", "-1", "one"),
        ("sv", "1.0", "other"),
        ("pl", "22", "few"),
        ("pl", "5", "many"),
        ("fr", "1.5", "one"),
        ("fr", "0", "one"),
        ("en", "0", "other"),
    ],
)
def test_the_category_is_that_of_the_number_as_written(code: str, number: str, category: str) -> None:
    """Its decimals count, even where they are zeros."""
    assert category == language(code, ()).category(Decimal(number))
