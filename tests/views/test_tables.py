"""A table reads in the page's language and carries the same values plain, column for column."""

from __future__ import annotations

from sitegen.derive.counts import by_facet
from sitegen.model.programme import Facet
from sitegen.model.projects import CostKind, Project
from sitegen.views.edition import Edition
from sitegen.views.tables import amounts_table, counts_table, projects_table, statuses_table, theme_link
from sitegen.views.values import Link, Table
from tests.derive.records import cost, project, texts
from tests.views.editions import edition

WELL = project("well", "is-done", theme="roads", code="R1")
POND = project("pond", roadmap="plan-25", theme="parks")


def plain(table: Table) -> list[dict[str, str]]:
    """The rows as CSV has them, by column name."""
    return [
        {
            name: text
            for column, cell in zip(table.columns, row.cells, strict=True)
            for name, text in zip(column.names, cell.plain, strict=True)
        }
        for row in table.rows
    ]


def read(table: Table) -> list[list[str]]:
    """The rows as they are read."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def listed(*projects: Project, of: Edition | None = None, with_roadmap: bool = False) -> Table:
    """A table of projects."""
    return projects_table(of or edition(*projects), "/en/x/", "Caption", projects, with_roadmap=with_roadmap)


def test_projects_are_listed_with_what_is_known_of_each() -> None:
    """In words for readers, by id for machines."""
    table = listed(WELL, POND, with_roadmap=True)
    assert [
        ["Well", "R1", "Plan-24", "R – Roads", "done"],
        ["Pond", "not in the source", "Plan-25", "Parks", "No status in the source"],
    ] == read(table)
    assert [("R1", "is-done"), ("", "")] == [(row["code"], row["status"]) for row in plain(table)]


def test_a_silence_of_the_source_is_empty_in_csv() -> None:
    """Never a zero and never words that could be taken for a value."""
    (row,) = plain(listed(project("well", code="R1"), project("pond", "is-done", theme="roads", code="R2")))[:1]
    assert ("", "") == (row["theme"], row["status"])


def test_names_lead_to_pages() -> None:
    """Project, its code, roadmap and theme."""
    (row,) = listed(WELL, with_roadmap=True).rows
    urls = [cell.url for cell in row.cells if cell.url]
    assert ["/en/projects/well/"] * 2 + ["/en/roadmaps/plan-24/", "/en/programme/#theme-roads"] == urls


def test_a_theme_without_a_letter_is_its_name() -> None:
    """And one with a letter is led by it."""
    of = edition(code="sv")
    assert Link("R – Roads*", "/sv/programme-sv/#theme-roads") == theme_link(of, "roads")
    assert Link("Parks*", "/sv/programme-sv/#theme-parks") == theme_link(of, "parks")


def test_the_file_lies_beside_the_page() -> None:
    """Under the id that the table has on it."""
    table = listed(WELL)
    assert (table.csv, table.caption) == (f"/en/x/{table.id}.csv", "Caption")


def test_statuses_stand_with_their_dates() -> None:
    """As finely as given, in words and plain."""
    given = project("well", ("2023", "is-planned"), ("2024-10", "is-done"))
    table = statuses_table(edition(given), "/en/x/", given)
    assert [["2023", "planned"], ["October 2024", "done"]] == read(table)
    dates = [{"as_of": "2023", "status": "is-planned"}, {"as_of": "2024-10", "status": "is-done"}]
    assert dates == plain(table)


def test_amounts_are_plain_numbers_that_say_whether_they_are_exact() -> None:
    """With their kind, and their date where the source gives one."""
    amounts = (cost("1500.50", part="a", as_of="2024-10"), cost(about="15000", kind=CostKind.NOT_STATED))
    of = edition(WELL)
    table = amounts_table(of, "/en/x/", "costs", "Costs", [(WELL, amount) for amount in amounts], field="")
    assert ["€1,500.50", "about €15,000"] == [row[1] for row in read(table)]
    assert [
        ("Well", "1500.50", "false", "yearly", "a"),
        ("Well", "15000", "true", "not-stated", ""),
    ] == [tuple(row[name] for name in ("project", "amount", "approximate", "kind", "part")) for row in plain(table)]
    assert ["2024-10", ""] == [row["as_of"] for row in plain(table)]
    assert {""} == {row.field for row in table.rows}


def test_the_funding_of_an_amount_is_in_the_language() -> None:
    """Where the source says it."""
    funded = cost("1").model_copy(update={"funding": texts("a grant")})
    of = edition(WELL, code="sv")
    rows = [(WELL, funded), (WELL, cost("2"))]
    table = amounts_table(of, "/sv/x/", "costs", "Costs", rows, field="cost")
    assert ["a grant*", ""] == [row["funding"] for row in plain(table)]
    assert "project" not in plain(table)[0]
    assert {"cost"} == {row.field for row in table.rows}


def test_counts_hold_zeros_and_what_the_source_does_not_say() -> None:
    """The latter only where there is any."""
    of = edition(WELL, project("pond"))
    counts = by_facet(of.portal, of.portal.projects, Facet.THEME)
    table = counts_table(of, "/en/x/", "theme", ("By theme", "Theme"), counts)
    assert [["Roads", "1"], ["Parks", "0"], ["the source does not say", "1"]] == read(table)
    assert ["1", "0", "1"] == [row["projects"] for row in plain(table)]
    assert ["/en/programme/#theme-roads", "/en/programme/#theme-parks", ""] == [row.cells[0].url for row in table.rows]
    all_known = by_facet(of.portal, [WELL], Facet.THEME)
    known = counts_table(of, "/en/x/", "theme", ("By theme", "Theme"), all_known)
    assert [["Roads", "1"], ["Parks", "0"]] == read(known)
