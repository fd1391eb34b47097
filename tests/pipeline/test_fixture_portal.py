"""A portal of an invented place, in three languages, with everything set that can be set."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.model.addresses import PageKey, addressed, addresses
from sitegen.model.portal import Portal
from sitegen.model.style import departures
from sitegen.render.markdown import html
from tests.links import dangling, ids_of
from tests.pipeline.conftest import LINDHAMN
from tests.render.elements import WORDS
from tests.truth.reading import Element, find, parse, text

CASES = LINDHAMN.parents[1] / "cases"
BASE = "https://open.lindhamn.example"
NOT_FOUND = "404.html"
SUBRESOURCES = ("script", "img", "iframe", "object", "embed", "source", "video", "audio", "track", "use", "image")
ACTIVE = ("style", "srcdoc", "formaction", "background", "ping")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def own(pages: Mapping[str, Element]) -> dict[str, Element]:
    """The pages that lie in a language and have an address of their own."""
    return {address: page for address, page in pages.items() if address != "/" and NOT_FOUND not in address}


def elements(node: Element) -> Iterator[Element]:
    """Every element of a page."""
    return iter(find(node))


def links(page: Element, rel: str) -> dict[str, str]:
    """Language to address of the page's <link rel=…>."""
    return {link.get("hreflang") or "": link.get("href") or "" for link in find(page, "link", rel=rel)}


def everything(pages: Mapping[str, Element]) -> Iterator[tuple[str, Element]]:
    """Every element of every page with the page's address."""
    return ((address, element) for address, page in pages.items() for element in elements(page))


@pytest.mark.parametrize("root", [LINDHAMN, CASES / "silent", CASES / "full"], ids=lambda root: root.name)
def test_small_portals_are_written_in_the_canonical_style(root: Path) -> None:
    """They are models for whoever begins a portal."""
    content = pipeline.read(root)
    assert [] == [problem.path for problem in departures(content.sources, content.checked.languages)]


def test_every_page_exists_in_every_language(lindhamn: Portal, lindhamn_pages: Mapping[str, Element]) -> None:
    """Home, sections, roadmaps, projects, indicators, documents, pages of prose; nothing besides but 404 and root."""
    keys = [PageKey("home"), *(PageKey(kind, record.id) for kind, record in addressed(lindhamn))]
    keys += [PageKey("page", page.id) for page in lindhamn.pages]
    known = addresses(lindhamn)
    wanted = {known.path(key, language) for key in keys for language in lindhamn.languages}
    wanted |= {"/", "/404.html", *(f"/{language}/404.html" for language in lindhamn.languages)}
    assert wanted == set(lindhamn_pages)


def test_the_language_of_a_page_is_that_of_its_folder(lindhamn_pages: Mapping[str, Element]) -> None:
    """And the root, which has no language of its own, says the first."""
    wrong = {
        address: page.children
        for address, page in lindhamn_pages.items()
        if [html.get("lang") for html in find(page, "html")]
        != [address.split("/")[1] if address.count("/") > 1 else "fi"]
    }
    assert {} == wrong


def test_alternates_lead_both_ways(lindhamn: Portal, lindhamn_pages: Mapping[str, Element]) -> None:
    """Each page names itself and its two siblings, and every sibling the same; a home page names the choice too."""
    for address, page in own(lindhamn_pages).items():
        alternates = links(page, "alternate")
        choice = {"x-default"} if address.count("/") == len("//") else set()
        assert {*lindhamn.languages, *choice} == set(alternates)
        assert f"{BASE}{address}" in alternates.values()
        for sibling in (alternates[language] for language in lindhamn.languages):
            assert alternates == links(lindhamn_pages[sibling.removeprefix(BASE)], "alternate")


def test_the_language_link_leads_to_the_same_page(lindhamn: Portal, lindhamn_pages: Mapping[str, Element]) -> None:
    """The links that readers see lead where the alternates say, in the words of the language."""
    words = {language.code: language.link for language in lindhamn.settings.languages}
    for page in own(lindhamn_pages).values():
        seen = find(page, "a", rel="alternate")
        language = find(page, "html")[0].get("lang")
        shown = {link.get("hreflang"): (f"{BASE}{link.get('href')}", text(link), link.get("lang")) for link in seen}
        alternates = links(page, "alternate")
        assert {code: (alternates[code], words[code], code) for code in words if code != language} == shown


def test_every_page_is_canonical(lindhamn_pages: Mapping[str, Element]) -> None:
    """Its own address, absolute; a page that was not found has none."""
    canonical = {address: links(page, "canonical").get("") for address, page in lindhamn_pages.items()}
    assert {address: None if NOT_FOUND in address else BASE + address for address in lindhamn_pages} == canonical


