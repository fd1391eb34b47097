"""No two pages of an edition have one name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.addresses import PageKey
from sitegen.views.naming import Titled, names
from sitegen.views.pages.project import project_page
from sitegen.views.site import pages
from tests.derive.records import indicator, number, project, texts
from tests.views.editions import edition


def test_projects_of_one_name_are_told_apart_by_their_roadmaps() -> None:
    """In the title of the page, in links and in the index; a name that only one has stays as it is."""
    old, new, other = project("old"), project("new"), project("well")
    old, new = (each.model_copy(update={"title": texts("CRM")}) for each in (old, new))
    new = new.model_copy(update={"roadmap": "plan-25"})
    shown = edition(old, new, other)
    assert ("CRM (Plan-24)", "CRM (Plan-25)") == tuple(project_page(shown, each).frame.title for each in (old, new))
    assert ("CRM (Plan-24)", "Well") == tuple(shown.project_link(each).text for each in ("old", "well"))


def test_in_one_roadmap_the_id_tells_them_apart() -> None:
    """Whatever the case of the letters: a reader hears none."""
    same = (Titled(PageKey("project", "a"), "CRM", "2024"), Titled(PageKey("project", "b"), "crm", "2024"))
    assert ["CRM (2024, a)", "crm (2024, b)"] == [*names(same).values()]


def test_a_section_keeps_its_name() -> None:
    """The menu has it; the other page gives way."""
    same = (Titled(PageKey("section", "costs"), "Costs"), Titled(PageKey("page", "costs"), "Costs"))
    assert ["Costs", "Costs (costs)"] == [*names(same).values()]


PAGES = st.lists(
    st.tuples(
        st.sampled_from(("project", "indicator", "page")), st.sampled_from("ab"), st.sampled_from(("", "x", "y"))
    ),
    max_size=8,
)


@given(PAGES)
def test_no_name_is_given_twice(given_pages: list[tuple[str, str, str]]) -> None:
    """Whatever titles and places there are."""
    titled = [Titled(PageKey(kind, f"r{n}"), title, within) for n, (kind, title, within) in enumerate(given_pages)]
    assert len(titled) == len({*names(titled).values()})


def test_every_title_of_an_edition_is_its_own() -> None:
    """Where a project, another one and an indicator are called the same, and as a section is."""
    title = {"title": texts("Costs")}
    records = (project("one"), project("two"), indicator(number("2024", "1")))
    shown = edition(*(each.model_copy(update=title) for each in records))
    titles = [page.frame.title for page in pages(shown)]
    assert len(titles) == len({*titles})
