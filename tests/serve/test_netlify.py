"""Netlify's two files are read as Netlify's own parser and documentation have it."""

from __future__ import annotations

import pytest

from sitegen.serve.netlify import Served, headers_for, parse_headers, parse_redirects, resolve

HEADERS = """\
# every path
/*
  X-A: one
  x-a: two
  Link: <https://example.org>; rel=x

/data/*
    X-A: three
/*.csv
  Content-Type: text/csv
/:code/plan
  X-B: plan
"""

REDIRECTS = """\
# comment
/old /new            # trailing comment

/found /new 302
/away https://example.org:8080/a 308
/blog/:year/:month /archive/:month-:year 301
/docs/* /manual/:splat
/taken /new 301
/forced /new 301!
/app/* /app/index.html 200
/gone/* /nowhere.html 404
/xx/* /xx/404.html 404
/* /404.html 404
"""

TREE = {
    "index.html",
    "404.html",
    "xx/404.html",
    "new/index.html",
    "taken/index.html",
    "forced/index.html",
    "app/index.html",
    "app/logo.svg",
    "å/index.html",
    "_headers",
    "_redirects",
}


def given(path: str) -> dict[str, str]:
    """The headers of `path`."""
    return dict(headers_for(parse_headers(HEADERS), path))


@pytest.mark.parametrize("path", ["/", "/a", "/a/b/c.html"])
def test_a_star_matches_every_path(path: str) -> None:
    """Values of one name are joined with a comma; a value may hold colons."""
    assert {"X-A": "one, two", "Link": "<https://example.org>; rel=x"} == given(path)


def test_all_rules_that_match_add_up() -> None:
    """A path gets the headers of every rule, and values of one name from two rules are joined as well."""
    assert "one, two, three" == given("/data/x")["X-A"]
    assert "one, two, three" == given("/data")["X-A"]
    assert "one, two" == given("/database")["X-A"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/a.csv", True), ("/a/b/c.csv", True), ("/a.CSV", True), ("/a.csv.html", False), ("/acsv", False)],
)
def test_a_star_within_a_part_matches_anything_before_the_rest(path: str, expected: bool) -> None:  # noqa: FBT001
    """`/*.csv` is every CSV file, in any folder, and nothing else; case does not count."""
    assert expected == ("Content-Type" in given(path))


@pytest.mark.parametrize(
    ("path", "expected"), [("/xx/plan", True), ("/xx/plan/", True), ("/plan", False), ("/a/b/plan", False)]
)
def test_a_placeholder_matches_one_part(path: str, expected: bool) -> None:  # noqa: FBT001
    """A placeholder is exactly one part of the path; a last slash does not count."""
    assert expected == ("X-B" in given(path))


@pytest.mark.parametrize("text", ["X-A: one\n", "/*\n  X-A\n", "/*\n  : one\n", "/*\n  X-A:\n"])
def test_a_malformed_header_is_refused(text: str) -> None:
    """A header needs a path before it, a name and a value."""
    with pytest.raises(ValueError, match="line"):
        parse_headers(text)


def answer(path: str, rules: str = REDIRECTS) -> Served:
    """What `path` is answered with."""
    return resolve(parse_redirects(rules), path, TREE.__contains__)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/old", Served(301, location="/new")),
        ("/old/", Served(301, location="/new")),
        ("/found", Served(302, location="/new")),
        ("/away", Served(308, location="https://example.org:8080/a")),
        ("/blog/2024/10", Served(301, location="/archive/10-2024")),
        ("/docs/a/b.html", Served(301, location="/manual/a/b.html")),
        ("/docs", Served(301, location="/manual/")),
        ("/docs/å b", Served(301, location="/manual/%C3%A5%20b")),
    ],
)
def test_redirects_lead_on(path: str, expected: Served) -> None:
    """Placeholders and the splat are filled in, encoded; 301 where no status is given."""
    assert expected == answer(path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/taken/", Served(200, "taken/index.html")),
        ("/taken", Served(301, location="/taken/")),
        ("/app/logo.svg", Served(200, "app/logo.svg")),
        ("/forced/", Served(301, location="/new")),
    ],
)
def test_a_file_wins_unless_the_rule_is_forced(path: str, expected: Served) -> None:
    """Rules do not hide what exists; an exclamation mark makes them."""
    assert expected == answer(path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/app/any/where", Served(200, "app/index.html")),
        ("/xx/never/", Served(404, "xx/404.html")),
        ("/yy/never/", Served(404, "404.html")),
        ("/gone/x", Served(404, "404.html")),
    ],
)
def test_rewrites_answer_with_a_file(path: str, expected: Served) -> None:
    """200 and 404 answer in place, the first rule first; a target that does not exist is the site's 404."""
    assert expected == answer(path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", Served(200, "index.html")),
        ("/new/", Served(200, "new/index.html")),
        ("/new", Served(301, location="/new/")),
        ("/new/index.html", Served(200, "new/index.html")),
        ("/å", Served(301, location="/%C3%A5/")),
        ("/404", Served(200, "404.html")),
        ("/none", Served(404, "404.html")),
    ],
)
def test_clean_addresses(path: str, expected: Served) -> None:
    """A folder's index stands at its address with a slash, a page without its suffix, without any rule."""
    assert expected == answer(path, rules="")


@pytest.mark.parametrize("path", ["/_headers", "/_redirects", "/new/../_headers"])
def test_the_rules_are_not_published(path: str) -> None:
    """The two files are instructions, not pages."""
    assert Served(404, "404.html") == answer(path)


@pytest.mark.parametrize("path", ["/../secret", "/new/../../secret", "//secret", "/./../secret", "/../../secret"])
def test_no_path_leads_out_of_the_tree(path: str) -> None:
    """However a path is written, only paths within the tree are asked for."""
    asked: list[str] = []

    def exists(file: str) -> bool:
        asked.append(file)
        return file == "secret"

    assert Served(200, "secret") == resolve((), path, exists)
    assert {"secret"} == set(asked)


def test_a_double_slash_is_no_other_host() -> None:
    """`//example.org` as a location would leave the site."""
    assert Served(301, location="/new/") == answer("//new")
    assert Served(301, location="/example.org/") == answer("/all//example.org/", rules="/all/* /:splat")


def test_without_a_404_page_nothing_is_found() -> None:
    """A tree without a 404 page answers without a file."""
    assert Served(404) == resolve(parse_redirects(REDIRECTS), "/none", frozenset[str]().__contains__)


@pytest.mark.parametrize(
    "line",
    [
        "/old",
        "old /new 301",
        "/old new",
        "/old /new 999",
        "/old /new moved",
        "/old /new 301 Country=se",
        "/old id=:id /new/:id 301",
        "/api/* https://example.org/:splat 200",
        "https://example.org/* /:splat 301",
    ],
)
def test_what_would_be_obeyed_by_half_is_refused(line: str) -> None:
    """Conditions, queries, proxies and malformed lines are an error that names the line."""
    with pytest.raises(ValueError, match="line 2"):
        parse_redirects(f"# a comment\n{line}\n")
