"""Lists of projects that are filtered and sorted, with the state in the address.

What should be seen is told from the published page: a row carries the ids of its terms and its ranks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from sitegen import pipeline
from sitegen.language.language import language
from tests.browser.crowd import MANY
from tests.browser.keyboard import tab_to
from tests.browser.published import Published, PublishedPage
from tests.browser.watching import SHIFTS, Watch, hearing
from tests.conftest import ROOT

ROW = re.compile(r"<li [^>]*?data-row(?P<data>[^>]*)>.*?<a [^>]*>(?P<name>[^<]*)</a>")
DATA = re.compile(r' data-([a-z-]+)="([^"]*)"')
SHOWN = "[data-row]:visible"
TOLD = "[data-shown]"
PLACES = """element => [...element.querySelectorAll("label, legend, summary")]
  .filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect())
  .map(({ x, y, width, height }) => [x, y, width, height].join(" "))"""
SMALL_TARGETS = """() => [...document.querySelectorAll("[data-filter] :is(summary, select, input, button, label)")]
  .filter((each) => each.checkVisibility() && each.type !== "checkbox" && !each.htmlFor)
  .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML)"""
CLICKED = """(box) => {
  const table = document.querySelector("[data-listing]");
  const changes = new MutationObserver(() => {});
  changes.observe(table, { subtree: true, attributes: true, childList: true });
  let measured = 0;
  for (const [owner, name] of [[HTMLElement, "offsetHeight"], [HTMLElement, "offsetTop"], [Element, "clientHeight"]]) {
    const { get } = Object.getOwnPropertyDescriptor(owner.prototype, name);
    Object.defineProperty(owner.prototype, name, { get() { measured += 1; return get.call(this); } });
  }
  const measure = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = function () { measured += 1; return measure.call(this); };
  const begun = performance.now();
  box.click();
  const took = performance.now() - begun;
  const records = changes.takeRecords();
  return {
    took,
    measured,
    shown: table.querySelectorAll("[data-row]:not([hidden])").length,
    moved: records.filter((each) => each.target.matches("[data-rows], [data-flat]")).length,
    changed: records.filter((each) => each.target.matches("[data-row]")).length,
  };
}"""
PAUSE = 500
"""Milliseconds: longer than a reader who types is let be."""

# From one letter to the frame that shows the answer.
TYPED = """(input, text) => new Promise((done) => {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(done, 0));
})"""
WORK = ("LayoutCount", "RecalcStyleCount")


Row = dict[str, str]


def rows(page: PublishedPage) -> list[Row]:
    """The rows of a page as they are published: the name, and each data attribute."""
    found = (
        ({"name": unescape(match["name"])} | dict(DATA.findall(match["data"]))) for match in ROW.finditer(page.html)
    )
    return list(found)


def projects(portal: Published, code: str) -> PublishedPage:
    """The page of all projects in a language."""
    return next(page for page in portal.pages if page.kind == "projects" and page.language == code)


def names(window: Page) -> list[str]:
    """What is shown, in the order in which it is shown."""
    return window.locator(f"{SHOWN} a").all_inner_texts()


def go(window: Page, portal: Published, page: PublishedPage, query: str = "") -> None:
    """Open a page and wait for the controls."""
    window.goto(f"{portal.url}{page.path}{query}")
    expect(window.locator("[data-filter]")).to_be_visible()


def box(window: Page, facet: str, term: str) -> Locator:
    """A term's control, in sight."""
    found = window.locator(f"input[name='{facet}'][value='{term}']")
    if not found.is_visible():
        window.locator("details.facet", has=found).locator("summary").click()
    return found


def having(page: PublishedPage, **wanted: str) -> list[str]:
    """The names of the rows with these terms, in the order of the page."""
    return [row["name"] for row in rows(page) if all(row[facet] == term for facet, term in wanted.items())]


def query(window: Page) -> str:
    """The state in the address."""
    return str(window.evaluate("location.search"))


