"""What the home page says: sentences with the very numbers of the totals, streets, reports, gaps."""

from __future__ import annotations

import re

from sitegen.model.indicators import Comparison, Indicator
from sitegen.model.projects import CostKind
from sitegen.views.multiples import multiple
from sitegen.views.pages.home import MOST, home_page
from tests.derive.records import absent, cost, indicator, level, number, project, said, worded
from tests.views.editions import edition

NUMBER = re.compile(r"\d+")


def numbers(text: str) -> list[int]:
    """The numbers in a text, in their order."""
    return [int(found) for found in NUMBER.findall(text)]


def test_the_finding_of_a_street_has_the_numbers_of_its_blocks() -> None:
    """What came of a roadmap is one sentence with the total and each count, and the counts lead to their groups."""
    statuses = ("is-done", "is-done", "is-started", "is-dropped", "is-unknown", "is-planned")
    made = edition(*(project(f"p{place}", status) for place, status in enumerate(statuses)), project("silent"))
    street, empty = home_page(made).streets
    assert [7, *(int(block.total.number) for block in street.blocks)] == numbers(street.finding)
    assert [2, 1, 1, 1, 1, 1] == [len(block.houses) for block in street.blocks]
    assert "/en/roadmaps/plan-24/#group-is-done" == street.blocks[0].total.url
    assert "/en/roadmaps/plan-24/#group--" == street.blocks[-1].total.url
    assert ("plan-25", ()) == (empty.id, empty.blocks)


def test_a_street_without_any_status_says_so() -> None:
    """Nothing is made of silence: it is not called planned."""
    made = edition(project("x", theme="roads"), project("y", theme="parks"))
    street = home_page(made).streets[0]
    assert "By our count the roadmap has 2 projects. The source gives no status of any of them." == street.finding
    assert ["R – Roads", "Parks"] == [block.total.label for block in street.blocks]
    assert "/en/roadmaps/plan-24/#group-roads" == street.blocks[0].total.url


def test_the_sentence_on_indicators_has_the_numbers_of_the_outcomes() -> None:
    """How many there are, and then each outcome as its total gives it."""
    made = edition(
        indicator(number("2024", "100"), name="a"),
        indicator(number("2024", "1"), name="b"),
        indicator(number("2024", "2"), name="c"),
        indicator(number("2024", "1"), target=worded(), name="d"),
    )
    home = home_page(made)
    reached, missed, others = (int(total.number) for total in home.outcomes)
    assert [4, reached, missed, int(made.portal.programme.end), others] == numbers(home.works)
    assert ["A", "B", "C"] == [each.link.text for each in home.judged]
    assert ("1 pieces", "2024", "100 pieces", "not-reached") == (
        home.judged[1].value,
        home.judged[1].period,
        home.judged[1].target,
        home.judged[1].outcome,
    )


def test_reached_targets_stand_before_the_others_and_only_so_many() -> None:
    """A portal with many indicators keeps a short home page."""
    missed = [indicator(number("2024", "1"), name=f"m{place}") for place in range(MOST)]
    made = edition(*missed, indicator(number("2024", "100"), name="won"))
    assert ["Won", *(f"M{place}" for place in range(MOST - 1))] == [each.link.text for each in home_page(made).judged]


def test_a_value_is_drawn_as_among_all_indicators() -> None:
    """The same bar against the same line; what has no share of its target has none."""
    drawn, undrawn = indicator(number("2024", "40"), name="a"), indicator(number("2024", "0"), target=level("0"))
    made = edition(drawn, undrawn)
    expected = [multiple(made, each).bars for each in (undrawn, drawn)]
    assert [True, False] == [each is None for each in expected]
    assert expected == [each.bars for each in home_page(made).judged]


DONE = Comparison(roadmap="plan-24", statuses=("is-done",))


def claim(value: str, name: str) -> Indicator:
    """An indicator that says what share of the projects is done; its target is all of them."""
    return indicator(
        number("2024", value, "share"), target=level("100", "share"), unit="share", name=name, compare_with=DONE
    )


def test_a_disputed_target_is_no_plain_success() -> None:
    """Where the source contradicts itself, words, counts and sentence say so, whether it is reached or not."""
    made = edition(
        project("x", "is-done"),
        project("y", "is-started"),
        claim("100", "all"),
        claim("60", "some"),
        claim("50", "right"),
        indicator(number("2024", "100"), name="plain"),
    )
    home = home_page(made)
    assert [
        ("Plain", "reached", "Reached in 2024"),
        ("All", "reached-disputed", "Reached in 2024, but the source contradicts itself"),
        ("Right", "not-reached", "Not reached in 2024"),
        ("Some", "not-reached-disputed", "Not reached in 2024, and the source contradicts itself"),
    ] == [(each.link.text, each.outcome, each.outcome_words) for each in home.judged]
    assert {
        "reached": "1",
        "reached-disputed": "1",
        "not-reached": "1",
        "not-reached-disputed": "1",
        "not-judged": "0",
    } == {total.name: total.number for total in home.outcomes}
    assert (
        "Of 4 indicators 1 has reached its target, 1 has reached its target, but the source contradicts itself on it, "
        "2 have not reached their targets (the source names no target year, and the programme runs until 2026), and "
        "0 cannot be judged."
    ) == home.works


