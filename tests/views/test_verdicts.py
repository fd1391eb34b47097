"""What is judged says of when it is, with its numbers; what we calculate is called ours."""

from __future__ import annotations

import pytest

from sitegen.derive.changes import change
from sitegen.derive.findings import find
from sitegen.model.indicators import Indicator
from sitegen.views.summary import summary
from sitegen.views.verdicts import Verdicts
from tests.derive.records import growth, indicator, level, number, said, worded
from tests.views.editions import edition, written


def verdicts(given: Indicator, date: str | None = None, *, estimated: bool = False) -> Verdicts:
    """The judging words of a portal with this indicator, whose document has that date."""
    return Verdicts(written(edition(given), date, estimated=estimated))


def finding(given: Indicator, date: str | None = None, *, estimated: bool = False) -> str:
    """The sentence on an indicator's finding."""
    return verdicts(given, date, estimated=estimated).finding(given, find(given))


def changed(before: str, after: str, unit: str = "pieces", date: str | None = None) -> str:
    """The sentence on a change."""
    given = indicator(number("2023", before), number("2024", after), unit=unit)
    words = verdicts(given, date)
    return words.change(given, change(words.edition.portal, given))


MISSED, REACHED = indicator(number("2024", "99")), indicator(number("2023", "1"), number("2024", "100"))
GROWING = indicator(number("2022", "1000"), number("2024", "1100"), target=growth("10"))


def test_a_finding_is_said_with_its_numbers_and_its_period() -> None:
    """A month in words; what is not reached may still be, for no year is named."""
    reached = indicator(number("2023", "1"), number("2024-10", "100"))
    assert "The target is reached in October 2024: 100 pieces, target 100 pieces." == finding(reached)
    missed = "The target is not reached in 2024: 99 pieces, target 100 pieces. The source names no target year."
    assert missed == finding(MISSED)
    outcomes = [verdicts(each).outcome(each) for each in (reached, MISSED)]
    assert ["Reached in October 2024", "Not reached in 2024"] == outcomes


def test_what_was_not_over_is_judged_of_the_day_of_its_document() -> None:
    """With that date, and that the period was not over; an estimated date is called so."""
    assert (
        "The target had not been reached when the document was written, in October 2024: 99 pieces, target 100 pieces. "
        "The period 2024 was not over. The source names no target year."
    ) == finding(MISSED, "2024-10")
    assert (
        "The target had been reached when the document was written, by our estimate in October 2024: 100 pieces, "
        "target 100 pieces. The period 2024 was not over."
    ) == finding(REACHED, "2024-10", estimated=True)
    labels = [verdicts(each, "2024-10").outcome(each) for each in (REACHED, MISSED)]
    assert ["Reached when the document was written", "Not reached when the document was written"] == labels


def test_what_was_over_is_judged_of_its_period() -> None:
    """A document that was written later changes no word."""
    assert finding(MISSED) == finding(MISSED, "2025-01")


def test_a_value_is_marked_where_its_period_was_not_over() -> None:
    """In full beside it, and in short where there is little room."""
    last = MISSED.observations[-1]
    early, late = verdicts(MISSED, "2024-10"), verdicts(MISSED, "2024-12")
    assert ["the period was not over when the document was written", ""] == [
        each.incomplete(last) for each in (early, late)
    ]
    assert ["99 (period not over)", "99"] == [each.marked("99", last) for each in (early, late)]


def test_a_finding_on_growth_says_what_it_would_have_grown_to() -> None:
    """By our calculation, at which rate and from when; a target of every year needs no target year."""
    target = "target 1,210, our calculation: 10% a year, starting from 2022"
    expected = f"The target is not reached in 2024: 1,100 pieces, {target}."
    assert expected == finding(GROWING)


def test_what_is_not_judged_says_why() -> None:
    """The reason of the rule that decided, without any number."""
    given = indicator(number("2024", "1"), target=worded())
    assert "Not judged: the target is stated in words, without a number." == finding(given, "2024-10")
    assert "Not judged" == verdicts(given, "2024-10").outcome(given)


