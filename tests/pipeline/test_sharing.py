"""What a page is where its address is passed on or kept: a card, an icon, an address of each of its parts."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from sitegen import pipeline
from sitegen.model.portal import Portal
from tests.pipeline.conftest import LINDHAMN
from tests.pipeline.test_fixture_portal import BASE, NOT_FOUND, own
from tests.truth.reading import ANY, Element, find, plain, text

AIM, MOST = 45_000, 70_000
"""Bytes of a card: at the median, and at most."""


def metadata(page: Element) -> dict[str, str]:
    """What the page says of itself to services: name or property to content."""
    said = find(page, "meta", content=ANY)
    return {each.get("property") or each.get("name") or "": each.get("content") or "" for each in said}


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack_from(">2I", picture, 16)
    return width, height


def test_every_page_has_a_card(lindhamn_tree: Mapping[str, bytes], lindhamn_pages: Mapping[str, Element]) -> None:
    """Beside it, absolute in the page, of the size that the page says; a page that was not found has none."""
    for address, page in lindhamn_pages.items():
        said = metadata(page)
        if NOT_FOUND in address:
            assert [] == [name for name in said if name.startswith(("og:", "twitter:"))]
            continue
        assert f"{BASE}{address}card.png" == said["og:image"]
        width, height = size(lindhamn_tree[f"{address[1:]}card.png"])
        assert (str(width), str(height), "image/png") == tuple(
            said[f"og:image:{name}"] for name in ("width", "height", "type")
        )
        assert "summary_large_image" == said["twitter:card"]


def test_no_card_lies_where_no_page_is(
    lindhamn_tree: Mapping[str, bytes], lindhamn_pages: Mapping[str, Element]
) -> None:
    """As many as pages that can be shared."""
    found = {f"/{path.removesuffix('card.png')}" for path in lindhamn_tree if path.endswith("card.png")}
    assert {*own(lindhamn_pages), "/"} == found


def test_a_card_is_light(lindhamn_tree: Mapping[str, bytes]) -> None:
    """In bytes."""
    sizes = sorted(len(content) for path, content in lindhamn_tree.items() if path.endswith("card.png"))
    assert sizes[len(sizes) // 2] <= AIM
    assert sizes[-1] <= MOST


def test_cards_of_pages_differ(lindhamn_tree: Mapping[str, bytes]) -> None:
    """Each shows its own page."""
    cards = [content for path, content in lindhamn_tree.items() if path.endswith("card.png")]
    assert len(cards) == len(set(cards))


def test_what_a_card_shows_is_said_in_words(lindhamn_pages: Mapping[str, Element]) -> None:
    """Title and status, or figure with its year and the target, or all that the page's drawing shows."""
    for address, page in own(lindhamn_pages).items():
        said = metadata(page)
        assert said["og:image:alt"] == said["twitter:image:alt"]
        alt = plain(said["og:image:alt"])
        assert plain(said["og:title"]).rstrip(".") in alt, address
        [main] = find(page, "main")
        if main.get("data-kind") == "project":
            assert text(find(page, data_field="status")[0]) in alt, address
        if main.get("data-kind") == "indicator":
            [figures] = [each for each in find(page, "dl") if each.get("class") == "figures"]
            assert text(find(figures, data_field="value")[0]).rstrip(".") in alt, address
            drawings = [
                plain(button.get("data-name") or "") for button in find(page, "button") if button.get("data-name")
            ]
            target = text(find(figures, data_field="target")[0]).rstrip(".")
            assert target in alt or any(drawing in alt for drawing in drawings), address


def test_without_a_base_address_there_is_no_card(lindhamn: Portal) -> None:
    """A picture's address has to be absolute: none is drawn, none is named; icons are there all the same."""
    nowhere = replace(lindhamn, settings=lindhamn.settings.model_copy(update={"base_url": None}))
    for tree in (pipeline.tree(nowhere, LINDHAMN), pipeline.tree(lindhamn, LINDHAMN, preview=True)):
        assert [] == [path for path in tree if path.endswith("card.png")]
        assert [] == [path for path, content in tree.items() if path.endswith(".html") and b"og:" in content]
        assert 3 == len([path for path in tree if path.startswith("assets/icon-")])


