"""A number that an editor types otherwise than it is read here: the hint has that amount, or none."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.check import validate
from sitegen.model.projects import Amount
from sitegen.source.report import translate
from sitegen.source.style import write_yaml
from sitegen.source.yamltext import read_yaml

FACTORS = {
    **dict.fromkeys(("te", "t€", "tusen", "tuhatta", "tuhatta euroa", "tkr", "k", "K", "k€", "tn"), 1_000),
    **dict.fromkeys(("M€", "m€", "milj. €", "milj.", "mn", "mn €", "miljoner", "miljoonaa", "MEUR", "M"), 1_000_000),
    **dict.fromkeys(("mrd", "mrd €", "md", "miljarder", "bn"), 1_000_000_000),
    **dict.fromkeys(("€/mån", "€/kk", "€ i månaden", "€ per månad", "eur/kk", "€ / mån."), 12),
    **dict.fromkeys(("€", "EUR", "%", "", "\u00a0€"), 1),
}
"""By how much what stands behind a number multiplies it: per year where it is per month."""
GROUPS = (" ", "\u00a0", "\u202f", "", ".", ",", "'", "’")
SIGNS = {"": 1, "+": 1, "-": -1, "−": -1}


def hinted(text: str) -> list[Decimal]:
    """The numbers in the hint for an amount that was typed as a text."""
    data = {"amount": text, "kind": "yearly", "source": {"document": "d", "section": "s"}}
    document, _ = read_yaml("content/x.yaml", write_yaml(data).encode())
    assert document is not None
    _, (problem,) = validate(document, Amount, ("sv",), "EUR")
    assert problem.hint is not None
    return [Decimal(number) for number in re.findall(r"-?\d+(?:\.\d+)?", translate(problem.hint, str))]


@given(
    st.integers(0, 10**9),
    st.integers(0, 99) | st.none(),
    st.tuples(st.sampled_from(GROUPS), st.sampled_from((",", "."))),
    st.tuples(st.sampled_from(sorted(SIGNS)), st.sampled_from(("", " ", "\u00a0")), st.sampled_from(sorted(FACTORS))),
)
def test_a_hint_has_the_amount_that_was_meant_or_none(
    whole: int, cents: int | None, marks: tuple[str, str], around: tuple[str, str, str]
) -> None:
    """Whatever separates thousands, marks decimals and stands around the digits."""
    (group, point), (sign, gap, unit) = marks, around
    typed = f"{sign}{f'{whole:,}'.replace(',', group)}"
    amount = Decimal(whole)
    if cents is not None and group != point:
        typed, amount = f"{typed}{point}{cents:02}", amount + Decimal(cents) / 100
    assert hinted(f"{typed}{gap}{unit}") in ([], [amount * SIGNS[sign] * FACTORS[unit]])


@given(st.integers(0, 10**5), st.integers(0, 10**5), st.sampled_from(("-", "–", " – ", "…", " till ", "/", ":", " ")))
def test_a_range_has_no_number_to_write(low: int, high: int, between: str) -> None:
    """Nor has anything else that is made of two; what can be one number with its thousands apart is that."""
    one = Decimal(f"{low}{high:03}") if between == " " and 100 <= high <= 999 else None
    assert hinted(f"{low}{between}{high}") in ([], [one])


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *(("1 200", "1200"), ("1\u202f200 €", "1200"), ("8700,50", "8700.50"), ("12 %", "12"), ("−5", "-5")),
        *(("1 200 000,5 EUR", "1200000.5"), ("007", "7"), ("+5", "5"), ("5€", "5")),
    ],
)
def test_a_number_that_is_certain_is_told(typed: str, amount: str) -> None:
    """Spaces, a comma and a sign of money leave no doubt."""
    assert [Decimal(amount)] == hinted(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("12 te", "1,2 M€", "2 milj. €", "12 tusen", "300 €/mån", "12k", "1.200,50", "3 000–5 000", "3000-5000"),
        *("1.200", "1,200", "ca 50", "högst 5000", "1'200", "12 dussin", "5 000:-", "½", "5²", "1e3", "8 700 €/år"),
        *("5 $", "5 SEK", "50 ¢", "1’234’567", "8,654 €"),
    ],
)
def test_a_number_in_doubt_is_not_told(typed: str) -> None:
    """All digits are asked for."""
    assert [] == hinted(typed)
