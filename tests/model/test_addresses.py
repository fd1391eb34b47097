"""Where pages live, and where their old addresses lead."""

from __future__ import annotations

from sitegen.model.addresses import PageKey, addresses
from tests.model.small import PAGE, PROJECT, SETTINGS, portal

MOVED = (
    (PROJECT, "  sv: 'kundapp'", "  sv: 'stadens-app'"),
    (PROJECT, "roadmap:", "aliases:\n  sv:\n    - 'kundapp'\n    - 'app'\nroadmap:"),
)


def test_an_address_is_made_of_slugs_in_the_pages_language() -> None:
    """Language, section, record; a section and a page stand right below the language."""
    known = addresses(portal())
    assert "/sv/" == known.path(PageKey("home"), "sv")
    assert "/sv/projekt/kundapp/" == known.path(PageKey("project", "customer-app"), "sv")
    assert "/fi/hankkeet/asiakassovellus/" == known.path(PageKey("project", "customer-app"), "fi")
    assert "/fi/mittarit/sovelluksen-kayttajat/" == known.path(PageKey("indicator", "app-users"), "fi")
    assert "/sv/fardplaner/2024/" == known.path(PageKey("roadmap", "2024"), "sv")
    assert "/sv/kallor/rapport/" == known.path(PageKey("document", "report"), "sv")
    assert "/sv/kostnader/" == known.path(PageKey("section", "costs"), "sv")
    assert "/fi/tietoa/" == known.path(PageKey("page", "about"), "fi")


def test_every_page_is_in_every_language_at_an_address_of_its_own() -> None:
    """As many pages in one language as in the other, and no path twice."""
    places = addresses(portal()).places
    paths = [place.path for place in places.values()]
    assert len(paths) == len(set(paths))
    assert {key for key, language in places if language == "sv"} == {
        key for key, language in places if language == "fi"
    }


def test_a_title_does_not_move_a_page() -> None:
    """Only a slug makes an address."""
    assert addresses(portal()).places == addresses(portal((PROJECT, "sv: 'Kundapp'", "sv: 'Stadens app'"))).places


def test_an_old_slug_leads_on_to_the_new_address() -> None:
    """In its own language, one redirect an alias; the other language is untouched."""
    known = addresses(portal(*MOVED))
    assert "/sv/projekt/stadens-app/" == known.path(PageKey("project", "customer-app"), "sv")
    expected = (("/sv/projekt/app/", "/sv/projekt/stadens-app/"), ("/sv/projekt/kundapp/", "/sv/projekt/stadens-app/"))
    assert expected == known.aliases


def test_an_old_slug_of_a_section_leads_on_with_all_below_it() -> None:
    """The rest of the path is kept."""
    moved = (
        SETTINGS,
        "      sv: 'projekt'\n      fi: 'hankkeet'",
        "      sv: 'initiativ'\n      fi: 'hankkeet'\n    aliases:\n      sv:\n        - 'projekt'",
    )
    assert (("/sv/projekt/*", "/sv/initiativ/:splat"),) == addresses(portal(moved)).aliases


def test_an_old_slug_of_a_page_leads_on_in_its_language() -> None:
    """Each text of a page has aliases of its own, which stand below the language."""
    moved = (PAGE, "order: 1", "aliases:\n  - 'om-oss'\norder: 1")
    assert (("/sv/om-oss/", "/sv/om/"),) == addresses(portal(moved)).aliases
