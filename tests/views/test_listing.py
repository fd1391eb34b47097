"""A list of projects carries all that a script needs to filter and sort it, and is whole without one."""

from __future__ import annotations

from sitegen.model.projects import Project
from sitegen.views.edition import Edition
from sitegen.views.listing import ListedRow, Listing, listing
from tests.derive.records import project, texts
from tests.views.editions import edition

WELL = project("well", "is-done", theme="roads", code="R10")
POND = project("pond", "is-planned", theme="parks", code="R2")
ARCH = project("arch", roadmap="plan-25")


def listed(*projects: Project, of: Edition | None = None, with_roadmap: bool = False) -> Listing:
    """A list of projects."""
    return listing(of or edition(*projects), "/en/x/", "Caption", projects, with_roadmap=with_roadmap)


def rows(made: Listing) -> list[ListedRow]:
    """All rows, group by group."""
    return [row for group in made.groups for row in group.rows]


def ranked(made: Listing, order: str) -> list[str]:
    """The names in an order."""
    return [row.row.cells[0].text for row in sorted(rows(made), key=lambda row: dict(row.ranks)[order])]


def test_the_groups_hold_the_table_row_by_row() -> None:
    """So the file beside the page is what the page shows."""
    made = listed(WELL, POND, ARCH)
    assert list(made.table.rows) == [row.row for row in rows(made)]
    assert [("group-is-planned", "planned", "1"), ("group-is-done", "done", "1")] == [
        (group.id, group.label, group.count) for group in made.groups[:2]
    ]
    assert ("group--", "No status in the source") == (made.groups[2].id, made.groups[2].label)


def test_a_list_is_grouped_by_what_tells_its_projects_apart() -> None:
    """Across years by roadmap; within one by status, where all have one status by theme."""
    unreported = (project("a", theme="roads"), project("b", theme="parks"))
    assert ["Plan-24", "Plan-25"] == [group.label for group in listed(WELL, ARCH, with_roadmap=True).groups]
    assert ["R – Roads", "Parks"] == [group.label for group in listed(*unreported).groups]
    assert ["done"] == [group.label for group in listed(WELL).groups]


def test_a_facet_is_offered_where_projects_differ_in_it() -> None:
    """With the terms that occur and their counts; the source's silence is a term where only some are silent."""
    made = listed(WELL, POND, ARCH)
    assert ["status", "theme"] == [facet.name for facet in made.facets]
    assert [("roads", "R – Roads", "1"), ("parks", "Parks", "1"), ("-", "Not in the source", "1")] == [
        (choice.value, choice.label, choice.count) for choice in made.facets[1].choices
    ]
    assert "Theme: Parks" == made.facets[1].choices[1].badge
    assert () == listed(WELL, project("lane", "is-done", theme="roads")).facets


def test_a_row_has_its_term_in_each_facet() -> None:
    """By id; none has one in a facet that is not offered."""
    made = listed(WELL, POND, ARCH)
    assert [
        (("status", "is-planned"), ("theme", "parks")),
        (("status", "is-done"), ("theme", "roads")),
        (("status", "-"), ("theme", "-")),
    ] == [row.terms for row in rows(made)]


def test_orders_are_those_of_the_language_of_the_codes_and_of_the_statuses() -> None:
    """R2 comes before R10, no code comes last, and å is the first of the last three Swedish letters."""
    titles = ("å", "z", "ä", "ö", "a")
    letters = [project(f"p{place}").model_copy(update={"title": texts(title)}) for place, title in enumerate(titles)]
    swedish = listed(*letters, of=edition(*letters, code="sv"))
    assert ["a*", "z*", "å*", "ä*", "ö*"] == ranked(swedish, "name")
    made = listed(WELL, POND, ARCH, with_roadmap=True)
    assert ["roadmap", "name", "code", "status"] == [order.name for order in made.orders]
    assert ["Pond", "Well", "Arch"] == ranked(made, "code") == ranked(made, "status")


def test_without_codes_the_order_of_the_source_is_offered() -> None:
    """Where a group is by status, status is no order beside it."""
    made = listed(project("b", "is-done"), project("a", "is-planned"))
    assert ["status", "name", "source"] == [order.name for order in made.orders]
    assert ["B", "A"] == ranked(made, "source")


def test_codes_and_printed_forms_are_found() -> None:
    """They stand beside the name, for searching alone."""
    misprinted = WELL.model_copy(update={"printed": ("Weel",)})
    assert ["R10 Weel"] == [row.printed for row in rows(listed(misprinted))]


def test_the_count_is_put_ready_for_a_number() -> None:
    """In the form that the whole list asks for."""
    assert ("All 2 projects", "{shown} of 2 projects") == (listed(WELL, POND).whole, listed(WELL, POND).part)
    assert ("1 project", "{shown} of 1 project") == (listed(WELL).whole, listed(WELL).part)
