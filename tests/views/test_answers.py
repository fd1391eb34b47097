"""The four answers: each a figure, one sentence and one link, and none where the content says nothing."""

from __future__ import annotations

from sitegen.model.projects import CostKind
from sitegen.views.answers import Answer, answers
from sitegen.views.edition import Edition
from sitegen.views.totals import all_cost_totals
from tests.derive.records import cost, project
from tests.views.editions import edition, written


def answer(made: Edition, name: str) -> Answer:
    """The answer with that id."""
    return next(each for each in answers(made) if each.id == name)


def figures(of: Answer) -> list[tuple[str, str, str]]:
    """Each figure with what it is of and what is counted."""
    return [(each.total.number, each.whole.number if each.whole else "", each.label) for each in of.figures]


def test_the_themes_are_what_was_promised() -> None:
    """By name, with the period of the programme."""
    promised = answer(edition(project("x")), "promised")
    assert ([("2", "", "themes, 2024–2026")], "Roads · Parks.") == (figures(promised), promised.sentence)
    assert "/en/programme/" == promised.question.url


def test_what_came_of_it_is_told_of_the_latest_roadmap_with_a_status() -> None:
    """How many of how many are done, and how they all stand."""
    made = edition(
        project("x", "is-done"),
        project("y", "is-started"),
        project("z"),
        project("planned", roadmap="plan-25"),
    )
    outcome = answer(made, "outcome")
    assert [("1", "3", "projects done in the roadmap for 2024")] == figures(outcome)
    assert "1 is done, 1 has begun, and of 1 the source gives no status." == outcome.sentence
    assert ("done", "started", "unreported") == outcome.phases
    assert "/en/roadmaps/plan-24/" == outcome.question.url


def test_costs_are_summed_by_kind_and_what_is_in_no_sum_is_counted() -> None:
    """The sentence says of how many projects a cost is known."""
    unstated = cost("9", kind=CostKind.NOT_STATED)
    costs = answer(edition(project("x", costs=(cost("5"), unstated)), project("y", costs=(cost("6"),))), "costs")
    assert [("€11", "", "a year")] == figures(costs)
    assert costs.sentence.startswith(
        "The text of the source gives a cost for 2 of 2 projects. 1 amount is not in the totals,"
    )


def test_approximate_costs_are_in_no_total_and_counted() -> None:
    """The sum is of exact amounts alone."""
    costs = answer(edition(project("x", costs=(cost("5"), cost(about="7")))), "costs")
    assert [("€5", "", "a year")] == figures(costs)
    assert "1 approximate amount is not in the totals." in costs.sentence


def test_costs_of_a_kind_not_stated_have_no_total() -> None:
    """A few are named one by one, with their parts; many are counted."""
    unstated = [cost(amount, kind=CostKind.NOT_STATED, part=part) for amount, part in (("87", "a"), ("99", "b"))]
    few = all_cost_totals(edition(project("x", costs=(cost("5"), *unstated)), project("y", costs=(cost("6"),))))
    unknown = "Costs of a kind that the source does not state"
    assert [("€11", "Costs a year (our sum)"), ("€87", f"{unknown}, part a"), ("€99", f"{unknown}, part b")] == [
        (total.number, total.label) for total in few
    ]
    assert {"/en/costs/#costs-of-kind-not-stated"} == {total.url for total in few[1:]}
    many = all_cost_totals(edition(project("x", costs=(*unstated, *unstated))))
    assert [("4", "costs of a kind not stated")] == [(total.number, total.label) for total in many]


def test_what_is_open_is_the_first_gap_with_when_the_source_was_written() -> None:
    """And the roadmaps of which it gives no status."""
    made = written(edition(project("x", "is-done"), project("y", roadmap="plan-25")), "2024-10")
    open_ = answer(made, "open")
    assert [("1", "", "project without a status in the source")] == figures(open_)
    assert (
        "No project in the roadmap for 2025 has a status in the source. The source is from October 2024."
        == open_.sentence
    )
    assert "/en/#unknown" == open_.question.url


def test_a_question_to_which_the_content_says_nothing_has_no_answer() -> None:
    """No cost and no status."""
    assert ["promised", "open"] == [each.id for each in answers(edition(project("x")))]