def test_the_sitemap_lists_every_page_with_its_alternates(
    lindhamn_tree: Mapping[str, bytes], lindhamn_pages: Mapping[str, Element]
) -> None:
    """The same addresses and the same alternates as the pages' own."""
    sitemap = lindhamn_tree["sitemap.xml"].decode()
    found = {
        re.findall(r"<loc>(.*?)</loc>", entry)[0]: dict(re.findall(r'hreflang="(.*?)" href="(.*?)"', entry))
        for entry in re.findall(r"<url>.*?</url>", sitemap, re.DOTALL)
    }
    assert {f"{BASE}{address}": links(page, "alternate") for address, page in own(lindhamn_pages).items()} == found


def test_the_security_contact_is_published(lindhamn_tree: Mapping[str, bytes]) -> None:
    """With its expiry and the portal's languages."""
    wanted = (
        "Contact: mailto:security@lindhamn.example\n"
        "Expires: 2031-06-30T23:59:59Z\n"
        "Preferred-Languages: fi, en, sv\n"
        f"Canonical: {BASE}/.well-known/security.txt\n"
    )
    assert wanted == lindhamn_tree[".well-known/security.txt"].decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/en/projects/the-app/", "/en/projects/ferry-app/"),
        ("/fi/hankkeet/lautta-appi/", "/fi/hankkeet/lauttasovellus/"),
        ("/fi/hankkeet/appi/", "/fi/hankkeet/lauttasovellus/"),
        ("/sv/indikatorer/resor/", "/sv/indikatorer/appresor/"),
        ("/sv/arsplaner/ar-ett/", "/sv/arsplaner/2021/"),
        ("/en/sources/report/", "/en/sources/harbour-report/"),
        ("/sv/gamla-lankar/", "/sv/lankar/"),
        ("/en/plans/*", "/en/yearly-plans/:splat"),
    ],
)
def test_an_old_address_leads_on(lindhamn_tree: Mapping[str, bytes], old: str, new: str) -> None:
    """Of a project, an indicator, a roadmap, a document, a page, and a section with all that lies in it."""
    assert f"{old} {new} 301" in lindhamn_tree["_redirects"].decode().splitlines()


def test_every_link_has_a_target(lindhamn_tree: Mapping[str, bytes]) -> None:
    """Within the site, absolute addresses of its own included, fragments too."""
    assert [] == dangling(lindhamn_tree, BASE)


def test_every_id_is_unique_in_its_page(lindhamn_pages: Mapping[str, Element]) -> None:
    """A fragment leads to one place."""
    twice = {
        (address, name): count
        for address, page in lindhamn_pages.items()
        for name, count in Counter(ids_of(page)).items()
        if count > 1
    }
    assert {} == twice


def test_every_page_has_title_description_and_one_main_heading(lindhamn_pages: Mapping[str, Element]) -> None:
    """None of them empty; the root has a heading a language."""
    for address, page in lindhamn_pages.items():
        description = [meta.get("content") for meta in find(page, "meta", name="description")]
        titles = ["".join(str(child) for child in title.children) for title in find(page, "title")]
        headings = [text(heading) for heading in find(page, "h1")]
        assert (1, 1) == (len(titles), len(description)), address
        assert (3 if address == "/" else 1) == len(headings), address
        assert all([*titles, *description, *headings]), address


def test_no_title_stands_on_two_pages_of_a_language(lindhamn_pages: Mapping[str, Element]) -> None:
    """Whoever has both open in a browser can tell them apart; likewise descriptions in a list of results."""
    for tag, attributes in (("title", {}), ("meta", {"name": "description"})):
        seen = Counter(
            (address.split("/")[1], element.get("content") or element.children)
            for address, page in own(lindhamn_pages).items()
            for element in find(page, tag, **attributes)
        )
        assert [] == [words for words, count in seen.items() if count > 1]


def test_addresses_of_the_site_are_absolute_in_metadata_alone(lindhamn_pages: Mapping[str, Element]) -> None:
    """Canonical, alternates and Open Graph: anywhere else a link is root-absolute. The line to cite is text."""
    found = {
        (element.tag, element.get("rel") or element.get("property") or "")
        for _address, element in everything(lindhamn_pages)
        if any(value.startswith(BASE) for _name, value in element.attributes)
    }
    assert {("link", "canonical"), ("link", "alternate"), ("meta", "og:url"), ("meta", "og:image")} == found