@pytest.fixture
def listed(real: Published) -> PublishedPage:
    """The page of all projects in the language of the source."""
    return projects(real, "sv")


def test_a_term_shows_the_projects_that_have_it(real: Published, listed: PublishedPage, page: Page) -> None:
    """All of them and no others; groups without any go, with the links to them; the count beside a term holds."""
    go(page, real, listed)
    beside = box(page, "theme", "c").locator("xpath=..").locator("[data-count]").inner_text()
    box(page, "theme", "c").check()
    assert having(listed, theme="c") == names(page)
    assert int(beside) == len(names(page)) > 1
    assert ["#group-2025"] == [
        link.get_attribute("href") for link in page.locator("[data-groups] a").all() if link.is_visible()
    ]
    assert str(len(names(page))) == page.locator("[data-size]").locator("visible=true").first.inner_text()
    assert "?theme=c" == query(page)


def test_terms_of_a_facet_add_up_and_facets_narrow(real: Published, listed: PublishedPage, page: Page) -> None:
    """Done or dropped; and of these, the roadmap's. What the source is silent on can be asked for too."""
    go(page, real, listed)
    box(page, "status", "done").check()
    beside = box(page, "status", "dropped").locator("xpath=..").locator("[data-count]").inner_text()
    assert len(having(listed, status="dropped")) == int(beside)
    box(page, "status", "dropped").check()
    either = [row["name"] for row in rows(listed) if row["status"] in {"done", "dropped"}]
    assert either == names(page)
    box(page, "roadmap", "2025").check()
    assert [] == names(page)
    box(page, "roadmap", "2025").uncheck()
    box(page, "theme", "-").check()
    assert either == names(page)
    assert "?status=done&status=dropped&theme=-" == query(page)


