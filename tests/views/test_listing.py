"""A list of projects carries all that a script needs to filter and sort it, and is whole without one."""

from __future__ import annotations

from sitegen.model.projects import CostKind, Project
from sitegen.views.edition import Edition
from sitegen.views.groups import ListedRow
from sitegen.views.listing import Listing, listing
from tests.derive.records import cost, project, texts
from tests.views.editions import edition

WELL = project("well", "is-done", theme="roads", code="R10")
POND = project("pond", "is-planned", theme="parks", code="R2")
ARCH = project("arch", roadmap="plan-25")


def listed(*projects: Project, of: Edition | None = None, with_roadmap: bool = False) -> Listing:
    """A list of projects."""
    return listing(of or edition(*projects), "/en/x/", "Caption", projects, with_roadmap=with_roadmap)


def rows(made: Listing) -> list[ListedRow]:
    """All rows, group by group."""
    return [row for group in made.groups for part in group.parts for row in part.rows]


def ranked(made: Listing, order: str) -> list[str]:
    """The names in an order."""
    return [row.link.text for row in sorted(rows(made), key=lambda row: dict(row.ranks)[order])]


def labels(made: Listing) -> list[str]:
    """What the parts of the first group are called."""
    return [part.label for part in made.groups[0].parts]


def test_the_groups_hold_the_table_row_by_row() -> None:
    """So the file beside the page is what the page shows."""
    made = listed(WELL, POND, ARCH)
    assert [row.cells[0].url for row in made.table.rows] == [row.link.url for row in rows(made)]
    assert [("group-is-planned", "planned", "1"), ("group-is-done", "done", "1")] == [
        (part.id, part.label, part.count) for part in made.groups[0].parts[:2]
    ]
    silent = made.groups[0].parts[2]
    assert ("group--", "No status in the source") == (silent.id, silent.label)


def test_a_list_is_grouped_by_what_tells_its_projects_apart() -> None:
    """Across years by roadmap; within one by status, where all have one status by theme; one group has no name."""
    unreported = (project("a", theme="roads"), project("b", theme="parks"))
    years = listed(WELL, POND, ARCH, with_roadmap=True).groups
    assert [("Plan-24", "2"), ("Plan-25", "1")] == [(group.label, group.count) for group in years]
    assert ["group-plan-24-is-planned", "group-plan-24-is-done"] == [part.id for part in years[0].parts]
    assert ["R – Roads", "Parks"] == labels(listed(*unreported))
    assert [""] == labels(listed(WELL))


def test_what_all_rows_share_stands_once_with_their_group() -> None:
    """A row says the rest, and in another order all of it; where the source is silent it says nothing."""
    lane = project("lane", "is-done", theme="roads")
    (year, _) = listed(WELL, lane, POND, ARCH, with_roadmap=True).groups
    planned, done = year.parts
    assert ((), ("Theme: R – Roads",), ((), ())) == (year.shared, done.shared, tuple(row.facts for row in done.rows))
    assert ("Plan-24", "done", "R – Roads") == done.rows[0].shared
    assert ((), (("Parks",),)) == (planned.shared, tuple(row.facts for row in planned.rows))


def test_a_silence_is_said_once_and_only_where_others_in_the_list_are_told() -> None:
    """Of two years the one without a theme says so; a list without any status does not."""
    bare = [project(name, roadmap="plan-25") for name in ("a", "b")]
    (_, year) = listed(WELL, POND, *bare, with_roadmap=True).groups
    assert ("Status: not in the source", "Theme: not in the source") == year.shared
    assert [(), ()] == [row.facts for part in year.parts for row in part.rows]
    assert () == listed(*bare).groups[0].shared


def test_a_short_name_is_shown_and_the_whole_one_found() -> None:
    """With a word on whose names they are."""
    named = WELL.model_copy(update={"short": texts("Deep")})
    made = listed(named, POND)
    assert ["Pond", "Deep"] == [row.link.text for row in rows(made)]
    assert f"R10 {named.title['en']}" == rows(made)[1].printed
    assert (True, "") == (bool(made.shortened), listed(WELL).shortened)


def test_a_facet_is_offered_where_projects_differ_in_it() -> None:
    """With the terms that occur and their counts; the source's silence is a term where only some are silent."""
    made = listed(WELL, POND, ARCH)
    assert ["status", "theme"] == [facet.name for facet in made.facets]
    assert [("roads", "R – Roads", "1"), ("parks", "Parks", "1"), ("-", "Not in the source", "1")] == [
        (choice.value, choice.label, choice.count) for choice in made.facets[1].choices
    ]
    assert ["Theme: Parks", "Theme: not in the source"] == [each.badge for each in made.facets[1].choices[1:]]
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


def test_a_row_says_of_which_amounts_the_kind_is_not_stated() -> None:
    """Once for all of them, and not of one whose kind is known."""
    unstated = [cost(amount, kind=CostKind.NOT_STATED) for amount in ("87", "99")]
    (row,) = rows(listed(project("x", costs=(cost("5"), *unstated))))
    assert ("€5 a year; €87, €99 (kind not stated)",) == row.facts
