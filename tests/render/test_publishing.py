"""The files beside the pages, as the services that read them expect them."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from sitegen.render.publishing import headers, manifest, redirects, register, register_of, robots, security, sitemap
from sitegen.serve.netlify import HeaderRule, headers_for, parse_headers, parse_redirects, resolve
from sitegen.views.publishing import (
    Headers,
    Manifest,
    Redirects,
    Register,
    Robots,
    SecurityContact,
    Sitemap,
    SitemapEntry,
)

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PATHS = ("/", "/xx/", "/xx/plan/", "/xx/plan/table.csv", "/assets/style.0a1b.css", "/assets/x.csv", "/x/404")


def sent(path: str, *, preview: bool = False) -> dict[str, str]:
    """The headers of the answer to `path`, as Netlify reads the file."""
    return dict(headers_for(parse_headers(headers(Headers(preview, search=False)).decode()), path))


def directives(path: str) -> dict[str, str]:
    """The content security policy of `path`."""
    policy = sent(path)["Content-Security-Policy"]
    return {name: value for name, _, value in (part.partition(" ") for part in policy.split("; "))}


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_under_the_strict_policy(path: str) -> None:
    """Nothing inline, nothing evaluated, nothing from elsewhere, no frame, on every path."""
    policy = directives(path)
    assert "'none'" == policy["default-src"]
    assert {"'self'"} == {policy[name] for name in ("script-src", "style-src", "connect-src", "font-src")}
    assert "'none'" == policy["frame-ancestors"] == policy["base-uri"]
    assert "unsafe" not in sent(path)["Content-Security-Policy"]
    assert "nosniff" == sent(path)["X-Content-Type-Options"]


def test_transport_is_strict_for_two_years() -> None:
    """HTTPS holds for two years, on subdomains too."""
    max_age, subdomains = sent("/")["Strict-Transport-Security"].split("; ")
    assert 2 * 365 * 24 * 3600 == int(max_age.removeprefix("max-age="))
    assert "includeSubDomains" == subdomains


def test_powerful_features_are_off() -> None:
    """Each feature is refused to everyone, the site itself too, and named once."""
    features = sent("/")["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()"} <= set(features)
    assert len(features) == len(set(features))
    assert all(re.fullmatch(r"[a-z-]+=\(\)", feature) for feature in features)


def test_only_fingerprinted_files_are_kept_by_browsers() -> None:
    """Assets are immutable; of the rest nothing is said, which is Netlify's `must-revalidate`."""
    assert "public, max-age=31536000, immutable" == sent("/assets/style.0a1b.css")["Cache-Control"]
    assert [] == [path for path in PATHS if "Cache-Control" in sent(path) and "/assets/" not in path]


@pytest.mark.parametrize("preview", [False, True])
def test_no_path_gets_one_header_twice(preview: bool) -> None:  # noqa: FBT001
    """Two rules never give the same header to one path: which of them wins is nowhere promised."""
    rules = parse_headers(headers(Headers(preview, search=False)).decode())
    for path in PATHS:
        names = [name.lower() for rule in rules if matches(rule, path) for name, _ in rule.fields]
        assert sorted(set(names)) == sorted(names)


def matches(rule: HeaderRule, path: str) -> bool:
    """Whether `rule` counts for `path`."""
    return rule.pattern.fullmatch(path) is not None


def test_data_files_say_their_encoding() -> None:
    """A spreadsheet that opens the address reads å as å."""
    assert "text/csv; charset=utf-8" == sent("/xx/plan/table.csv")["Content-Type"]
    assert "application/json; charset=utf-8" == sent("/xx/chart.json")["Content-Type"]
    assert "application/manifest+json; charset=utf-8" == sent("/xx/manifest.webmanifest")["Content-Type"]
    assert "Content-Type" not in sent("/xx/plan/")


def test_a_preview_is_not_indexed() -> None:
    """Only a preview tells search engines to keep away, from every path."""
    assert {"noindex"} == {sent(path, preview=True)["X-Robots-Tag"] for path in PATHS}
    assert [] == [path for path in PATHS if "X-Robots-Tag" in sent(path)]


