"""The search: words in any form, the other language, the address, the keyboard, and what it asks of the browser."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from sitegen import pipeline
from tests.browser.published import Published, PublishedPage
from tests.browser.watching import Watch, hearing
from tests.conftest import ROOT
from tests.search.reading import rows

LANGUAGES = ("fi", "sv")
WEBASSEMBLY = """() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
    .then(() => "runs", () => "is refused")"""
FOUND = "[data-found]:not([hidden]) li a"


def page_of(portal: Published, language: str, kind: str) -> PublishedPage:
    """The page of a kind of which there is one a language."""
    (found,) = (each for each in portal.pages if (each.language, each.kind) == (language, kind))
    return found


def ask(window: Page, portal: Published, language: str, words: str) -> list[str]:
    """The addresses that a search finds, in the order in which they stand."""
    window.goto(f"{portal.url}{page_of(portal, language, 'search').path}")
    return retype(window, words)


def retype(window: Page, words: str) -> list[str]:
    """The same on the search page itself."""
    window.locator("#q").fill(words)
    window.locator("#q").press("Enter")
    expect(window.locator("[data-search]")).to_have_attribute("aria-busy", "false")
    for kind in ("project", "indicator", "page"):
        group = window.locator(f'[data-found="{kind}"]')
        if group.locator("button").is_visible():
            shown = group.locator("li").count()
            group.locator("button").click()
            expect(group.locator("li a").nth(shown)).to_be_focused()
    found: list[str] = window.locator(FOUND).evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_finds_its_page_in_any_form(real: Published, page: Page, language: str) -> None:
    """The base form finds the page of an inflected one, and the other way round."""
    pairs = rows(language)
    assert len(pairs) >= 40
    paths = {f"{each.kind}:{each.id}": each.path for each in real.pages if each.language == language}
    ask(page, real, language, pairs[0][0])
    wanted = {(word, name) for base, inflected, name in pairs for word in (base, inflected)}
    missed = [(word, name) for word, name in sorted(wanted) if paths[name] not in retype(page, word)]
    assert [] == missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_finds_the_compounds_that_end_with_it(real: Published, page: Page, language: str) -> None:
    """In any form of either; whoever searches for costs means those of licences too."""
    assert [] == missed(real, page, language, "compounds")


def missed(real: Published, page: Page, language: str, name: str) -> list[tuple[str, str]]:
    """The rows of a list that do not find their page."""
    paths = {f"{each.kind}:{each.id}": each.path for each in real.pages if each.language == language}
    wanted = [(word, target) for code, word, target in rows(name) if code == language]
    ask(page, real, language, "")
    return [(word, target) for word, target in wanted if paths[target] not in retype(page, word)]


def test_what_says_the_word_itself_stands_before_compounds(real: Published, page: Page) -> None:
    """The part of a compound weighs less than a word."""
    found = ask(page, real, "sv", "register")
    said, within = (next(p.path for p in real.pages if p.language == "sv" and p.id == each) for each in ("k21", "a1"))
    assert found.index(said) < found.index(within)


@pytest.mark.parametrize(
    ("language", "role", "named"), [("fi", "vastuutaho", "ruokahävikki"), ("sv", "ansvarig", "matsvinn")]
)
def test_labels_and_lists_are_no_answer(real: Published, page: Page, language: str, role: str, named: str) -> None:
    """A place that is empty on a page does not make it one of that; a name finds the project, and no list with it."""
    kinds = {each.path: each.kind for each in real.pages}
    assert "project" not in {kinds[path] for path in ask(page, real, language, role)}
    (first, *others) = retype(page, named)
    assert ("project", set()) == (kinds[first], {kinds[path] for path in others} - {"document"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_with_a_letter_wrong_finds_its_page(real: Published, page: Page, language: str) -> None:
    """A letter too many, one too few, another, or two that changed places; of a compound's last part as well."""
    assert [] == missed(real, page, language, "misspelt")


