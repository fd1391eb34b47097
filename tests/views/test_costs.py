"""Effects stand beside amounts, what is missing is said there, and a euro has one length on the page."""

from __future__ import annotations

from sitegen.model.projects import CostKind, Project
from sitegen.views.charts import BarChart
from sitegen.views.pages.costs import CostsPage, Sum, costs_page
from tests.derive.records import cost, effect, project, texts
from tests.views.editions import edition


def page(*projects: Project) -> CostsPage:
    """The page of effects and costs of these projects."""
    return costs_page(edition(*projects))


def test_what_a_project_brought_about_stands_beside_what_it_cost() -> None:
    """Each amount with its kind and part; a saving apart from the costs."""
    given = project(
        "well",
        effects=(effect(),),
        costs=(cost("300"), cost(about="50", kind=CostKind.ONE_OFF, part="b")),
        savings=(cost("20"),),
    )
    (found,) = page(given).outcomes
    assert ("Well", ["Less paper"]) == (found.link.text, [each.text for each in found.effects])
    assert (Sum("€300", "a year"), Sum("b) about €50", "one-off")) == found.costs
    assert (Sum("€20", "saved a year"),) == found.savings


def test_projects_with_one_and_without_the_other_are_there() -> None:
    """An effect without a cost, a cost without an effect; nothing at all is only counted."""
    made = page(project("well", effects=(effect(),)), project("pond", costs=(cost("300"),)), project("arch"))
    assert [("Well", 1, 0), ("Pond", 0, 1)] == [
        (each.link.text, len(each.effects), len(each.costs)) for each in made.outcomes
    ]
    assert "2" == made.no_cost[0].total.number


def test_every_drawing_of_the_page_has_the_same_scale() -> None:
    """Each knows the bars of the others, whatever their kind."""
    made = page(
        project("well", costs=(cost("300"), cost("20", kind=CostKind.ONE_OFF))),
        project("pond", costs=(cost(about="700", kind=CostKind.NOT_STATED),)),
    )
    scaled = []
    for kind in made.kinds:
        assert kind.drawing is not None
        assert isinstance(kind.drawing.chart, BarChart)
        scaled.append({bar.text for bar in (*kind.drawing.chart.bars, *kind.drawing.chart.beside)})
    assert [{"€300", "€20", "about €700"}] * 3 == scaled


def test_only_the_language_that_is_translated_says_so() -> None:
    """The page in the source's own language does not call its wording a translation."""
    given = project("well", effects=(effect(),)).model_copy(update={"translated": ("en",)})
    assert (True, False) == tuple(costs_page(edition(given, code=code)).translated for code in ("en", "sv"))


def test_a_remark_stands_beside_what_the_city_says() -> None:
    """As on the page of the project: what is uncertain there is uncertain here."""
    doubtful = project("well", effects=(effect(),)).model_copy(update={"remark": texts("Our reading")})
    assert ["Our reading", ""] == [each.remark for each in page(doubtful, project("pond", costs=(cost("3"),))).outcomes]


def test_a_sum_is_ours_and_a_single_amount_the_sources() -> None:
    """Each in its own words."""
    one, two = page(project("well", costs=(cost("3"),))), page(project("pond", costs=(cost("3"), cost("4"))))
    assert [["Costs a year"], ["Costs a year (our sum)"]] == [
        [each.label for each in made.totals] for made in (one, two)
    ]
