"""A vocabulary lists what each of its words holds, and says what the source does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.addresses import addresses
from sitegen.model.projects import Project
from sitegen.model.settings import SectionId, SectionSetting
from sitegen.views.edition import Edition
from sitegen.views.pages.programme import ProgrammePage, UseCasesPage, programme_page, use_cases_page
from sitegen.views.pages.project import project_page
from sitegen.views.pages.search import search_page
from sitegen.views.terms import PLACES, address, anchor, term_link, vocabulary_link
from sitegen.views.values import Link
from sitegen.views.vocabularies import TermView, Vocabulary, vocabulary
from tests.derive.records import project, slug, texts
from tests.views.editions import edition

WELL = project("well", "is-done", theme="roads", code="R1")
POND = project("pond", roadmap="plan-25", theme="roads", code="R2")
LAWN = project("lawn", theme="parks", code="Q7")


def made(name: str, *projects: Project) -> Vocabulary:
    """A vocabulary of a portal with these projects."""
    return vocabulary(edition(*projects), name)


def term(of: Vocabulary, term_id: str) -> TermView:
    """One of its terms."""
    return next(each for each in of.terms if each.id == term_id)


def listed(of: TermView) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a term holds: a number in words, and the projects by code and address."""
    return [
        (f"{held.total.number} {held.total.label}", [(each.code, each.link.url) for each in held.projects])
        for held in of.held
    ]


def test_a_term_lists_its_projects_by_roadmap() -> None:
    """Each with its code, each a link; the number is that of the roadmap's own page."""
    roads = term(made("theme", WELL, POND, LAWN), "theme-roads")
    assert [
        ("1 project in the roadmap for 2024", [("R1", "/en/projects/well/")]),
        ("1 project in the roadmap for 2025", [("R2", "/en/projects/pond/")]),
    ] == listed(roads)
    assert ["plan-24-roads", "plan-25-roads"] == [held.total.name for held in roads.held]


def test_projects_are_not_named_where_their_roadmap_groups_them_by_the_vocabulary() -> None:
    """The number leads to the group, which names them; of a roadmap that groups otherwise, they are named here."""
    plans = (
        WELL,
        project("barn", "is-started", theme="parks"),
        POND,
        project("lake", roadmap="plan-25", theme="parks"),
    )
    roads, done = term(made("theme", *plans), "theme-roads"), term(made("status", *plans), "status-is-done")
    assert [("/en/roadmaps/plan-24/", 1), ("/en/roadmaps/plan-25/#group-roads", 0)] == [
        (held.total.url, len(held.projects)) for held in roads.held
    ]
    assert [("/en/roadmaps/plan-24/#group-is-done", 0)] == [(each.total.url, len(each.projects)) for each in done.held]


def test_a_status_lists_the_projects_that_have_it_now() -> None:
    """Not those that had it once."""
    grown = project("grown", ("2023", "is-started"), ("2024", "is-done"))
    statuses = made("status", WELL, grown)
    assert ["2 projects in the roadmap for 2024"] == [text for text, _ in listed(term(statuses, "status-is-done"))]
    assert [] == listed(term(statuses, "status-is-started"))


def test_a_year_leads_to_its_roadmap() -> None:
    """Which lists the projects itself."""
    (held,) = term(made("year", WELL), "year-2024").held
    assert ((), "/en/roadmaps/plan-24/") == (held.projects, held.total.url)


def test_codes_that_do_not_begin_with_the_letter_of_the_theme_are_told() -> None:
    """Each initial once; none where the theme's own letter says it."""
    themes = made("theme", WELL, POND, LAWN, project("hedge", theme="parks", code="B12"))
    assert [("R", ""), ("", "B or Q")] == [(each.letter, each.initials) for each in themes.terms]


def test_what_the_source_does_not_say_of_a_vocabulary_is_said_once() -> None:
    """Of the roadmaps that it is true of."""
    assert (
        "The source lists these roles, but does not say which role answers for which project of the roadmaps for 2024 "
        "and 2025." == made("role", WELL, POND).note
    )
    assert "The source gives no status of the projects of the roadmap for 2025." == made("status", WELL, POND).note
    assert "" == made("theme", WELL, POND).note
    assert "" == made("year", WELL).note


@pytest.mark.parametrize("name", PLACES)
def test_the_address_of_a_term_is_a_section_of_its_page(name: str) -> None:
    """And so is that of its vocabulary: on the page that the address names."""
    of = edition(WELL)
    pages: tuple[ProgrammePage | UseCasesPage, ...] = (programme_page(of), use_cases_page(of))
    found = {f"{page.frame.path}#{each.id}" for page in pages for each in page.vocabularies}
    terms = {f"{page.frame.path}#{each.id}" for page in pages for whole in page.vocabularies for each in whole.terms}
    assert address(of, name) in found
    assert {address(of, name, each.id) for each in of.portal.vocabulary[name]} <= terms


def test_an_address_is_made_of_ids() -> None:
    """In every language the same, whatever the name is."""
    assert "theme-roads" == anchor("theme", "roads")
    of = edition(WELL, code="sv")
    assert Link("Roads*", "/sv/programme-sv/#theme-roads") == term_link(of, "theme", "roads")
    assert Link("Responsible roles", "/sv/use-cases-sv/#roles") == vocabulary_link(of, "role")


def test_a_project_leads_to_the_words_that_the_source_could_have_used() -> None:
    """Beside each silence of a vocabulary that there is; other silences lead nowhere."""
    of = edition(project("bare"))
    more = {each.words: each.url for each in project_page(of, of.portal.projects[0]).silences}
    assert "/en/use-cases/#levels" == more["its level"]
    assert "" == more["what it costs"]


def test_a_project_leads_to_its_year_and_status() -> None:
    """To what else there is of them; without a status, to the words for it."""
    of = edition(WELL, POND)
    well, pond = (project_page(of, each) for each in of.portal.projects)
    assert Link("2024", "/en/programme/#year-2024") == well.year
    assert ["/en/programme/#status-is-done", "/en/programme/#statuses"] == [well.status_url, pond.status_url]


def test_the_site_index_follows_the_alphabet_of_the_language() -> None:
    """Å, ä and ö stand after z in Swedish, and each letter has an address of its own."""
    titles = ("Ökraft", "zon", "Ängar", "åkrar", "Almar")
    projects = (project(f"p-{n}").model_copy(update={"title": texts(title)}) for n, title in enumerate(titles))
    of = with_search(edition(*projects, code="sv"))
    letters = search_page(of).letters
    assert ["A", "Z", "Å", "Ä", "Ö"] == [each.letter for each in letters]
    assert ["letter-a", "letter-z", "letter-å", "letter-ä", "letter-ö"] == [each.id for each in letters]


def with_search(of: Edition) -> Edition:
    """The same edition with the section of the search."""
    section = SectionSetting(id=SectionId.SEARCH, slug=slug("search"))
    settings = of.portal.settings.model_copy(update={"sections": (*of.portal.settings.sections, section)})
    made = replace(of.portal, settings=settings)
    return replace(of, portal=made, addresses=addresses(made))
