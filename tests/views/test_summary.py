"""How many targets are reached: one sentence with the numbers of the totals, in which nothing disputed is a success."""

from __future__ import annotations

import re

from sitegen.model.indicators import Comparison, Indicator
from sitegen.views.edition import Edition
from sitegen.views.multiples import multiple
from sitegen.views.summary import summary
from sitegen.views.totals import outcome_totals
from tests.derive.records import indicator, level, number, project, worded
from tests.views.editions import edition

DONE = Comparison(roadmap="plan-24", statuses=("is-done",))


def claim(value: str, name: str) -> Indicator:
    """An indicator that says what share of the projects is done; its target is all of them."""
    return indicator(
        number("2024", value, "share"), target=level("100", "share"), unit="share", name=name, compare_with=DONE
    )


def outcomes(made: Edition) -> dict[str, str]:
    """How many indicators have each outcome."""
    return {total.name: total.number for total in outcome_totals(made)}


def test_the_sentence_has_the_numbers_of_the_outcomes() -> None:
    """How many there are, and then each outcome as its total gives it."""
    made = edition(
        indicator(number("2024", "100"), name="a"),
        indicator(number("2024", "1"), name="b"),
        indicator(number("2024", "2"), name="c"),
        indicator(number("2024", "1"), target=worded(), name="d"),
    )
    reached, missed, others = map(int, outcomes(made).values())
    expected = [4, reached, missed, int(made.portal.programme.end), others]
    assert expected == [int(found) for found in re.findall(r"\d+", summary(made))]


def test_a_disputed_target_is_no_plain_success() -> None:
    """Where the source contradicts itself, words, counts and sentence say so, whether it is reached or not."""
    plain = indicator(number("2024", "100"), name="plain")
    claims = (claim("100", "all"), claim("60", "some"), claim("50", "right"))
    made = edition(project("x", "is-done"), project("y", "is-started"), *claims, plain)
    assert [
        ("reached", "Reached in 2024"),
        ("reached-disputed", "Reached in 2024, but the source contradicts itself"),
        ("not-reached-disputed", "Not reached in 2024, and the source contradicts itself"),
        ("not-reached", "Not reached in 2024"),
    ] == [(small.outcome, small.outcome_words) for small in (multiple(made, each) for each in (plain, *claims))]
    assert {
        "reached": "1",
        "reached-disputed": "1",
        "not-reached": "1",
        "not-reached-disputed": "1",
        "not-judged": "0",
    } == outcomes(made)
    assert (
        "By our judgement, of 4 indicators 1 has reached its target, "
        "1 has reached its target, but the source contradicts itself on it, "
        "2 have not reached their targets (the source names no target year, and the programme runs until 2026), and "
        "0 cannot be judged."
    ) == summary(made)


def test_where_every_reached_target_is_disputed_none_is_called_reached() -> None:
    """Nor counted so."""
    made = edition(project("x", "is-done"), project("y"), claim("100", "all"))
    assert summary(made).startswith(
        "By our judgement, of 1 indicator 1 has reached its target, but the source contradicts itself on it, 0"
    )
    assert ["0", "1", "0", "0"] == list(outcomes(made).values())


def test_a_portal_without_indicators_says_so() -> None:
    """Instead of a count of nothing."""
    assert "The source has no indicator." == summary(edition(project("x")))