def test_where_every_reached_target_is_disputed_none_is_called_reached() -> None:
    """Nor counted so."""
    home = home_page(edition(project("x", "is-done"), project("y"), claim("100", "all")))
    assert home.works.startswith("Of 1 indicator 1 has reached its target, but the source contradicts itself on it, 0")
    assert ["0", "1", "0", "0"] == [total.number for total in home.outcomes]


def test_the_cost_of_each_project_stands_with_its_kind() -> None:
    """And the sentence says of how many projects it is known."""
    home = home_page(edition(project("x", costs=(cost("5"), cost(about="7"))), project("y")))
    assert [("X", ("€5 a year", "about €7 a year"))] == [(each.link.text, each.amounts) for each in home.costs]
    assert [1, 2] == numbers(home.spent)


def test_a_portal_without_costs_or_indicators_says_so() -> None:
    """Instead of a count of nothing."""
    home = home_page(edition(project("x")))
    assert ("The source has no indicator.", "The source gives no costs.") == (home.works, home.spent)


def test_reports_are_named_where_they_are_few_and_counted_where_they_are_many() -> None:
    """The projects of a date each with the status of that date; many of them as one line with their number."""
    few = [project(f"f{place}", ("2024-10", "is-done")) for place in range(2)]
    many = [project(f"m{place}", ("2024", "is-started")) for place in range(7)]
    home = home_page(edition(*few, *many, indicator(number("2024", "1"))))
    assert [("October 2024", False), ("2024", True)] == [(each.date, each.vague) for each in home.reported]
    assert [("F0", "done"), ("F1", "done")] == [
        (item.link.text, item.status.phase) for item in home.reported[0].items if item.status
    ]
    assert ["Status of 7 projects of the roadmap for 2024", "A number for 1 indicator"] == [
        item.link.text for item in home.reported[1].items
    ]


def test_what_is_reported_is_counted_by_what_it_is() -> None:
    """No cost is counted as a status, and neither words nor a missing value as a number."""
    many = [project(f"m{place}", ("2024", "is-started")) for place in range(4)]
    paid = [project(f"p{place}", costs=(cost("5", as_of="2024"),)) for place in range(3)]
    values = (indicator(number("2024", "1")), indicator(said("2024"), name="b"), indicator(absent("2024"), name="c"))
    (found,) = home_page(edition(*many, *paid, *values)).reported
    assert [
        "Status of 4 projects of the roadmap for 2024",
        "Effects, costs or savings of 3 projects of the roadmap for 2024",
        "A number for 1 indicator",
        "Words in place of a number for 1 indicator",
        "No value for 1 indicator",
    ] == [item.link.text for item in found.items]


def test_a_named_project_without_a_status_of_the_date_says_what_bears_it() -> None:
    """An effect or an amount."""
    (found,) = home_page(edition(project("x", "is-done"), project("y", savings=(cost("5", as_of="2024"),)))).reported
    assert [("X", True, ""), ("Y", False, "effects, costs or savings")] == [
        (item.link.text, item.status is not None, item.results) for item in found.items
    ]


def test_costs_of_a_kind_not_stated_have_no_total() -> None:
    """A few are named one by one, with their parts; many are counted."""
    unstated = [cost(amount, kind=CostKind.NOT_STATED, part=part) for amount, part in (("87", "a"), ("99", "b"))]
    few = home_page(edition(project("x", costs=(cost("5"), *unstated)), project("y", costs=(cost("6"),))))
    unknown = "Costs of a kind that the source does not state"
    assert [("€11", "Costs a year (our sum)"), ("€87", f"{unknown}, part a"), ("€99", f"{unknown}, part b")] == [
        (total.number, total.label) for total in few.kinds
    ]
    assert {"/en/costs/#costs-of-kind-not-stated"} == {total.url for total in few.kinds[1:]}
    many = home_page(edition(project("x", costs=(*unstated, *unstated))))
    assert [("4", "costs of a kind not stated")] == [(total.number, total.label) for total in many.kinds]


def test_each_gap_is_counted_and_leads_to_its_list() -> None:
    """What the content is silent on, by rules; a rule that finds nothing says nothing."""
    made = edition(
        project("x", theme="roads", costs=(cost("5"),)),
        project("y", "is-unknown"),
        indicator(absent("2024")),
    )
    assert {
        "no-status": ("1", "/en/projects/?status=-"),
        "no-information": ("1", "/en/projects/?status=is-unknown"),
        "no-cost-plan-24": ("1", "/en/costs/#no-cost-plan-24"),
        "no-theme": ("1", "/en/projects/?theme=-"),
        "no-role": ("2", "/en/use-cases/#roles"),
        "no-value": ("1", "/en/indicators/"),
        "not-judged": ("1", "/en/indicators/"),
        "not-approved": ("2", "/en/roadmaps/"),
    } == {total.name: (total.number, total.url) for total in home_page(made).gaps}
