"""When the source was written, in a sentence."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model.sources import Document
from sitegen.views.documents import written
from sitegen.views.pages.home import home_page
from sitegen.views.pages.lists import projects_page
from sitegen.views.pages.project import project_page
from sitegen.views.pages.roadmap import roadmaps_page
from tests.derive.records import SOURCE, document, project
from tests.views.editions import edition


def dated(*documents: Document) -> str:
    """What is said where these are the documents."""
    of = edition()
    return written(replace(of, portal=replace(of.portal, documents=documents)))


def of(date: str, *, estimated: bool = False) -> Document:
    """A document with a date, its own or ours."""
    place = SOURCE if estimated else None
    return document().model_copy(update={"date": date, "estimated": estimated, "read_from": place})


def test_a_document_is_from_its_date() -> None:
    """Of several the latest; what we estimate is ours."""
    assert "The source is from October 2024." == dated(of("2024-10"))
    assert "The source is from 2024, by our estimate." == dated(of("2024", estimated=True))
    assert "The latest source is from 2025." == dated(of("2025"), of("2024-10", estimated=True))
    assert "The latest source is from 2026, by our estimate." == dated(of("2025"), of("2026", estimated=True))


def test_without_a_date_it_is_undated() -> None:
    """One among others that have dates does not count."""
    assert ["The source is undated.", "The sources are undated."] == [dated(document()), dated(document(), document())]
    assert "The latest source is from 2025." == dated(document(), of("2025"))


def test_it_stands_where_the_source_is_silent() -> None:
    """On the home page, and on pages whose facts have no dates."""
    silent = project("a")
    made = edition(silent)
    assert ["The source is undated."] * 2 == [home_page(made).written, project_page(made, silent).frame.as_of]


def test_projects_without_a_date_are_told_apart_from_the_dated() -> None:
    """On home, on the list of all projects and on the list of roadmaps: the date is not said of them."""
    made = edition(project("a", "is-started"), project("b", "is-started"), project("c", roadmap="plan-25"))
    said = "Where the source gives a date, the latest data is from 2024. For 1 project it gives no date."
    assert {said} == {view(made).frame.as_of for view in (home_page, projects_page, roadmaps_page)}
    whole = replace(made, portal=replace(made.portal, projects=made.portal.projects[:2]))
    assert "The latest data is from 2024." == projects_page(whole).frame.as_of