def test_nothing_is_loaded_from_elsewhere(lindhamn_pages: Mapping[str, Element]) -> None:
    """Scripts, styles, pictures and charts come from the site itself."""
    loading = (
        (address, element.tag, value)
        for address, element in everything(lindhamn_pages)
        for name, value in element.attributes
        if name in ("src", "srcset", "poster", "data", "data-spec", "data-bundle", "xlink:href")
        or (name == "href" and (element.tag in SUBRESOURCES or (element.tag == "link" and _loads(element))))
    )
    assert [] == [found for found in loading if not found[2].startswith(("#", "/assets/", "/fi/", "/en/", "/sv/"))]


def _loads(link: Element) -> bool:
    return link.get("rel") not in ("canonical", "alternate")


def test_nothing_is_active_within_a_page(lindhamn_pages: Mapping[str, Element]) -> None:
    """No inline script or style, no handler, no address that is a script: the policy forbids them all."""
    found = [
        (address, element.tag, name, value)
        for address, element in everything(lindhamn_pages)
        for name, value in element.attributes
        if name.startswith("on") or name in ACTIVE or re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE)
    ]
    inline = [
        (address, element.tag)
        for address, element in everything(lindhamn_pages)
        if element.tag == "style" or (element.tag == "script" and element.children)
    ]
    assert [] == found + inline


@pytest.mark.parametrize("address", ["/fi/linkkeja/", "/en/links/", "/sv/lankar/"])
def test_prose_is_sanitised(lindhamn_pages: Mapping[str, Element], address: str) -> None:
    """Raw HTML that may do harm is no element of the page: it is shown as it was written."""
    [prose] = [each for each in find(lindhamn_pages[address], "div") if each.get("class") == "wrap prose"]
    assert {"h2", "p", "a", "em", "code"} == {element.tag for element in elements(prose)}
    assert {"href", "rel", "id"} == {name for element in elements(prose) for name, _ in element.attributes}
    assert '<script>alert("script")</script>' in text(prose)
    assert ["later"] == [text(each) for each in find(prose, "p", id="text-later")]


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&#x0A;script:alert(1))",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' javascript:alert(1)'>x</a>",
        "<a href='vbscript:alert(1)'>x</a>",
        "<a href='data:text/html,alert(1)'>x</a>",
        "![x](javascript:alert(1))",
        "<form action='javascript:alert(1)'><input formaction='javascript:alert(1)'></form>",
        "<math><a xlink:href='javascript:alert(1)'>x</a></math>",
        "<p style='background:url(javascript:alert(1))'>x</p>",
    ],
)
def test_no_address_in_prose_is_a_script(markdown: str) -> None:
    """However it is written: the link loses its address, and what else could hold one is gone."""
    shown = parse(html(markdown, {}, WORDS))
    assert [] == [value for each in elements(shown) for _name, value in each.attributes if "alert" in value]


def test_a_script_for_an_address_is_a_fault_of_content(tmp_path: Path) -> None:
    """What the sanitiser would take away is told before anything is published."""
    shutil.copytree(LINDHAMN, tmp_path, dirs_exist_ok=True)
    page = tmp_path / "content" / "pages" / "links.en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](javascript:alert(1))\n", encoding="utf-8")
    lines = page.read_text(encoding="utf-8").splitlines()
    [problem] = pipeline.read(tmp_path).problems
    assert ("content/pages/links.en.md", len(lines), 5) == (problem.path, problem.line, problem.column)


def test_links_of_prose_lead_to_pages_in_its_language(lindhamn_pages: Mapping[str, Element]) -> None:
    """Named by kind and id, with a fragment, by reference, in raw HTML; links out stay as they are."""
    [prose] = [each for each in find(lindhamn_pages["/en/links/"], "div") if each.get("class") == "wrap prose"]
    assert [
        "/en/projects/ferry-app/#costs",
        "/en/yearly-plans/2022/",
        "/en/indicators/geese/",
        "/en/sources/",
        "/en/",
        "https://elsewhere.example/a?b=1&c=2",
        "mailto:kaj@lindhamn.example",
        "#text-later",
        "https://elsewhere.example/bare",
        "/en/costs/",
    ] == [link.get("href") for link in find(prose, "a")]


def test_levels_of_headings_do_not_skip(lindhamn_pages: Mapping[str, Element]) -> None:
    """The first is of the first level, and each is at most one deeper than the one before."""
    for address, page in lindhamn_pages.items():
        levels = [int(element.tag[1]) for element in elements(page) if element.tag in HEADINGS]
        assert 1 == levels[0], address
        assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1], address


def test_a_language_without_a_catalog_is_that_of_the_message_ids(lindhamn_pages: Mapping[str, Element]) -> None:
    """English needs none; the others are translated from the project's own catalogs."""
    titles = [text(find(lindhamn_pages[path], "h1")[0]) for path in ("/en/method/", "/fi/laskutapa/", "/sv/raknesatt/")]
    assert "How we count" == titles[0]
    assert 3 == len(set(titles))


