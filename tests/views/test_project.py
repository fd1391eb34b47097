"""What a project's page says of the project's place among others, and of what is not known."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model.programme import Facet
from sitegen.model.projects import Project
from sitegen.views.contradictions import status_notes
from sitegen.views.pages.project import ProjectPage, project_page
from sitegen.views.pages.roadmap import roadmap_page
from sitegen.views.values import Link
from tests.derive.records import SOURCE, chart, cost, effect, project, texts, with_charts
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
    """And leads to the roles that the source lists, of other roadmaps perhaps."""
    of, record = edition(project("a")), project("a")
    assert Link("not in the source", "/en/use-cases/#roles") == page(record).no_role
    charted = replace(of, portal=with_charts(of.portal, chart("roles", Facet.ROLE, roadmap=record.roadmap)))
    silence = project_page(charted, record).no_role
    assert Link("not in the text of the source, which only lists the roles", "/en/use-cases/#roles") == silence
    answered = page(project("a").model_copy(update={"role": "clerk"}))
    assert (None, ["Responsible role"]) == (answered.no_role, [label for label, _ in answered.facets])


def test_a_dropped_project_says_that_the_reason_is_not_known() -> None:
    """Beside the status, where one looks for it; of no other project."""
    assert "The source does not say why the project was dropped." == page(project("a", "is-dropped")).reason
    assert "" == page(project("a", "is-done")).reason


def test_the_reason_of_the_current_status_stands_beside_it() -> None:
    """As the source tells it; not that of an earlier one."""
    given = project("a", ("2023", "is-started"), ("2024", "is-dropped"))
    early, late = given.statuses
    reasons = [
        page(given.model_copy(update={"statuses": statuses})).reason
        for statuses in (
            (early, late.model_copy(update={"reason": texts("No money")})),
            (early.model_copy(update={"reason": texts("A law")}), late),
        )
    ]
    assert ["No money", "The source does not say why the project was dropped."] == reasons


def test_two_states_at_once_are_told_where_the_project_and_its_roadmap_stand() -> None:
    """With a link to the other place, and the later in the file as the current one."""
    given = project("well", ("2024", "is-started"), ("2024-10", "is-done"))
    made = edition(given)
    (own,), (other,) = project_page(made, given).contradictions, status_notes(made, [given], elsewhere=True)
    assert own.sentence == other.sentence
    assert "says both “started” (2024) and “done” (October 2024)" in own.sentence
    assert ("/en/sources/report/#results", "/en/projects/well/") == (own.link.url, other.link.url)
    assert "done" == project_page(made, given).status.text
    assert other in roadmap_page(made, made.portal.roadmaps[0], ()).contradictions


def test_one_state_in_two_places_is_one_row_with_two_sources() -> None:
    """The finer date stands in the table and in what the page is as of; both places are quoted."""
    row = SOURCE.model_copy(update={"row": 2})
    given = project("well", ("2024", "is-done"), ("2024-10", "is-done"))
    given = given.model_copy(
        update={"statuses": (given.statuses[0], given.statuses[1].model_copy(update={"source": row}))}
    )
    made = project_page(edition(given), given)
    assert made.statuses is not None
    (cells,) = (row.cells for row in made.statuses.rows)
    assert [("2024-10",), ("is-done",)] == [cell.plain for cell in cells]
    assert ["row 1", "row 2"] == [each.place for each in made.sources]
    assert () == made.contradictions
    assert "The latest data is from October 2024." in made.cite


def test_a_remark_and_what_amounts_have_in_print_are_shown() -> None:
    """The remark in the page's language; a printed form that two amounts share stands once."""
    amount = cost("5").model_copy(update={"printed": ("mha",)})
    told = page(
        project("a", costs=(amount, amount)).model_copy(update={"remark": {"en": "Read as a pier.", "sv": "Brygga."}})
    )
    assert ("Read as a pier.", ("mha",)) == (told.remark, told.printed)
    assert ("", ()) == (page(project("a")).remark, page(project("a")).printed)


def test_what_the_city_says_of_a_project_keeps_its_source_and_whether_it_is_translated() -> None:
    """The problem as the benefit: a page quotes them and does not speak so itself."""
    given = project("well", effects=(effect(),)).model_copy(
        update={"problem": texts("Too much paper"), "translated": ("en",)}
    )
    for code, text, translated in (("en", "Too much paper", True), ("sv", "Too much paper*", False)):
        made = project_page(edition(given, code=code), given)
        assert made.problem is not None
        assert (text, translated, "sv") == (
            made.problem.text,
            made.problem.translated,
            made.problem.quotations[0].language,
        )
        assert [translated] == [each.translated for each in made.effects]
    assert None is page(project("well")).problem


def test_competence_areas_are_called_no_theme() -> None:
    """Neither among the facts of a project nor above the others of them, nor where all themes are meant."""
    mine, other = project("a", theme="roads"), project("b", theme="parks")
    of = edition(mine, other)
    themes = tuple(each.model_copy(update={"area": each.id == "parks"}) for each in of.portal.programme.themes)
    mixed = replace(of, portal=replace(of.portal, programme=of.portal.programme.model_copy(update={"themes": themes})))
    labels = [(made.theme_label, made.related_title) for made in (project_page(mixed, each) for each in (mine, other))]
    assert [("Theme", "In the same theme"), ("Belongs to", "Others in the competence areas")] == labels
    roadmap = of.portal.roadmap["plan-24"]
    titles = [
        [*(table.caption for table in made.tables), *(c.label for c in columns)]
        for made in (roadmap_page(each, roadmap, ()) for each in (of, mixed))
        for columns in [made.projects.table.columns[1:]]
    ]
    assert [
        ["Projects by theme (our count)", "Theme"],
        [
            "Projects by theme or competence area (our count)",
            "Theme or competence area",
        ],
    ] == titles


def test_a_missing_status_is_said_once_for_many_houses() -> None:
    """Where no project beside it has one either; else each house says its own."""
    silent = tuple(project(name, theme="roads") for name in ("a", "b", "c"))
    fields = (page(*silent).neighbours, page(*silent).related)
    assert [["", "", ""], ["", ""]] == [[house.status.text for house in houses] for houses in fields]
    beside = page(project("d", "is-started"), *silent[:1]).neighbours
    assert ["started", "No status in the source"] == [house.status.text for house in beside][:2]


def test_amounts_of_parts_are_named_by_their_letters() -> None:
    """In front of the amount."""
    assert ("a) €5 a year", "b) €6 a year") == page(project("x", costs=(cost("5", part="a"), cost("6", part="b")))).cost


def test_of_two_printed_names_neither_is_shown_alone() -> None:
    """The title counts where the cited row has it letter by letter; where ours differs, only what is printed."""
    of = edition(project("a"))
    row = of.portal.documents[0].sections[0].rows[0].cells[0]
    same = project("a").model_copy(update={"title": {"sv": row, "en": "Other"}, "printed": ("Second",)})
    assert [(row, "Second"), ("Second",), ()] == [
        project_page(edition(each), each).printed
        for each in (same, same.model_copy(update={"title": texts("Ours")}), same.model_copy(update={"printed": ()}))
    ]


def test_a_roadmap_names_the_tables_that_it_is_counted_from() -> None:
    """Each once, though two counts come from it."""
    made = edition(project("a", "is-done", theme="roads"), project("b", "is-started"))
    shown = roadmap_page(made, made.portal.roadmap["plan-24"], ())
    assert 2 == len(shown.tables)
    assert ["/en/sources/report/#results"] == [each.document.url for each in shown.sources]