def test_a_word_taken_for_another_is_told(real: Published, page: Page) -> None:
    """Where no page has the word or one that begins with it, the page says which one it took it for."""
    ask(page, real, "fi", "kustanus")
    expect(page.locator("[data-status]")).to_contain_text("”kustanus”. Tässä ovat osumat haulle ”kustannus”")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_finds_the_page_that_prints_it(real: Published, page: Page, language: str) -> None:
    """With a space of any kind, without, or with a sign behind."""
    assert [] == missed(real, page, language, "numbers")


def test_the_printed_form_of_the_source_finds_the_page(real: Published, page: Page) -> None:
    """Where the text of the record has been put right."""
    portal = pipeline.read(ROOT).checked.portal
    assert portal is not None
    paths = {each.id: each.path for each in real.pages if (each.kind, each.language) == ("project", "sv")}
    wanted = [(paths[each.id], form) for each in portal.projects for form in each.printed]
    ask(page, real, "sv", "")
    assert len(wanted) > 1
    assert [] == [(path, form) for path, form in wanted if path not in retype(page, form)]


def test_every_title_finds_its_page_first(real: Published, page: Page) -> None:
    """Of its kind: whoever knows the name has it."""
    indicators = [each for each in real.pages if each.kind == "indicator" and each.language == "fi"]
    ask(page, real, "fi", "mittari")
    for each in indicators:
        title = page.request.get(f"{real.url}{each.path}").text().partition('data-field="title">')[2]
        title = unescape(title.partition("<")[0])
        assert title
        assert each.path in retype(page, title)[:3], title


def test_without_a_hit_the_other_languages_are_offered(portal: Published, page: Page) -> None:
    """With the same words; the link leads to their search, which has them."""
    language = portal.languages[0]
    others = [each for each in portal.languages if each != language]
    assert [] == ask(page, portal, language, "xyzzyplugh")
    links = page.locator("[data-elsewhere] a:visible")
    assert others == sorted(links.evaluate_all("links => links.map(link => link.hreflang)"))
    links.first.click()
    expect(page.locator("#q")).to_have_value("xyzzyplugh")
    expect(page.locator("html")).not_to_have_attribute("lang", language)


def test_a_word_that_begins_as_no_word_does_finds_nothing(real: Published, page: Page) -> None:
    """Rather than what has its first letters in common; beside a known word it is passed over."""
    ask(page, real, "sv", "kostnad")
    assert [] == [found for word in ("kaktus", "promenad", "zebra") for found in retype(page, word)]
    assert retype(page, "kostnad") == retype(page, "kaktus kostnad") != []


def test_the_form_on_any_page_leads_to_the_results(portal: Published, page: Page) -> None:
    """On every kind of page but the search itself, which has it in its main part."""
    for each in (each for each in portal.kinds if each.kind not in ("root", "search")):
        page.goto(f"{portal.url}{each.path}")
        field = page.locator('header input[name="q"]')
        field.fill("a")
        field.press("Enter")
        expect(page).to_have_url(f"{portal.url}{page_of(portal, each.language, 'search').path}?q=a")
        expect(page.locator("#q")).to_have_value("a")


def test_a_search_stands_in_the_address(real: Published, page: Page) -> None:
    """Words and kind: shared, reloaded, and undone by the back button."""
    ask(page, real, "sv", "kostnad")
    everything = page.locator(FOUND).count()
    page.locator('input[name="kind"][value="indicator"]').check()
    expect(page.locator('[data-found="project"]')).to_be_hidden()
    expect(page).to_have_url(f"{real.url}{page_of(real, 'sv', 'search').path}?q=kostnad&kind=indicator")
    page.reload()
    expect(page.locator('[data-found="indicator"]')).to_be_visible()
    expect(page.locator('[data-found="project"]')).to_be_hidden()
    assert 0 < page.locator(FOUND).count() < everything
    page.go_back()
    expect(page.locator('[data-found="project"]')).to_be_visible()