def test_a_badge_says_what_it_removes_and_removes_it(real: Published, listed: PublishedPage, page: Page) -> None:
    """The focus goes on to the next badge, and after the last one to the count."""
    go(page, real, listed, "?status=done&status=started&q=a")
    badges = page.locator("[data-badges] button")
    words = [page.locator(f"[name=status][value={term}]").get_attribute("data-badge") for term in ("started", "done")]
    assert words == [each.locator("[data-text]").inner_text() for each in badges.all()[1:]]
    badges.nth(1).click()
    expect(page.locator("[name=status][value=started]")).not_to_be_checked()
    expect(badges.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(badges.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(TOLD)).to_be_focused()
    assert ("", len(rows(listed))) == (query(page), len(names(page)))


def test_all_filters_go_at_once(real: Published, listed: PublishedPage, page: Page) -> None:
    """The button is there when there is more than one; the order stays."""
    go(page, real, listed, "?status=done&sort=name")
    clear = page.locator("[data-clear]")
    expect(clear).to_be_hidden()
    page.locator("main [name=q]").fill("a")
    clear.click()
    expect(clear).to_be_hidden()
    assert ("?sort=name", len(rows(listed))) == (query(page), len(names(page)))


def test_back_and_forward_walk_through_what_was_asked(real: Published, listed: PublishedPage, page: Page) -> None:
    """Each change of a control is one step."""
    go(page, real, listed)
    box(page, "status", "done").check()
    box(page, "status", "started").check()
    page.go_back()
    assert having(listed, status="done") == names(page)
    expect(page.locator("[name=status][value=started]")).not_to_be_checked()
    page.go_back()
    assert ("", len(rows(listed))) == (query(page), len(names(page)))
    expect(page.locator("[data-badges] li")).to_have_count(0)
    page.go_forward()
    assert ("?status=done", having(listed, status="done")) == (query(page), names(page))


def test_a_typed_word_is_one_step_back(real: Published, listed: PublishedPage, page: Page) -> None:
    """However slowly it was typed."""
    go(page, real, listed)
    for letters, state in (("di", "?q=di"), ("digi", "?q=digi")):
        page.locator("main [name=q]").press_sequentially(letters.removeprefix("di") or letters)
        page.wait_for_function("state => location.search === state", arg=state)
    page.go_back()
    expect(page.locator("main [name=q]")).to_have_value("")
    assert ("", len(rows(listed))) == (query(page), len(names(page)))


def test_a_shared_link_shows_the_same_elsewhere(
    real: Published, listed: PublishedPage, page: Page, opened: Callable[..., BrowserContext]
) -> None:
    """Filters, words and order; what others put into the address stays there."""
    go(page, real, listed, "?from=friend")
    box(page, "status", "started").check()
    page.locator("main [name=q]").fill("di")
    page.locator("[name=sort]").select_option("name")
    assert "?from=friend&q=di&status=started&sort=name" == query(page)
    fresh = opened().new_page()
    fresh.goto(page.url)
    expect(fresh.locator("[data-filter]")).to_be_visible()
    assert names(page) == names(fresh)
    assert 0 < len(names(fresh)) < len(having(listed, status="started"))
    assert page.locator(TOLD).inner_text() == fresh.locator(TOLD).inner_text()


def test_the_other_language_shows_the_same_filter(real: Published, page: Page) -> None:
    """Terms have the same ids in each language."""
    go(page, real, projects(real, "sv"), "?status=dropped")
    page.locator("a.language").click()
    expect(page.locator("[data-filter]")).to_be_visible()
    assert having(projects(real, "fi"), status="dropped") == names(page)


QUERIES = {
    "cybersäkerhet": 1,
    "CYBERSAKERHET": 1,
    "cybersàkerhet": 0,
    "säkerhet cyber kompetens": 1,
    "Väggkarta": 1,
    "kundtjänst-app": 1,
    "'porvoo account'": 1,
    "c17": 1,
    "ingetalls": 0,
    " .* ": 52,
}


def test_names_are_searched_as_people_type(real: Published, listed: PublishedPage, page: Page) -> None:
    """Case does not count, nor a mark left out, nor the order of words; a mark that is typed does.

    Misprints of the source and codes are found, too; what is neither letter nor number asks for nothing.
    """
    go(page, real, listed)
    found = {}
    for words in QUERIES:
        page.locator("main [name=q]").fill(words)
        found[words] = len(names(page))
    assert found == QUERIES


def test_the_list_is_sorted_by_what_is_chosen(real: Published, listed: PublishedPage, page: Page) -> None:
    """By the alphabet of the language, by code, by status; then in groups again. A filter stays."""
    go(page, real, listed, "?theme=c")
    known = rows(listed)
    for order in ("name", "code", "status"):
        page.locator("[name=sort]").select_option(order)
        ranked = sorted(known, key=lambda row: int(row[f"rank-{order}"]))
        assert [row["name"] for row in ranked if row["theme"] == "c"] == names(page), order
        expect(page.locator("[data-group]").locator("visible=true")).to_have_count(0)
        assert f"?theme=c&sort={order}" == query(page)
    page.locator("[name=sort]").select_option(index=0)
    assert having(listed, theme="c") == names(page)
    expect(page.locator("[data-group] h2").locator("visible=true")).to_have_count(1)
    page.locator("[name=sort]").select_option("name")
    by_name = sorted((row["name"] for row in known if row["theme"] == "c"), key=language(listed.language, ()).sort_key)
    assert by_name == names(page)


def test_without_script_the_list_is_whole_and_links_lead_to_its_groups(
    portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """No control is shown that nothing answers, whatever the address asks for."""
    window = opened(java_script_enabled=False).new_page()
    for each in portal.having("data-listing"):
        window.goto(f"{portal.url}{each.path}?status=none&sort=name")
        assert [row["name"] for row in rows(each)] == names(window), each.path
        expect(window.locator("[data-listing] :is(form, input, select, button)").locator("visible=true")).to_have_count(
            0
        )
        for link in window.locator("[data-groups] a").all():
            link.click()
            expect(window.locator(f"[id='{window.url.partition('#')[2]}']")).to_be_in_viewport()
    assert portal.having("data-groups")


def test_the_count_is_announced_in_the_words_of_the_language(
    real: Published, listed: PublishedPage, page: Page
) -> None:
    """Once a change, in a live region, even when it is the same; typing is told when it pauses."""
    messages = language(listed.language, pipeline.catalogs(ROOT))
    go(page, real, listed)
    total = len(rows(listed))
    assert "status" == page.locator(TOLD).get_attribute("role")
    assert messages.ngettext("%(n)s project", "All %(n)s projects", total) == page.locator(TOLD).inner_text()
    page.evaluate(hearing(TOLD))
    box(page, "status", "done").check()
    box(page, "theme", "-").check()
    page.locator("main [name=q]").press_sequentially("ingetalls", delay=10)
    none = messages.gettext("No project fits these filters.")
    expect(page.locator(TOLD)).to_have_text(none)
    done = len(having(listed, status="done"))
    part = messages.ngettext("%(shown)s of %(n)s project", "%(shown)s of %(n)s projects", total, shown=done)
    assert [part, part, none] == page.evaluate("heard")
    page.locator("main [name=q]").fill("")
    page.locator("[name=sort]").select_option("name")
    order = messages.gettext("Order: %(order)s", order=messages.gettext("Name"))
    expect(page.locator(TOLD)).to_have_text(f"{part} · {order}")


@pytest.mark.parametrize("code", ["sv", "fi"])
def test_what_has_not_changed_is_not_told_again(real: Published, code: str, page: Page) -> None:
    """Not as the page opens, not for a link to a part of it, and not for a letter that is taken back at once."""
    page.add_init_script(f"addEventListener('readystatechange', {hearing(TOLD)}, {{ capture: true, once: true }})")
    go(page, real, projects(real, code))
    page.locator(".listing .here").first.click()
    page.locator("main [name=q]").press_sequentially("x")
    page.keyboard.press("Backspace")
    page.wait_for_timeout(PAUSE)
    assert [] == page.evaluate("heard")
    page.locator("main [name=q]").fill("ingetalls")
    page.wait_for_timeout(PAUSE)
    assert [page.locator("[data-filter]").get_attribute("data-none")] == page.evaluate("heard")


def test_what_an_address_asks_for_in_vain_is_left_out_with_a_word(
    real: Published, listed: PublishedPage, page: Page
) -> None:
    """A term, facet or order that this list does not have; the rest applies. The word goes with the next change."""
    go(page, real, listed, "?status=done&status=gone&level=high&sort=size&from=friend")
    messages = language(listed.language, pipeline.catalogs(ROOT))
    words = messages.gettext(
        "The address asks for what this list does not have; it was left out: %(parts)s", parts="gone, high, size"
    )
    expect(page.locator("[data-left-out]")).to_have_text(words)
    assert having(listed, status="done") == names(page)
    box(page, "status", "started").check()
    expect(page.locator("[data-left-out]")).to_have_text("")
    assert "?from=friend&status=started&status=done" == query(page)


def test_every_list_filters_in_silence_on_a_small_phone(
    portal: Published, opened: Callable[..., BrowserContext]
) -> None:
    """Each kind of page, all facets open, every term chosen: no word on the console, no sideways scroll at 320."""
    context = opened(viewport={"width": 320, "height": 640}, has_touch=True)
    window, watch = context.new_page(), Watch(context)
    for each in portal.having("data-filter"):
        chosen = re.findall(r'<input type="checkbox" name="([^"]+)" value="([^"]+)"', each.html)
        go(window, portal, each, "?q=a&" + "&".join(f"{facet}={term}" for facet, term in chosen))
        expect(window.locator("[data-badges] li")).to_have_count(1 + len(chosen))
        for summary in window.locator("details.facet summary").all():
            summary.tap()
        assert 0 == window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert [] == window.evaluate(SMALL_TARGETS)
    assert ([], [], []) == (watch.said, watch.failed, watch.beyond(portal.url))
    assert {"cookies": [], "origins": []} == context.storage_state(indexed_db=True)


def test_the_keyboard_is_enough(real: Published, page: Page) -> None:
    """Words, order, a facet, a term, its badge, in the order in which they stand."""
    go(page, real, projects(real, "sv"))
    tab_to(page, "main [name=q], footer *")
    expect(page.locator("main [name=q]")).to_be_focused()
    page.keyboard.type("e")
    page.keyboard.press("Tab")
    expect(page.locator("[name=sort]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[data-filter] input:checked")).to_be_focused()
    assert "outline" == page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle.replace('solid', 'outline')"
    )
    assert "?q=e&status=started&sort=name" == query(page)
    tab_to(page, "[data-badges] button")
    page.keyboard.press("Enter")
    assert "?status=started&sort=name" == query(page)
    expect(page.locator("[data-badges] button")).to_be_focused()


@pytest.mark.parametrize("code", ["sv", "fi"])
def test_nothing_jumps(real: Published, code: str, page: Page) -> None:
    """Controls stay where they are, and the window where it was scrolled to.

    The form has its place before the script arrives.
    """
    held: list[Route] = []
    listed = projects(real, code)
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.add_init_script(SHIFTS)
    page.route("**/filter.*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    page.goto(f"{real.url}{listed.path}", wait_until="commit")
    expect(page.locator("footer")).to_be_visible()
    page.wait_for_timeout(200)
    expect(page.locator("[data-filter]")).to_be_hidden()
    for route in held:
        route.continue_()
    expect(page.locator("[data-filter]")).to_be_visible()
    page.wait_for_timeout(100)
    assert (1, 0) == (len(held), page.evaluate("shifted"))
    box(page, "status", "done")
    page.evaluate("document.querySelector('[data-filter]').scrollIntoView()")
    listing = page.locator("[data-listing]")
    before = (listing.evaluate(PLACES), page.evaluate("scrollY"))
    box(page, "status", "done").check()
    assert 0 < len(names(page)) < 10
    assert before == (listing.evaluate(PLACES), page.evaluate("scrollY"))
    page.locator("main [name=q]").fill("ingetalls")
    assert ([], before) == (names(page), (listing.evaluate(PLACES), page.evaluate("scrollY")))


def test_three_hundred_projects_are_filtered_within_the_event(
    crowded: Published, page: Page, record_property: Callable[[str, object], None]
) -> None:
    """The next frame shows the answer. Each row changes at most once, none is moved, and nothing is measured."""
    listed = projects(crowded, "fi")
    assert MANY == len(rows(listed))
    go(page, crowded, listed)
    wanted = having(listed, status=rows(listed)[0]["status"])
    term = box(page, "status", rows(listed)[0]["status"])
    seen = term.evaluate(CLICKED)
    record_property("milliseconds", seen["took"])
    assert (len(wanted), MANY - len(wanted), 0, 0) == (seen["shown"], seen["changed"], seen["moved"], seen["measured"])
    assert wanted == names(page)


def test_a_letter_costs_one_pass_and_one_layout(crowded: Published, opened: Callable[..., BrowserContext]) -> None:
    """On a small phone too: styles are computed once and the page is laid out once, in the frame that shows it."""
    context = opened(viewport={"width": 360, "height": 640})
    window = context.new_page()
    devtools = context.new_cdp_session(window)
    devtools.send("Performance.enable")

    def work() -> dict[str, float]:
        return {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}

    go(window, crowded, projects(crowded, "fi"))
    window.wait_for_timeout(PAUSE)
    for text in ("e", "en", ""):
        before = work()
        window.locator("main [name=q]").evaluate(TYPED, text)
        after = work()
        assert dict.fromkeys(WORK, 1) == {name: after[name] - before[name] for name in WORK}, text