def test_the_look_is_the_portals_own_on_top_of_another(lindhamn_tree: Mapping[str, bytes]) -> None:
    """Two templates and some tokens of its own; the rest is that of the look it extends."""
    [styles] = [content.decode() for path, content in lindhamn_tree.items() if re.match(r"assets/style\..*\.css", path)]
    assert "plain-plans" in lindhamn_tree["en/yearly-plans/index.html"].decode()
    assert "--accent:#5A2D82" in styles
    assert "--gap:1.25rem" in styles
    assert "--chart-value:" in styles


def test_a_motif_is_the_looks_own(lindhamn_pages: Mapping[str, Element]) -> None:
    """On no page is there a street or a house, in words or drawn, where the look has another motif or none."""
    classes = {
        name
        for page in lindhamn_pages.values()
        for each in elements(page)
        for name in (each.get("class") or "").split()
    }
    assert {"plain-plans", "plain-projects"} <= classes
    assert set() == classes & {"street", "house", "houses", "mark"}
    assert [] == [path for path, page in lindhamn_pages.items() if re.search(r"house|street", text(page))]


def test_what_is_printed_differs_from_the_list_is_said(lindhamn_pages: Mapping[str, Element]) -> None:
    """A printed total and two states of a project on the roadmap's page, a printed share on both pages."""
    roadmap, indicator = lindhamn_pages["/en/yearly-plans/2021/"], lindhamn_pages["/en/indicators/projects-begun/"]
    said = [
        text(each) for page in (roadmap, indicator) for each in find(page, "p") if each.get("class") == "contradiction"
    ]
    assert 4 == len(said)
    assert "a total of 5 projects, but its own list has 4" in said[0]
    assert "says both “Under way” (October 2022) and “Stranded” (2022)" in said[1]
    assert all("80%" in each and "2 of 4 projects (50%, our calculation)" in each for each in said[2:])


REACHED, MISSED = (
    f"The target had {been} reached when the document was written, on November 30, 2022:"
    for been in ("been", "not been")
)
NOT_OVER = "The period 2022 was not over."


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (
            "app-trips",
            f"{REACHED} 1,250 trips, target 1,210, our calculation: 10% a year, starting from 2020. {NOT_OVER}",
        ),
        ("anglers", f"{REACHED} 30 geese, target 21, our calculation: 5% a year, starting from 2021. {NOT_OVER}"),
        ("content-travellers", f"{REACHED} 3.8 points, target 3.75 points. {NOT_OVER}"),
        ("forms-online", f"{MISSED} 38%, target 60%. {NOT_OVER} The source names no target year."),
        ("guard-calls", "Not judged: the first value already stood above the target, so the target may be a floor or"),
        ("share-online", f"{MISSED} about 1.1 points, target 2 points. {NOT_OVER}"),
        ("share-elsewhere", "Not judged: value and target are not in the same unit."),
        ("desks", "Not judged: the value is approximate, and its ends do not give the same answer."),
        ("courses", "Not judged: there is no earlier value to grow from."),
        ("audio-books", "Not judged: the latest value is not a number."),
        ("geese", "Not judged: the latest value is not a number."),
        ("projects-begun", f"{MISSED} 80%, target 100%. {NOT_OVER}"),
        ("harbour-spirit", "Not judged: the target is stated in words, without a number."),
    ],
)
def test_every_rule_speaks(lindhamn_pages: Mapping[str, Element], page: str, sentence: str) -> None:
    """Each finding in its one sentence, with the numbers as the page's language writes them."""
    main = find(lindhamn_pages[f"/en/indicators/{page}/"], "main")[0]
    [finding] = [text(each) for each in find(main, "p") if each.get("class") == "finding"]
    assert finding.startswith(sentence)


def test_a_name_never_comes_from_another_portal(lindhamn_tree: Mapping[str, bytes]) -> None:
    """Nothing of the published city stands in the pages of another place."""
    pages = [content.decode() for path, content in lindhamn_tree.items() if path.endswith((".html", ".csv", ".txt"))]
    assert [] == [name for name in ("Borgå", "Porvoo") if any(name in page for page in pages)]


def test_a_text_of_markup_is_a_text(lindhamn_pages: Mapping[str, Element]) -> None:
    """Signs that mean something in HTML stand in a page as they are written in the content."""
    page = text(lindhamn_pages["/en/projects/ferry-app/"])
    assert "The queue is <ten> minutes shorter & the ticket fits a pocket." in page
