"""Every figure is written in one way, in the words and signs of the page's language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sitegen.model.indicators import MissingReason, Observation, Target
from sitegen.views.documents import as_of
from sitegen.views.phrases import Phrases
from sitegen.views.values import Figure, StatusMark
from tests.derive.records import about, absent, cost, growth, indicator, level, number, said, texts, worded
from tests.views.editions import edition

ENGLISH, SWEDISH = Phrases(edition()), Phrases(edition(code="sv"))


def written(phrases: Phrases, observation: Observation, unit: str = "pieces") -> Figure:
    """An observation as a figure."""
    return phrases.observation(indicator(observation, unit=unit), observation)


@pytest.mark.parametrize(
    ("unit", "text", "words"),
    [
        ("pieces", "2\u00a0500,50", "2\u00a0500,50 pieces*"),
        ("share", "2\u00a0500,50\u00a0%", "2\u00a0500,50\u00a0%"),
        ("money", "2\u00a0500,50\u00a0€", "2\u00a0500,50\u00a0€ money*"),
    ],
)
def test_a_number_is_written_as_its_unit_is(unit: str, text: str, words: str) -> None:
    """A percentage needs no word after it; beside the words stand the plain number and the unit's id."""
    found = written(SWEDISH, number("2024", "2500.50"), unit)
    assert (text, words, "2500.50", unit, "number") == (
        found.text,
        found.words,
        found.number,
        found.unit_id,
        found.kind,
    )


def test_a_value_with_a_unit_of_its_own_is_written_in_it() -> None:
    """Not in that of its indicator."""
    assert "7%" == written(ENGLISH, number("2024", "7", "share"), "pieces").words


def test_an_approximate_value_says_so() -> None:
    """In words, and by its kind; its plain number is the printed one."""
    found = written(ENGLISH, about("2024", "50"))
    assert ("about 50", "pieces", "about", "50") == (
        found.text,
        found.unit,
        found.kind,
        found.number,
    )


def test_a_value_in_words_and_a_missing_one_have_no_number() -> None:
    """The words are those of the language; why a value is missing is said."""
    assert Figure("it began*", "", "text", "", "") == written(SWEDISH, said("2024"))
    reasons = [written(ENGLISH, absent("2024", reason)).text for reason in MissingReason]
    assert ["the figure is not in the source", "the source prints a dash"] == reasons


def test_zero_is_a_number() -> None:
    """And never "not in the source"."""
    assert ("0", "0") == (written(ENGLISH, number("2024", "0")).text, written(ENGLISH, number("2024", "0")).number)


@pytest.mark.parametrize(
    ("target", "words", "kind", "plain"),
    [
        (level("2.50"), "2.50 pieces", "number", "2.50"),
        (level("0"), "0 pieces", "number", "0"),
        (level("43", "share"), "43%", "number", "43"),
        (growth("10"), "grows by 10% a year", "growth", "10"),
        (worded("all of it"), "all of it", "text", ""),
    ],
)
def test_a_target_is_a_level_a_growth_or_words(target: Target, words: str, kind: str, plain: str) -> None:
    """Each with its plain number, if it has one."""
    found = ENGLISH.target(indicator(target=target))
    assert (words, kind, plain) == (found.words, found.kind, found.number)


def test_the_source_s_own_words_for_a_number_can_be_told() -> None:
    """Where there are any."""
    assert "" == ENGLISH.target_words(level("5"))
    assert "five*" == SWEDISH.target_words(level("5").model_copy(update={"words": texts("five")}))


def test_an_amount_has_its_currency() -> None:
    """Exact or approximate; zero too."""
    amounts = (cost("15200"), cost(about="15000"), cost("0"))
    assert ["€15,200", "about €15,000", "€0"] == [ENGLISH.money(amount) for amount in amounts]


def test_a_status_is_its_word_and_its_phase() -> None:
    """No status is a state of its own, and not that it is planned."""
    done = SWEDISH.edition.portal.status["is-done"]
    assert StatusMark("done*", "done") == SWEDISH.status(done)
    assert StatusMark("No status in the source", "unreported") == ENGLISH.status(None)


def test_the_dates_of_a_page_are_listed_each_as_finely_as_given() -> None:
    """Without any, the source gives none."""
    assert "The latest data is from 2024 och from oktober 2024." == as_of(SWEDISH.edition, ("2024", "2024-10"))
    assert "The source is undated." == as_of(ENGLISH.edition, ())


def test_dates_of_finished_projects_alone_are_named_apart() -> None:
    """Unless the page has no others."""
    dates = ("2024", "2024-10")
    assert "The latest data is from 2024, for finished projects from October 2024." == as_of(
        ENGLISH.edition, dates, ("2024-10",)
    )
    assert "The latest data is from October 2024." == as_of(ENGLISH.edition, ("2024-10",), ("2024-10",))


def test_a_quantity_is_never_written_with_an_exponent() -> None:
    """Neither as read nor as plain number."""
    quantity = ENGLISH.quantity(Decimal("1E+3"), "pieces")
    assert ("1,000", "1000") == (quantity.text, quantity.number)