def test_results_tell_status_or_value(real: Published, page: Page) -> None:
    """Beside the name, as the page itself says it."""
    ask(page, real, "sv", "ePorvoos kundnöjdhet")
    expect(page.locator('[data-found="indicator"] li').first.locator(".note")).to_have_text("2,22 på skalan 1–4 (2024)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_found_is_told_once(real: Published, page: Page, language: str) -> None:
    """In a live region: how many there are, and anew for other words or another kind; not for the same ones again."""
    ask(page, real, language, "digi")
    assert "status" == page.locator("[data-status]").get_attribute("role")
    page.evaluate(hearing("[data-status]"))
    everything = retype(page, "digi")
    assert [] == page.evaluate("heard")
    page.locator('input[name="kind"][value="project"]').check()
    expect(page.locator('[data-found="indicator"]')).to_be_hidden()
    projects = retype(page, "digi")
    retype(page, "xyzzyplugh")
    shown, none = page.evaluate("heard")
    assert str(len(projects)) in shown
    assert "xyzzyplugh" in none
    assert 0 < len(projects) < len(everything)


def test_arrows_lead_through_the_results(real: Published, page: Page) -> None:
    """From the field down, and up again."""
    page.goto(f"{real.url}{page_of(real, 'sv', 'search').path}?q=kostnad")
    expect(page.locator(FOUND).nth(1)).to_be_visible()
    page.locator("#q").press("ArrowDown")
    expect(page.locator(FOUND).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FOUND).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()


def test_without_script_there_is_an_index(portal: Published, opened: Callable[..., BrowserContext]) -> None:
    """Of every project and indicator, each once, with an address for each letter; the page says why it stands there."""
    window = opened(java_script_enabled=False).new_page()
    for language in portal.languages:
        window.goto(f"{portal.url}{page_of(portal, language, 'search').path}?q=a")
        wanted = sorted(p.path for p in portal.pages if p.kind in ("project", "indicator") and p.language == language)
        shown = [
            link.get_attribute("href") or "" for link in window.locator("[data-index] .letters li a:visible").all()
        ]
        assert wanted == sorted(shown)
        letters = window.locator("[data-index] .letters h3")
        leading = window.locator("[data-index] nav a:visible")
        assert letters.all_inner_texts() == leading.all_inner_texts()
        targets = letters.evaluate_all("letters => letters.map(letter => `#${letter.id}`)")
        assert targets == leading.evaluate_all("links => links.map(link => link.getAttribute('href'))")
        expect(window.locator("[data-search] noscript")).to_be_visible()


def test_webassembly_is_refused_on_every_page_but_the_search(portal: Published, page: Page) -> None:
    """The header allows it, and each other page takes it away."""
    for each in portal.pages:
        page.goto(f"{portal.url}{each.path}")
        assert (each.path, "runs" if each.kind == "search" else "is refused") == (each.path, page.evaluate(WEBASSEMBLY))


def test_nothing_is_loaded_before_there_are_words(real: Published, page: Page, watch: Watch) -> None:
    """Neither reader nor index; then all of it from the portal itself, without a word on the console."""
    page.goto(f"{real.url}{page_of(real, 'fi', 'search').path}")
    page.wait_for_load_state("networkidle")
    assert [] == [asked for asked in watch.asked if "/pagefind/" in asked or "words." in asked]
    assert [] != retype(page, "kustannus")
    assert ([], [], []) == (watch.said, watch.failed, watch.beyond(real.url))


def test_an_index_that_cannot_be_had_is_told(real: Published, page: Page) -> None:
    """And the site index stays."""
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.goto(f"{real.url}{page_of(real, 'sv', 'search').path}?q=kostnad")
    expect(page.locator("[data-status]")).to_contain_text("kunde inte laddas")
    expect(page.locator("[data-index]")).to_be_visible()
