"""Around every page: where one is, the same page in the other language, and what the publisher has said or not."""

from __future__ import annotations

import pytest

from sitegen.model.addresses import PageKey
from sitegen.model.settings import Licence, Publisher, SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.values import Link
from tests.derive.records import project, texts
from tests.views.editions import edition

PROJECT = PageKey("project", "well")
BASE = "https://city.example"


def framed(of: Edition, key: PageKey = PROJECT, dates: tuple[str, ...] | None = None) -> Frame:
    """The frame of a page."""
    return frame(of, key, "Title", "Description", dates=dates)


def made(code: str = "en", base_url: str | None = None, *, preview: bool = False, **said: object) -> Edition:
    """An edition with one project."""
    return edition(project("well"), code=code, base_url=base_url, preview=preview, **said)


def test_a_page_names_its_portal_and_its_language() -> None:
    """In that language."""
    found = framed(made("sv"))
    assert ("sv", "Watch*", "/sv/", "/sv/projects-sv/well-sv/") == (
        found.language,
        found.portal,
        found.home,
        found.path,
    )


def test_the_language_links_lead_to_the_same_page() -> None:
    """In the order of the settings, this page among them, each in the words of its own language."""
    expected = [("sv", "In sv", "/sv/projects-sv/well-sv/"), ("en", "In en", "/en/projects/well/")]
    assert expected == [(each.language, each.words, each.path) for each in framed(made()).languages]


def test_one_section_of_the_menu_is_the_current_one() -> None:
    """That in which the page lies; on the home page none."""
    assert ["/en/projects/"] == [entry.link.url for entry in framed(made()).navigation if entry.current]
    section = PageKey("section", SectionId.PROJECTS.value)
    assert ["/en/projects/"] == [entry.link.url for entry in framed(made(), section).navigation if entry.current]
    assert [] == [entry for entry in framed(made(), PageKey("home")).navigation if entry.current]


def test_every_section_and_every_page_of_prose_is_linked() -> None:
    """In the menu or at the foot, none twice."""
    found = framed(made())
    urls = [entry.link.url for entry in found.navigation] + [link.url for link in found.footer]
    sections = [made().path("section", section.value) for section in SectionId if made().has(section)]
    assert sorted([*sections, "/en/about/"]) == sorted(urls)


def test_a_page_says_what_it_is_about() -> None:
    """A section by its own name, a record by kind and id."""
    section = framed(made(), PageKey("section", "method"))
    assert [("method", ""), ("project", "well"), ("home", "")] == [
        (each.kind, each.id) for each in (section, framed(made()), framed(made(), PageKey("home")))
    ]


@pytest.mark.parametrize(
    ("base_url", "preview", "canonical", "alternate"),
    [
        (None, False, "", ""),
        (BASE, False, f"{BASE}/en/projects/well/", f"{BASE}/sv/projects-sv/well-sv/"),
        (BASE, True, "", ""),
        (None, True, "", ""),
    ],
)
def test_full_addresses_need_a_base_and_are_not_for_previews(
    base_url: str | None,
    preview: bool,  # noqa: FBT001 - pytest names what it passes
    canonical: str,
    alternate: str,
) -> None:
    """Without them the tags are left out."""
    found = framed(made(base_url=base_url, preview=preview))
    assert (canonical, alternate) == (found.canonical, found.languages[0].url)


def test_a_page_with_data_says_as_of_when() -> None:
    """Or that the source gives no date; a page without data says nothing."""
    texts_said = [framed(made(), dates=dates).as_of for dates in (("2024",), (), None)]
    assert ["The latest data is from 2024.", "The source is undated.", ""] == texts_said


def test_what_the_publisher_has_not_said_is_not_there() -> None:
    """And that the portal is not the city's own is said, with the city's name in the language."""
    found = framed(made("sv"))
    assert (None, None, None, "") == (found.publisher, found.text_licence, found.data_licence, found.feedback)
    assert found.not_official.startswith("This portal is made from Hillside’s* own document.")


def test_what_the_publisher_has_said_is_there() -> None:
    """Each in its place; a publisher may have no site; the portal is then not called unofficial."""
    publisher = Publisher(name=texts("Board"), url=None)
    text = Licence(name=texts("Free text"), url="https://a.example/")
    data = Licence(name=texts("Free data"), url="https://b.example/")
    found = framed(made(publisher=publisher, text_licence=text, data_licence=data, feedback="a@city.example"))
    assert Link("Board", "") == found.publisher
    assert Link("Free text", "https://a.example/") == found.text_licence
    assert Link("Free data", "https://b.example/") == found.data_licence
    assert ("a@city.example", "") == (found.feedback, found.not_official)