TREE = {"index.html", "404.html", "xx/404.html", "yy/404.html", "xx/new/index.html", "yy/å b/index.html"}
REDIRECTS = Redirects(
    aliases=(("/xx/old/", "/xx/new/"), ("/yy/a:*b#c/", "/yy/å b/"), ("/xx/new/", "/xx/old/")),
    languages=("xx", "yy"),
)


def answer(path: str) -> tuple[int, str | None]:
    """Status, and file or location, that Netlify answers `path` with."""
    served = resolve(parse_redirects(redirects(REDIRECTS).decode()), path, TREE.__contains__)
    return served.status, served.file or served.location


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/xx/old/", (301, "/xx/new/")),
        ("/xx/old", (301, "/xx/new/")),
        ("/yy/a:*b#c/", (301, "/yy/%C3%A5%20b/")),
        ("/xx/new/", (200, "xx/new/index.html")),
        ("/xx/never/", (404, "xx/404.html")),
        ("/yy/deep/down/never.csv", (404, "yy/404.html")),
        ("/xxx/", (404, "404.html")),
        ("/never", (404, "404.html")),
        ("/", (200, "index.html")),
    ],
)
def test_what_is_written_is_read_as_meant(path: str, expected: tuple[int, str]) -> None:
    """Aliases lead on, languages have a 404 of their own, and a page is never hidden by an alias."""
    assert expected == answer(path)


def test_redirects_in_full() -> None:
    """One rule a line; what would be a pattern, a comment or two words is percent-encoded."""
    expected = (
        b"/xx/old/ /xx/new/ 301\n"
        b"/yy/a%3A%2Ab%23c/ /yy/%C3%A5%20b/ 301\n"
        b"/xx/new/ /xx/old/ 301\n"
        b"/xx/* /xx/404.html 404\n"
        b"/yy/* /yy/404.html 404\n"
        b"/* /404.html 404\n"
    )
    assert expected == redirects(REDIRECTS)


REGISTER = Register((("/xx/", "home"), ("/xx/plån/", "project:a1")), (("/xx/old/*", "/xx/plån/:splat"),))


def test_the_register_of_addresses_is_read_as_it_was_written() -> None:
    """One address a line, so that two registers can be compared."""
    assert REGISTER == register_of(register(REGISTER))
    assert b'  "/xx/pl\xc3\xa5n/": "project:a1"\n' in register(REGISTER)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!doctype html>",
        b"[]",
        b"[" * 100_000,
        b'{"pages": {}}',
        b'{"pages": [], "aliases": {}}',
        b'{"pages": {"/xx/": 1}, "aliases": {}}',
        b'{"pages": {}, "aliases": {"/xx/": "\\u001b[2J"}}',
    ],
    ids=range(8),
)
def test_what_is_no_register_is_refused(content: bytes) -> None:
    """Whatever a server answers with."""
    with pytest.raises(ValueError, match=r"."):
        register_of(content)


SITEMAP = Sitemap(
    base_url="https://example.org/",
    entries=(
        SitemapEntry("/xx/", (("xx", "/xx/"), ("yy", "/yy/")), default="/"),
        SitemapEntry("/xx/a&b/", (("xx", "/xx/a&b/"), ("yy", "/yy/ä b/"))),
    ),
)


def urls() -> list[ElementTree.Element]:
    """The entries of the rendered sitemap."""
    root = ElementTree.fromstring(sitemap(SITEMAP))  # noqa: S314 - the text is our own
    return root.findall("s:url", NAMESPACES)


def test_sitemap_lists_every_page_absolutely() -> None:
    """Addresses are whole and encoded, whether or not the base URL ends in a slash."""
    expected = ["https://example.org/xx/", "https://example.org/xx/a&b/"]
    assert expected == [url.findtext("s:loc", namespaces=NAMESPACES) for url in urls()]


def test_sitemap_names_each_page_in_every_language() -> None:
    """Every entry lists its alternates, itself among them, and the choice of language where there is one."""
    links = [[(e.get("hreflang"), e.get("href")) for e in url.findall("x:link", NAMESPACES)] for url in urls()]
    home = [
        ("xx", "https://example.org/xx/"),
        ("yy", "https://example.org/yy/"),
        ("x-default", "https://example.org/"),
    ]
    page = [("xx", "https://example.org/xx/a&b/"), ("yy", "https://example.org/yy/%C3%A4%20b/")]
    assert [home, page] == links
    assert {"alternate"} == {e.get("rel") for url in urls() for e in url.findall("x:link", NAMESPACES)}


