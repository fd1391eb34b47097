"""Effects stand beside amounts, what is missing is said there, and a euro has one length on the page."""

from __future__ import annotations

from sitegen.model.projects import CostKind, Project
from sitegen.views.pages.costs import CostsPage, Saving, costs_page
from tests.derive.records import cost, effect, project, texts
from tests.views.editions import edition


def page(*projects: Project) -> CostsPage:
    """The page of effects and costs of these projects."""
    return costs_page(edition(*projects))


def test_benefit_stands_beside_savings_and_where_both_and_the_costs_are_told() -> None:
    """A saving with its kind and part; each place once, the costs' among them."""
    given = project("well", effects=(effect(),), costs=(cost("300"),), savings=(cost("20", part="b"),))
    (found,) = page(given).benefits
    assert ("Well", ["Less paper"]) == (found.project.text, [each.text for each in found.effects])
    assert (Saving("b) €20", "saved a year"),) == found.savings
    assert 1 == len(found.quotations)


def test_each_amount_is_one_bar_of_its_kind() -> None:
    """With part and funding, the largest first; a project has one in each kind that it has costs of."""
    funded = cost("300").model_copy(update={"funding": texts("a grant")})
    made = page(
        project("well", costs=(cost("20"), cost(about="50", kind=CostKind.ONE_OFF, part="b"))),
        project("pond", costs=(funded,)),
    )
    assert [["yearly", "one-off"], [2, 1]] == [
        [each.kind for each in made.kinds],
        [len(each.bars) for each in made.kinds],
    ]
    largest, smallest = made.kinds[0].bars
    assert ("Pond", "€300", "a grant", False) == (
        largest.project.text,
        largest.amount,
        largest.funding,
        largest.approximate,
    )
    assert ("Well", "€20", "") == (smallest.project.text, smallest.amount, smallest.part)
    assert [("about €50", "part b", True)] == [
        (each.amount, each.part, each.approximate) for each in made.kinds[1].bars
    ]


def test_projects_with_one_and_without_the_other_are_there() -> None:
    """An effect without a cost, a cost without an effect with its source; nothing at all is only counted."""
    made = page(project("well", effects=(effect(),)), project("pond", costs=(cost("300"),)), project("arch"))
    assert ["Well"] == [each.project.text for each in made.benefits]
    assert ["Pond"] == [each.project.text for kind in made.kinds for each in kind.bars]
    assert 1 == len(made.quotations)
    assert "2" == made.no_cost[0].total.number


def test_all_bars_of_the_page_have_the_same_scale() -> None:
    """The largest amount fills it, whatever its kind; an approximate one counts as it is written."""
    made = page(
        project("well", costs=(cost("350"), cost("70", kind=CostKind.ONE_OFF))),
        project("pond", costs=(cost(about="700", kind=CostKind.NOT_STATED),)),
    )
    assert ["50.00", "10.00", "100.00"] == [each.share for kind in made.kinds for each in kind.bars]


def test_amounts_of_nothing_are_bars_of_no_length() -> None:
    """A project that costs nothing divides nothing."""
    (kind,) = page(project("well", costs=(cost("0"),))).kinds
    assert ["0.00"] == [each.share for each in kind.bars]


def test_how_many_costs_are_known_is_said_where_one_is() -> None:
    """A portal without costs says nothing of how many."""
    assert page(project("well", costs=(cost("3"),))).spent
    assert "" == page(project("well")).spent


def test_only_the_language_that_is_translated_says_so() -> None:
    """The page in the source's own language does not call its wording a translation."""
    given = project("well", effects=(effect(),)).model_copy(update={"translated": ("en",)})
    assert (True, False) == tuple(costs_page(edition(given, code=code)).translated for code in ("en", "sv"))


def test_a_remark_stands_beside_what_the_city_says() -> None:
    """As on the page of the project: what is uncertain there is uncertain here."""
    doubtful = project("well", effects=(effect(),)).model_copy(update={"remark": texts("Our reading")})
    assert ["Our reading", ""] == [
        each.remark for each in page(doubtful, project("pond", effects=(effect(),))).benefits
    ]


def test_a_sum_is_ours_and_a_single_amount_the_sources() -> None:
    """Each in its own words."""
    one, two = page(project("well", costs=(cost("3"),))), page(project("pond", costs=(cost("3"), cost("4"))))
    assert [["Costs a year"], ["Costs a year (our sum)"]] == [
        [each.label for each in made.totals] for made in (one, two)
    ]
