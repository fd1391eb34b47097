"""What the home page says: sentences with the very numbers of the totals, findings, streets, gaps."""

from __future__ import annotations

import re

from sitegen.model.indicators import Comparison
from sitegen.views.pages.home import home_page
from tests.derive.records import absent, cost, indicator, level, number, project, texts
from tests.views.editions import edition

NUMBER = re.compile(r"\d+")


def numbers(text: str) -> list[int]:
    """The numbers in a text, in their order."""
    return [int(found) for found in NUMBER.findall(text)]


def test_the_finding_of_a_street_has_the_numbers_of_its_blocks() -> None:
    """What came of a roadmap is one sentence with the total and each count, and the counts lead to their groups."""
    statuses = ("is-done", "is-done", "is-started", "is-dropped", "is-unknown", "is-planned")
    made = edition(*(project(f"p{place}", status) for place, status in enumerate(statuses)), project("silent"))
    street, empty = (each.street for each in home_page(made).streets)
    assert [7, *(int(block.total.number) for block in street.blocks)] == numbers(street.finding)
    assert [2, 1, 1, 1, 1, 1] == [len(block.houses) for block in street.blocks]
    assert "/en/roadmaps/plan-24/#group-is-done" == street.blocks[0].total.url
    assert "/en/roadmaps/plan-24/#group--" == street.blocks[-1].total.url
    assert ("plan-25", ()) == (empty.id, empty.blocks)


def test_a_street_without_any_status_says_so() -> None:
    """Nothing is made of silence: it is not called planned."""
    made = edition(project("x", theme="roads"), project("y", theme="parks"))
    street = home_page(made).streets[0].street
    assert "By our count the roadmap has 2 projects. The source gives no status of any of them." == street.finding
    assert ["R – Roads", "Parks"] == [block.total.label for block in street.blocks]
    assert "/en/roadmaps/plan-24/#group-roads" == street.blocks[0].total.url


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


def test_names_that_are_shortened_are_called_ours() -> None:
    """Only where there are such names."""
    short = project("x").model_copy(update={"short": texts("Deep")})
    assert (True, "") == (bool(home_page(edition(short)).shortened), home_page(edition(project("x"))).shortened)


def test_a_finding_is_a_headline_with_its_drawing() -> None:
    """It leads to the page of its indicator."""
    (found,) = home_page(edition(indicator(number("2023", "40"), number("2024", "60")))).findings
    assert ("Reach: from 40 to 60, target 100", "/en/indicators/reach/") == (found.headline.text, found.headline.url)
    assert (True, ()) == (found.multiple.bars is not None, found.phases)


def test_a_contradicted_finding_shows_the_list_that_contradicts_it() -> None:
    """The houses of the roadmap instead of the bar that the source's claim would have."""
    done = Comparison(roadmap="plan-24", statuses=("is-done",))
    claim = indicator(number("2024", "100", "share"), target=level("100", "share"), unit="share", compare_with=done)
    (found,) = home_page(edition(project("x", "is-done"), project("y", "is-started"), claim)).findings
    assert ("done", "started") == found.phases


def test_projects_with_a_cost_stand_under_their_street() -> None:
    """Each amount with its kind."""
    home = home_page(edition(project("x", "is-done", costs=(cost("5"), cost(about="7"))), project("y", "is-done")))
    assert [("X", "done", ("€5 a year", "about €7 a year"))] == [
        (each.link.text, each.phase, each.amounts) for each in home.streets[0].spent
    ]


def test_names_stand_where_the_houses_of_a_street_are_all_alike() -> None:
    """Without any status the houses say nothing; with one they say how far it has come."""
    plain = home_page(edition(project("x", theme="roads"), project("y", theme="parks"))).streets[0]
    assert (True, ["R – Roads", "Parks"]) == (plain.named, [block.name for block in plain.street.blocks])
    assert not home_page(edition(project("x", "is-done"), project("y"))).streets[0].named
