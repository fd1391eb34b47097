"""An edition takes texts and addresses in its own language."""

from __future__ import annotations

import pytest

from sitegen.model.settings import SectionId
from sitegen.views.edition import SECTION_TITLES
from sitegen.views.values import Link
from tests.derive.records import indicator, number, project, texts
from tests.views.editions import edition

RECORDS = (project("well"), indicator(number("2024", "1")))
ENGLISH, SWEDISH = edition(*RECORDS), edition(*RECORDS, code="sv")


def test_texts_are_those_of_the_language() -> None:
    """Of the two that there are."""
    assert ["Word", "Word*"] == [of.text(texts("Word")) for of in (ENGLISH, SWEDISH)]


def test_links_carry_title_and_address_in_the_language() -> None:
    """Of each kind of record."""
    assert Link("Well*", "/sv/projects-sv/well-sv/") == SWEDISH.project_link("well")
    assert Link("Reach*", "/sv/indicators-sv/reach-sv/") == SWEDISH.indicator_link("reach")
    assert Link("Plan-24*", "/sv/roadmaps-sv/plan-24-sv/") == SWEDISH.roadmap_link("plan-24")
    assert Link("How we count", "/sv/method-sv/") == SWEDISH.section_link(SectionId.METHOD)
    assert ("/en/", "/en/about/") == (ENGLISH.path("home"), ENGLISH.path("page", "about"))


def test_a_page_that_does_not_exist_has_no_address() -> None:
    """It is an error, not a dead link."""
    with pytest.raises(KeyError):
        ENGLISH.path("project", "gone")
    with pytest.raises(KeyError):
        ENGLISH.indicator_link("gone")


def test_an_address_is_full_where_the_base_is_known() -> None:
    """And a path where it is not."""
    assert "/en/" == ENGLISH.absolute("/en/")
    assert "https://city.example/en/" == edition(base_url="https://city.example").absolute("/en/")


def test_every_section_has_a_title_of_its_own() -> None:
    """None is missing and none is that of another."""
    assert set(SectionId) == SECTION_TITLES.keys()
    assert len(SectionId) == len(set(SECTION_TITLES.values()))


def test_a_short_name_stands_where_there_is_little_room() -> None:
    """The title stays what the page is called; without a short name it is both."""
    named = project("well").model_copy(update={"short": texts("Water")})
    made = edition(named, project("bridge"))
    assert Link("Water", "/en/projects/well/") == made.short_link("project", "well")
    assert ("Well", "Bridge") == (made.name("project", "well"), made.short_name("project", "bridge"))


def test_no_two_pages_have_the_same_short_name() -> None:
    """What they belong to tells them apart."""
    named = project("well").model_copy(update={"short": texts("Bridge")})
    made = edition(named, project("bridge"))
    assert 2 == len({made.short_name("project", name) for name in ("well", "bridge")})
