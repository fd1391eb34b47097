"""The finder of broken links finds them, and the published portal has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.links import dangling, read_tree

PAGE = b'<p id="here"><a href="%b">x</a></p>'


def tree(link: str, **files: str) -> dict[str, bytes]:
    """A page with one link, another page, and more files."""
    pages = {"xx/index.html": PAGE % link.encode(), "xx/a/index.html": b'<p id="there"></p>', "xx/t.csv": b""}
    return pages | {name.replace("__", "."): text.encode() for name, text in files.items()}


@pytest.mark.parametrize(
    "link",
    [
        "/xx/a/",
        "/xx/a/#there",
        "/xx/t.csv",
        "#here",
        "a/#there",
        "./",
        "/xx/%61/",
        "https://other.example/",
        "mailto:a@b.example",
        "https://me.example/xx/a/#there",
    ],
)
def test_a_link_with_a_target_is_no_finding(link: str) -> None:
    """Pages, files, fragments, and what lies outside."""
    assert [] == dangling(tree(link), "https://me.example")


@pytest.mark.parametrize(
    "link",
    ["/xx/b/", "/xx/a", "/xx/a/#here", "#there", "b/", "/t.csv", "https://me.example/xx/b/", "/xx/t.csv#here"],
)
def test_a_link_without_a_target_is_found(link: str) -> None:
    """A page that does not exist, one without its slash, a fragment of another page."""
    assert [f"/xx/: {link}"] == dangling(tree(link), "https://me.example")


def test_other_files_are_followed() -> None:
    """Style sheets, the sitemap and robots.txt name addresses too, and labels name ids."""
    found = dangling(
        tree(
            "/xx/",
            s__css="p{background:url('no.png')}",
            sitemap__xml="<loc>https://me.example/no/</loc>",
            robots__txt="Sitemap: https://me.example/no.xml",
        )
        | {"yy/index.html": b'<p aria-labelledby="a b" id="b"></p>'},
        "https://me.example",
    )
    assert [
        "/robots.txt: https://me.example/no.xml",
        "/s.css: no.png",
        "/sitemap.xml: https://me.example/no/",
        "/yy/: #a",
    ] == found


def test_every_link_of_the_published_portal_has_a_target(site: Path) -> None:
    """No link and no fragment of any page leads nowhere."""
    assert [] == dangling(read_tree(site))
