"""From one language to another, and the language of words from elsewhere."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.published import ROOT_KIND, Published, PublishedPage

QUOTED = """() => [...document.querySelectorAll("[data-quote], q")].map(quoted => {
  quoted.closest("details")?.setAttribute("open", "");
  return quoted.closest("[lang]").lang; })"""


def subject(page: Page, language: str, like: PublishedPage) -> Locator:
    """The main part of a page in `language` about the same as `like`."""
    named = f'[data-id="{like.id}"]' if like.id else ":not([data-id])"
    return page.locator(f'html[lang="{language}"] main[data-kind="{like.kind}"]{named}')


def test_the_language_link_leads_to_the_same_page(portal: Published, page: Page) -> None:
    """On every kind of page, through all languages back to where it began; each link is in its own language."""
    first = portal.languages[0]
    for begun in (each for each in portal.kinds if each.language == first and each.kind != ROOT_KIND):
        page.goto(f"{portal.url}{begun.path}")
        for language in (*portal.languages[1:], first):
            page.locator(f'header a[hreflang="{language}"][lang="{language}"]').click()
            expect(subject(page, language, begun)).to_have_count(1)
        expect(page).to_have_url(f"{portal.url}{begun.path}")


def test_the_root_leads_to_the_front_page_of_each_language(portal: Published, page: Page) -> None:
    """An equal choice: as many links as languages, each to a page in its language."""
    page.goto(f"{portal.url}/")
    choices = page.locator("main a[hreflang]").evaluate_all("links => links.map(link => [link.hreflang, link.href])")
    assert list(portal.languages) == sorted(language for language, _ in choices)
    for language, address in choices:
        page.goto(address)
        expect(page.locator(f'html[lang="{language}"] main[data-kind="home"]')).to_have_count(1)


def test_quotations_are_in_the_language_of_the_document(real: Published, page: Page) -> None:
    """The printed wording is Swedish on the Finnish page too, and says so to a screen reader."""
    quoting = [each for each in real.having("data-quote") if each.language == "fi"]
    assert {"project", "indicator"} <= {each.kind for each in quoting}
    for each in quoting:
        page.goto(f"{real.url}{each.path}")
        assert {"sv"} == set(page.evaluate(QUOTED)), each.path
