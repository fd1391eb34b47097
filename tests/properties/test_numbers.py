"""Numbers: what is written parses back, what is approximate contains itself, what grows is held to its rate."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.changes import percent
from sitegen.derive.findings import Outcome, find
from sitegen.derive.values import about_interval
from sitegen.language.language import Language, language
from sitegen.model.indicators import Indicator

LANGUAGES = tuple(language(code, ()) for code in ("sv", "fi", "en", "de", "de-CH", "fr"))
NO_BREAK = "\u00a0\u202f"
DIGITS = 12

languages = st.sampled_from(LANGUAGES)
numbers = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**DIGITS), 10**DIGITS),
    st.integers(0, 6),
)
positive = numbers.filter(lambda number: number > 0)


def parsed(text: str, spoken: Language) -> Decimal:
    """The number in a text as a reader of the language reads it: independent of how it was written."""
    symbols = spoken.locale.number_symbols["latn"]
    plain = text.replace(symbols["group"], "").translate({ord(space): None for space in NO_BREAK})
    plain = plain.replace(symbols["minusSign"], "-").replace(symbols["decimal"], ".")
    found = re.search(r"-?\D{0,5}?(\d[\d.]*)", plain)
    assert found is not None
    return Decimal(found[1]) * (-1 if "-" in plain else 1)


def places(number: Decimal) -> int:
    """Decimals that a number was given with."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


@given(languages, numbers)
def test_a_written_number_parses_back(spoken: Language, number: Decimal) -> None:
    """With exactly the decimals that it was given with."""
    found = parsed(spoken.number(number), spoken)
    assert (number, places(number)) == (found, places(found))


@given(languages, numbers)
def test_a_written_percentage_parses_back(spoken: Language, number: Decimal) -> None:
    """43 is written 43 %, not 4300 % and not 0,43 %."""
    found = parsed(spoken.percent(number), spoken)
    assert (number, places(number)) == (found, places(found))


@given(languages, numbers, st.sampled_from(("EUR", "SEK", "JPY", "CHF")))
def test_a_written_sum_parses_back(spoken: Language, number: Decimal, currency: str) -> None:
    """No decimal is lost; where one is given, there are as many as the currency has, and none otherwise."""
    found = parsed(spoken.currency(number, currency), spoken)
    least = {"JPY": 0}.get(currency, 2) if places(number) else 0
    assert (number, max(places(number), least)) == (found, places(found))


@given(languages, numbers)
def test_a_written_number_does_not_break(spoken: Language, number: Decimal) -> None:
    """No line ends between the digits of a number or before its sign."""
    texts = (spoken.number(number), spoken.percent(number), spoken.currency(number, "EUR"))
    assert [] == [text for text in texts if " " in text]


@given(numbers)
def test_an_approximate_number_lies_in_the_middle_of_its_interval(number: Decimal) -> None:
    """Half a unit of its last non-zero digit either way, found here from how it is printed."""
    found = about_interval(number)
    digits = f"{abs(number):f}"
    last = max((place for place, digit in enumerate(digits) if digit not in "0."), default=None)
    unit = (
        Decimal(0)
        if last is None
        else Decimal("".join("1" if i == last else re.sub(r"\d", "0", digit) for i, digit in enumerate(digits)))
    )
    assert (number - unit / 2, number + unit / 2) == (found.low, found.high)


@given(numbers, st.integers(0, 4))
def test_decimals_without_a_digit_say_nothing(number: Decimal, zeros: int) -> None:
    """About 50 and about 50.00 are the same numbers."""
    assert about_interval(number) == about_interval(number * Decimal(1).scaleb(zeros) / Decimal(10) ** zeros)


@given(numbers, numbers.filter(bool))
def test_a_share_is_the_nearest_whole_per_cent(part: Decimal, whole: Decimal) -> None:
    """Never more than half a per cent from the exact share."""
    found = percent(part, whole)
    assert found is not None
    assert found == found.to_integral_value()
    assert abs(found * abs(whole) - part * 100) * 2 <= abs(whole)


@given(numbers)
def test_there_is_no_share_of_nothing(part: Decimal) -> None:
    """It is told as none, not as zero and not as a fault."""
    assert percent(part, Decimal(0)) is None


def growing(first: Decimal, rate: Decimal, years: int, last: Decimal) -> Indicator:
    """An indicator that should grow by `rate` per cent a year."""
    source = {"document": "d", "section": "s"}
    observed = (("2001", first), (str(2001 + years), last))
    return Indicator.model_validate(
        {
            "id": "i",
            "slug": {"xx": "i"},
            "group": "g",
            "title": {"xx": "I"},
            "unit": "u",
            "target": {"growth": rate, "source": source},
            "observations": tuple(
                {"period": period, "number": number, "source": source} for period, number in observed
            ),
            "source": source,
        }
    )


amounts = st.integers(1, 10**6).map(Decimal)
rates = st.integers(1, 300).map(lambda tenths: Decimal(tenths) / 10)


# Six years of a rate with one decimal are exact within the 28 digits that Decimal keeps.
@given(amounts, rates, st.integers(1, 6))
def test_growth_is_compound(first: Decimal, rate: Decimal, years: int) -> None:
    """Each year takes the rate of the year before; reached at exactly that, and not a hair below it."""
    wanted = first
    for _ in range(years):
        wanted += wanted * rate / 100
    reached, short = (find(growing(first, rate, years, last)) for last in (wanted, wanted - Decimal("0.000001")))
    assert (Outcome.REACHED, wanted) == (reached.outcome, reached.required)
    assert Outcome.NOT_REACHED == short.outcome


@given(amounts, rates, st.integers(1, 9), amounts)
def test_more_growth_asks_for_more(first: Decimal, rate: Decimal, years: int, last: Decimal) -> None:
    """What reaches a target reaches every lower one."""
    high, low = (find(growing(first, each, years, last)).outcome for each in (rate, rate / 2))
    assert not (high is Outcome.REACHED and low is Outcome.NOT_REACHED)


@given(amounts, rates)
def test_growth_needs_an_earlier_value(first: Decimal, rate: Decimal) -> None:
    """One value alone is not judged."""
    one = growing(first, rate, 1, first)
    alone = one.model_copy(update={"observations": one.observations[:1]})
    assert ("no-earlier-value", Outcome.NOT_JUDGED) == (find(alone).rule.id, find(alone).outcome)


@given(positive, positive)
def test_a_level_is_reached_at_or_above_it(level: Decimal, value: Decimal) -> None:
    """Where no earlier value stood above it, the two numbers alone decide."""
    indicator = growing(Decimal(0), Decimal(1), 1, value)
    held = indicator.model_copy(update={"target": indicator.target.model_copy(update={"growth": None, "level": level})})
    assert (Outcome.REACHED if value >= level else Outcome.NOT_REACHED) == find(held).outcome


@pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda spoken: spoken.code)
def test_zero_is_written_as_zero(spoken: Language) -> None:
    """With no sign of its own."""
    assert "0" == spoken.number(Decimal(0))