def test_sitemap_declares_its_encoding() -> None:
    """The file opens with an XML declaration and ends in a line break."""
    assert sitemap(SITEMAP).startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="')
    assert sitemap(SITEMAP).endswith(b"</urlset>\n")


def parsed(view: Robots) -> RobotFileParser:
    """robots.txt as a search engine reads it."""
    parser = RobotFileParser()
    parser.parse(robots(view).decode().splitlines())
    return parser


def test_robots_names_the_sitemap() -> None:
    """Everything may be read, and the sitemap is found."""
    parser = parsed(Robots("https://example.org", preview=False))
    assert ["https://example.org/sitemap.xml"] == parser.site_maps()
    assert parser.can_fetch("anyone", "/xx/")


@pytest.mark.parametrize("view", [Robots(None, preview=False), Robots("https://example.org", preview=True)])
def test_robots_without_sitemap_still_lets_robots_in(view: Robots) -> None:
    """Without a base URL there is no sitemap to name; a preview must be read for `noindex` to be seen."""
    assert parsed(view).site_maps() is None
    assert parsed(view).can_fetch("anyone", "/xx/")


def test_security_in_full() -> None:
    """All four fields, in the order of the RFC's examples."""
    view = SecurityContact(
        contact="https://example.org/report",
        expires="2030-06-30",
        languages=("xx", "yy"),
        canonical="https://example.org/.well-known/security.txt",
    )
    expected = (
        b"Contact: https://example.org/report\n"
        b"Expires: 2030-06-30T23:59:59Z\n"
        b"Preferred-Languages: xx, yy\n"
        b"Canonical: https://example.org/.well-known/security.txt\n"
    )
    assert expected == security(view)


def test_security_says_no_more_than_is_known() -> None:
    """Without languages and base URL the two required fields stand alone."""
    view = SecurityContact("safe@example.org", "2030-06-30", (), None)
    assert b"Contact: mailto:safe@example.org\nExpires: 2030-06-30T23:59:59Z\n" == security(view)


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("safe@example.org", "mailto:safe@example.org"),
        ("mailto:safe@example.org", "mailto:safe@example.org"),
        ("tel:+358-1", "tel:+358-1"),
    ],
)
def test_a_contact_is_an_address_of_some_scheme(contact: str, expected: str) -> None:
    """A bare e-mail address becomes the URI that the RFC demands."""
    line = security(SecurityContact(contact, "2030-06-30", (), None)).decode().splitlines()[0]
    assert f"Contact: {expected}" == line
    assert urlsplit(expected).scheme


@pytest.mark.parametrize(
    ("expires", "expected"),
    [
        ("2030", "2030-12-31T23:59:59Z"),
        ("2028-02", "2028-02-29T23:59:59Z"),
        ("2030-06-30", "2030-06-30T23:59:59Z"),
        ("2030-06-30T12:00:00+03:00", "2030-06-30T12:00:00+03:00"),
    ],
)
def test_a_contact_holds_to_the_end_of_what_is_named(expires: str, expected: str) -> None:
    """A year, month or day counts to its last second; a timestamp stays as it is."""
    lines = security(SecurityContact("safe@example.org", expires, (), None)).decode().splitlines()
    assert f"Expires: {expected}" == lines[1]


def test_a_manifest_tells_a_home_screen_what_to_show() -> None:
    """The portal's name in one language, where it begins, and icons of each size; it stays a page with an address."""
    view = Manifest("xx", "Watch “å”", "What was promised.", "/xx/", ((192, "/assets/icon-192.png"),), "#FFFFFF")
    found = json.loads(manifest(view))
    assert ("xx", "Watch “å”", "What was promised.") == (found["lang"], found["name"], found["description"])
    assert {"/xx/"} == {found["id"], found["start_url"], found["scope"]}
    assert ("browser", "#FFFFFF") == (found["display"], found["background_color"])
    icon = {"src": "/assets/icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any maskable"}
    assert [icon] == found["icons"]
