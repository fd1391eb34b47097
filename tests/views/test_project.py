"""What a project's page says of the project's place among others, and of what is not known."""

from __future__ import annotations

from sitegen.model.projects import Project
from sitegen.views.pages.project import ProjectPage, project_page
from sitegen.views.values import Link
from tests.derive.records import cost, project
from tests.views.editions import edition


def page(*projects: Project) -> ProjectPage:
    """The page of the first of these projects."""
    return project_page(edition(*projects), projects[0])


def names(page: ProjectPage, field: str) -> list[str]:
    """The names of the houses in a field."""
    return [house.link.text for house in getattr(page, field)]


def test_neighbours_are_those_on_the_street() -> None:
    """Two on either side at most, in the order of the street, with the project itself among them."""
    made = [project(name, "is-started") for name in ("c", "d", "e")]
    first, last = project("a", "is-done"), project("f", "is-unknown")
    assert ["A", "D", "C", "E"] == names(page(made[1], made[0], made[2], first, last), "neighbours")
    assert ["A", "C", "D"] == names(page(first, *made, last), "neighbours")
    assert ["D", "E", "F"] == names(page(last, *made, first), "neighbours")


def test_a_project_that_stands_alone_has_no_neighbours() -> None:
    """A street of one house is none."""
    assert [] == names(page(project("a")), "neighbours")


def test_related_projects_share_a_theme() -> None:
    """Of any year, not the project itself, and none where the source names no theme."""
    mine, same, other = project("a", theme="roads"), project("b", theme="roads"), project("c", theme="parks")
    later, silent = project("d", theme="roads", roadmap="plan-25"), project("e")
    assert ["B", "D"] == names(page(mine, same, other, later, silent), "related")
    assert [] == names(page(silent, mine, project("f")), "related")


def test_the_cost_stands_with_the_facts() -> None:
    """Each amount with its kind, in the place where one looks for it."""
    assert ("€5 a year",) == page(project("a", costs=(cost("5"),))).cost
    assert () == page(project("a")).cost


def test_where_no_role_answers_the_page_says_so_among_the_facts() -> None:
    """And leads to the roles that the source lists."""
    silence = page(project("a")).no_role
    assert Link("not in the source, which only lists the roles", "/en/use-cases/#roles") == silence
    answered = page(project("a").model_copy(update={"role": "clerk"}))
    assert (None, ["Responsible role"]) == (answered.no_role, [label for label, _ in answered.facets])


def test_a_dropped_project_says_that_the_reason_is_not_known() -> None:
    """Beside the status, where one looks for it; of no other project."""
    assert "The source does not say why the project was dropped." == page(project("a", "is-dropped")).unexplained
    assert "" == page(project("a", "is-done")).unexplained
