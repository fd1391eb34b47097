"""The plural categories of a language: which forms a name needs to stand after any number.

In: a code. Out: CLDR's categories (one, few, other …) with a number that asks for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

OTHER = "other"
"""The category that every language has; without a number, a name stands in its form."""
CATEGORIES = ("zero", "one", "two", "few", "many", OTHER)
"""All that CLDR has, in its order."""
EXAMPLES = (*map(Decimal, range(1, 101)), Decimal(0), Decimal("1.5"), Decimal(10**6))


@cache
def categories(code: str) -> Mapping[str, str]:
    """The categories of the language with the BCP 47 code `code`, each with a number that asks for it."""
    from babel import Locale  # noqa: PLC0415 - Babel is loaded only where something is written

    rule = Locale.parse(code, sep="-").plural_form
    examples = {category: str(number) for number in reversed(EXAMPLES) for category in [rule(number)]}
    return {category: examples[category] for category in CATEGORIES if category in examples}
