"""The first rule that applies decides whether a target is reached."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sitegen.derive.findings import RULES, Finding, Outcome, find
from sitegen.model.indicators import Observation, Target
from tests.derive.records import about, absent, growth, indicator, level, number, said, worded

REACHED, NOT_REACHED = ("reached", Outcome.REACHED), ("not-reached", Outcome.NOT_REACHED)


def judged(target: Target, *observations: Observation) -> Finding:
    """What is found of an indicator in pieces."""
    return find(indicator(*observations, target=target))


def ruled(target: Target, *observations: Observation) -> tuple[str, Outcome]:
    """The rule that decided, and what follows."""
    found = judged(target, *observations)
    return found.rule.id, found.outcome


@pytest.mark.parametrize(
    ("value", "expected"),
    [("100", REACHED), ("100.0", REACHED), ("100.01", REACHED), ("99.99", NOT_REACHED), ("0", NOT_REACHED)],
)
def test_a_level_is_reached_at_it_or_above(value: str, expected: tuple[str, Outcome]) -> None:
    """The level itself suffices, and nothing below it does."""
    assert expected == ruled(level("100"), number("2023", "1"), number("2024", value))


def test_zero_and_negative_numbers_are_numbers() -> None:
    """Zero reaches zero, and minus three is above minus five."""
    assert REACHED == ruled(level("0"), number("2024", "0"))
    assert NOT_REACHED == ruled(level("0"), number("2024", "-0.1"))
    assert REACHED == ruled(level("-5"), number("2023", "-9"), number("2024", "-3"))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("44", "ceiling"),
        ("45", "reached"),
        ("46", "uncertain"),
        ("50", "uncertain"),
        ("55", "uncertain"),
        ("56", "not-reached"),
    ],
)
def test_about_fifty_is_forty_five_to_fifty_five(target: str, expected: str) -> None:
    """Both ends must give the same answer."""
    assert expected == ruled(level(target), about("2024", "50"))[0]


def test_what_is_uncertain_is_not_judged() -> None:
    """Neither reached nor missed."""
    assert ("uncertain", Outcome.NOT_JUDGED) == ruled(level("50"), about("2024", "50"))


@pytest.mark.parametrize(
    "observations", [(said("2024"),), (absent("2024"),), (), (number("2023", "200"), said("2024"))]
)
def test_without_a_number_as_latest_value_nothing_is_judged(observations: tuple[Observation, ...]) -> None:
    """An earlier number does not stand in for it, not even as a ceiling."""
    assert ("no-number", Outcome.NOT_JUDGED) == ruled(level("100"), *observations)


def test_a_target_in_words_goes_before_all_else() -> None:
    """Even where there is no number, or one in another unit."""
    for value in (said("2024"), number("2024", "1", "share"), number("2024", "1")):
        assert ("text-target", Outcome.NOT_JUDGED) == ruled(worded(), value)


def test_units_that_differ_are_not_judged() -> None:
    """Whichever of the two has a unit of its own; the same unit on both sides is no difference."""
    mismatch = ("unit-mismatch", Outcome.NOT_JUDGED)
    assert mismatch == ruled(level("100"), number("2024", "200", "share"))
    assert mismatch == ruled(level("100", "share"), number("2024", "200"))
    assert mismatch == ruled(level("100"), number("2023", "200"), number("2024", "200", "share"))
    assert REACHED == ruled(level("100", "share"), number("2024", "100", "share"))
    assert REACHED == ruled(level("100", "pieces"), number("2024", "100"))


def test_the_first_printed_value_alone_tells_of_a_ceiling() -> None:
    """A later one above the level is what was aimed at; the level itself is not above it."""
    ceiling = ("ceiling", Outcome.NOT_JUDGED)
    assert ceiling == ruled(level("2500"), number("2023", "3259"), number("2024", "3158"))
    assert ceiling == ruled(level("2500"), number("2023", "3259"), number("2024", "1"))
    assert ceiling == ruled(level("2500"), number("2024", "1"), number("2023", "3259"))
    assert REACHED == ruled(level("2500"), number("2022", "1"), number("2023", "3259"), number("2024", "3158"))
    assert REACHED == ruled(level("2500"), number("2023", "2500"), number("2024", "3158"))


def test_a_single_value_above_the_target_may_stand_under_a_ceiling() -> None:
    """The first printed value is the latest too."""
    assert "ceiling" == ruled(level("100"), number("2024", "101"))[0]


def test_a_value_in_another_unit_tells_of_no_ceiling() -> None:
    """Three thousand visits say nothing of a level of a hundred pieces."""
    assert NOT_REACHED == ruled(level("100"), number("2023", "3000", "visits"), number("2024", "50"))


def test_a_text_before_the_first_number_is_no_value() -> None:
    """The first number counts, and an approximate one where the whole of it is above."""
    assert "ceiling" == ruled(level("100"), said("2022"), number("2023", "101"), number("2024", "99"))[0]
    assert "ceiling" == ruled(level("44"), about("2023", "50"), number("2024", "10"))[0]
    assert "not-reached" == ruled(level("46"), about("2023", "50"), number("2024", "10"))[0]


@pytest.mark.parametrize(
    ("last", "value", "expected", "required"),
    [
        ("2024", "110", "reached", "110"),
        ("2024", "109.99", "not-reached", "110"),
        ("2025", "121", "reached", "121"),
        ("2025", "120.99", "not-reached", "121"),
        ("2026", "133.1", "reached", "133.1"),
        ("2026", "130", "not-reached", "134"),
    ],
)
def test_growth_is_compound_from_the_first_number(last: str, value: str, expected: str, required: str) -> None:
    """Ten per cent a year over one, two and three years, as finely as the value is printed; others do not count."""
    found = judged(growth("10"), number("2023", "100"), number("2023-06", "500"), number(last, value))
    assert (expected, Decimal(required)) == (found.rule.id, found.required)


def test_growth_is_never_taken_for_a_ceiling() -> None:
    """The first value is what it grows from."""
    assert REACHED == ruled(growth("10"), number("2023", "5"), number("2024", "6"))
    assert NOT_REACHED == ruled(growth("10"), number("2023", "500"), number("2024", "6"))


@pytest.mark.parametrize(
    "observations",
    [
        (number("2024", "5"),),
        (said("2023"), number("2024", "5")),
        (number("2023", "4", "visits"), number("2024", "5")),
        (number("2024-03", "4"), number("2024-10", "5")),
    ],
)
def test_growth_needs_an_earlier_year_in_the_same_unit(observations: tuple[Observation, ...]) -> None:
    """One number, a text, another unit or another month of the same year is nothing to grow from."""
    assert ("no-earlier-value", Outcome.NOT_JUDGED) == ruled(growth("10"), *observations)


def test_growth_from_nothing_and_from_below_nothing() -> None:
    """Ten per cent more than nothing is nothing."""
    assert REACHED == ruled(growth("10"), number("2023", "0"), number("2024", "0"))
    assert NOT_REACHED == ruled(growth("10"), number("2023", "0"), number("2024", "-1"))


@pytest.mark.parametrize(
    ("value", "expected"), [("49", "not-reached"), ("49.5", "uncertain"), ("60", "uncertain"), ("60.5", "reached")]
)
def test_growth_from_an_approximate_number_must_hold_for_both_its_ends(value: str, expected: str) -> None:
    """About fifty grows to between 49.5 and 60.5 in a year; the number to reach is that of fifty itself."""
    found = judged(growth("10"), about("2023", "50"), number("2024", value))
    assert (expected, Decimal(55)) == (found.rule.id, found.required)


def test_growth_of_an_approximate_number_is_held_at_both_its_ends() -> None:
    """About fifty is enough for growth from 40 and not from 50 for sure."""
    assert "reached" == ruled(growth("10"), number("2023", "40"), about("2024", "50"))[0]
    assert "uncertain" == ruled(growth("10"), number("2023", "50"), about("2024", "50"))[0]
    assert "not-reached" == ruled(growth("10"), number("2023", "51"), about("2024", "50"))[0]


def test_a_finding_names_the_period_and_the_number_to_reach() -> None:
    """Of the latest value, with its printed decimals; without values there is no period."""
    found = judged(level("2.50"), number("2023", "1"), number("2024-10", "2.08"))
    assert ("2024-10", "2.50") == (found.period, str(found.required))
    assert None is judged(level("1")).period
    assert None is judged(worded(), number("2024", "1")).required


def test_the_rules_stand_in_this_order() -> None:
    """An order that the method page prints; the last one applies to all that is left."""
    assert [
        "text-target",
        "no-number",
        "unit-mismatch",
        "no-earlier-value",
        "ceiling",
        "uncertain",
        "reached",
        "not-reached",
    ] == [rule.id for rule in RULES]


def test_every_rule_has_words_of_its_own() -> None:
    """No statement and no reason is that of another rule; a reason can stand after a colon and before a full stop."""
    assert len(RULES) == len({rule.statement for rule in RULES}) == len({rule.reason for rule in RULES})
    assert [] == [rule.id for rule in RULES if not rule.statement.endswith(".") or rule.reason.endswith(".")]