def test_a_change_is_said_in_its_direction() -> None:
    """Rise, fall or neither, with difference and share as magnitudes."""
    rise = "Since 2023 the value has risen by €20 (25%, our calculation), from €80 to €100."
    fall = "Since 2023 the value has fallen by 20 (20%, our calculation), from 100 to 80."
    assert [rise, fall, "The value is the same as in 2023, 5."] == [
        changed("80", "100", "money"),
        changed("100", "80"),
        changed("5", "5"),
    ]


def test_a_change_that_has_no_share_is_said_without_one() -> None:
    """From zero, and of what is itself per cent."""
    assert "Since 2023 the value has changed from 0 to 7." == changed("0", "7")
    assert "Since 2023 the value has changed from 40% to 50%." == changed("40", "50", "share")
    assert "" == verdicts(MISSED).change(MISSED, None)


@pytest.mark.parametrize(("before", "after"), [("80", "100"), ("100", "80"), ("5", "5"), ("0", "7")])
def test_no_change_is_calculated_over_a_period_that_was_not_over(before: str, after: str) -> None:
    """Both values stand there, and why there is no more."""
    assert (
        f"The value was {before} (2023) and then {after} (2024). Because a period was not over, we calculate no change."
    ) == changed(before, after, date="2024-10")
    assert "%" not in changed(before, after, date="2023-05")


def test_every_target_that_is_not_reached_says_whether_it_is_nearer() -> None:
    """A level and a yearly growth alike; what was not over, of the day of its document."""
    level_ = indicator(number("2023", "80"), number("2024", "90"))
    assert [
        "nearer to the target than before (2023)",
        "further from the target than before (2022)",
        "when the document was written, further from the target than before (2022)",
        "",
    ] == [
        verdicts(level_).nearer(level_),
        verdicts(GROWING).nearer(GROWING),
        verdicts(GROWING, "2024-10").nearer(GROWING),
        verdicts(REACHED).nearer(REACHED),
    ]


def test_what_is_left_to_the_target_is_our_calculation() -> None:
    """With what was left before; of growth what is missing, and no word of a target year."""
    level_ = indicator(number("2023", "80"), number("2024", "90"))
    unknown = "Without a target year it cannot be said whether the target is reached in time."
    assert [
        f"By our calculation 10 is left to the target; in 2023 it was 20. {unknown}",
        f"By our calculation 10 was left to the target when the document was written; in 2023 it was 20. {unknown}",
        "By our calculation the value is 110 short of the yearly growth.",
        "By our calculation the value was 110 short of the yearly growth when the document was written.",
        "",
    ] == [
        verdicts(level_).pace(level_),
        verdicts(level_, "2024-10").pace(level_),
        verdicts(GROWING).pace(GROWING),
        verdicts(GROWING, "2024-10").pace(GROWING),
        verdicts(REACHED).pace(REACHED),
    ]


def whole(*given: Indicator, date: str | None = None) -> str:
    """The sentence on all indicators, renamed so that each is another one."""
    named = (each.model_copy(update={"id": f"i{place}"}) for place, each in enumerate(given))
    return summary(written(edition(*named), date))


def test_the_whole_is_said_with_what_the_source_leaves_open() -> None:
    """Of which targets it names no year, and how long the programme runs."""
    words, open_year = indicator(said("2024")), "the source names no target year, and the programme runs until 2026"
    assert (
        f"By our judgement, of 3 indicators 1 has reached its target, 1 has not reached its target ({open_year}), "
        "and 1 cannot be judged."
    ) == whole(REACHED, MISSED, words)
    assert f"2 have not reached their targets (for 1 of them {open_year})" in whole(MISSED, GROWING)
    assert "target year" not in whole(GROWING)


def test_the_whole_is_said_of_the_day_of_the_document() -> None:
    """Where no period that is judged was over; where some were, they are counted."""
    early = whole(REACHED, MISSED, date="2024-10")
    assert early.startswith("By our judgement, when the document was written, in October 2024, of 2 indicators")
    over = indicator(number("2023", "1"), target=level("1"))
    assert whole(over, MISSED, date="2024-10").endswith(
        "The period of 1 judged value was not over when its document was written."
    )