def test_each_language_has_a_manifest(
    lindhamn: Portal, lindhamn_tree: Mapping[str, bytes], lindhamn_pages: Mapping[str, Element]
) -> None:
    """Named by its pages, in its words, with icons that are there and are as large as they say."""
    for code in lindhamn.languages:
        manifest = json.loads(lindhamn_tree[f"{code}/manifest.webmanifest"])
        assert (code, lindhamn.settings.name[code]) == (manifest["lang"], manifest["name"])
        assert f"/{code}/" == manifest["start_url"] == manifest["scope"]
        shown = {icon["sizes"]: size(lindhamn_tree[icon["src"][1:]]) for icon in manifest["icons"]}
        assert {"180x180": (180, 180), "192x192": (192, 192), "512x512": (512, 512)} == shown
    named = {
        (address.split("/")[1], link.get("href"))
        for address, page in own(lindhamn_pages).items()
        for link in find(page, "link", rel="manifest")
    }
    assert {(code, f"/{code}/manifest.webmanifest") for code in lindhamn.languages} == named


def test_every_page_has_icons(lindhamn_tree: Mapping[str, bytes], lindhamn_pages: Mapping[str, Element]) -> None:
    """One drawn for browsers, and one of the size that home screens take."""
    for page in lindhamn_pages.values():
        [icon], [touch] = (find(page, "link", rel=rel) for rel in ("icon", "apple-touch-icon"))
        assert b"<svg" in lindhamn_tree[(icon.get("href") or "")[1:]]
        assert (180, 180) == size(lindhamn_tree[(touch.get("href") or "")[1:]])


def test_every_section_and_table_has_an_address_to_copy(lindhamn_pages: Mapping[str, Element]) -> None:
    """A link to itself, named by words for all such links and by the heading, which keeps its own name."""
    for address, page in own(lindhamn_pages).items():
        [words] = find(page, id="link-to")
        assert words.children
        wanted = {heading.get("id"): heading.get("id") for heading in find(page, "h2", id=ANY)}
        tables = (*find(page, **{"class": "table"}), *find(page, **{"class": "listed-rows"}))
        wanted |= {table.get("id"): f"{table.get('id')}-caption" for table in tables}
        links = _links(page)
        found = {(link.get("href") or "")[1:]: (link.get("aria-labelledby") or "").split() for link in links}
        assert {name: ["link-to", named] for name, named in wanted.items()} == found, address
        assert len(links) == len(found), address
        assert [] == [link for heading in find(page, "h2") for link in _links(heading)]


def test_addresses_of_sections_do_not_follow_from_headings(
    lindhamn: Portal, lindhamn_pages: Mapping[str, Element]
) -> None:
    """They stay when a heading is reworded: each is the same in every language, or declared beside the name."""
    declared = {f"#group-{slug}" for group in lindhamn.programme.groups for slug in group.slug.values()}
    for page in own(lindhamn_pages).values():
        siblings = [(link.get("href") or "").removeprefix(BASE) for link in find(page, "link", rel="alternate")]
        pages = [lindhamn_pages[sibling] for sibling in siblings if sibling != "/"]
        ids = {tuple(link.get("href") for link in _links(each) if link.get("href") not in declared) for each in pages}
        assert 1 == len(ids)
        assert len(lindhamn.languages) == len(pages)


def _links(page: Element) -> tuple[Element, ...]:
    return find(page, "a", **{"class": "here"})


def test_an_error_is_reported_with_the_address_of_the_page(lindhamn_pages: Mapping[str, Element]) -> None:
    """A letter to the publisher, with the page's title as its subject and its address within."""
    for address, page in own(lindhamn_pages).items():
        [title] = find(page, "meta", property="og:title")
        [letter] = [link for link in find(page, "a") if (link.get("href") or "").startswith("mailto:palaute@")][1:]
        parts = urlsplit(letter.get("href") or "")
        said = parse_qs(parts.query.replace("+", "%2B"))
        assert "palaute@lindhamn.example" == unquote(parts.path)
        assert (title.get("content") or "no title") in said["subject"][0]
        assert [f"{BASE}{address}"] == said["body"]


@pytest.mark.parametrize(("feedback", "links"), [(None, 0), ("https://city.example/report?a=1", 2)])
def test_an_error_is_reported_where_the_publisher_says(lindhamn: Portal, feedback: str | None, links: int) -> None:
    """On the publisher's own page; where the publisher has given no address, there is no link."""
    said = lindhamn.settings.model_copy(update={"feedback": feedback, "base_url": None})
    home = pipeline.tree(replace(lindhamn, settings=said), LINDHAMN)["fi/index.html"].decode()
    assert links == home.count('href="https://city.example/report?a=1"')
    assert "mailto:" not in home
    assert ("report?a=1" in home) == (feedback is not None)
