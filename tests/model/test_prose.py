"""A text stands beside its record, in every language or in none; its links lead somewhere."""

from __future__ import annotations

import pytest

from sitegen.model.addresses import PageKey
from sitegen.model.links import link_target
from tests.model.small import PAGE, PROJECT, TEXT, checked, files, hints, portal, said

FINNISH = TEXT.replace(".sv.", ".fi.")
LINK = "[indikatorn](indicator:app-users)"


def test_a_text_is_read_in_every_language() -> None:
    """The portal has the prose of a record by kind, id and language, and each page with its texts."""
    whole = portal()
    assert {("project", "customer-app", "sv"), ("project", "customer-app", "fi")} == set(whole.prose)
    assert ["sv", "fi"] == [code for page in whole.pages for code in sorted(page.texts, reverse=True)]


def test_no_text_at_all_is_no_fault() -> None:
    """Prose is optional, in every language at once."""
    found = checked(removed=(TEXT, FINNISH))
    assert found.portal is not None
    assert {} == found.portal.prose


def test_a_text_in_one_language_is_told_at_that_text() -> None:
    """The other is missing."""
    assert [f"{TEXT}:1:1: The text is missing in: fi."] == said(checked(removed=(FINNISH,)))


def test_a_text_without_record_is_told_once_a_file() -> None:
    """Neither a missing language nor another name in the front matter is told besides."""
    stray = "content/projects/web-shop.sv.md"
    found = checked(added={stray: files()[TEXT].decode()})
    assert [f"{stray}:1:1: There is no record for this text: content/projects/web-shop.yaml is missing."] == said(found)


def test_a_second_text_saved_by_a_form_is_told_as_such() -> None:
    """The form names it after the first, with a number: the editor learns into which file it belongs."""
    found = checked(added={"content/projects/customer-app-1.fi.md": files()[FINNISH].decode()})
    assert [f"content/projects/customer-app-1.fi.md:1:1: This is a second text of {PROJECT}."] == said(found)
    assert [f"Move what it says into {FINNISH}, and delete this file."] == hints(found)


def test_a_record_whose_id_ends_in_a_number_has_texts_of_its_own() -> None:
    """A number in a name alone makes no second text."""
    record = files()[PROJECT].decode()
    for old, new in (("customer-app", "customer-app-1"), ("A1", "A2"), ("kundapp", "b"), ("asiakassovellus", "c")):
        record = record.replace(f"'{old}'", f"'{new}'")
    texts = {
        path.replace("customer-app", "customer-app-1"): files()[path].decode().replace("customer-app", "customer-app-1")
        for path in (TEXT, FINNISH)
    }
    assert checked(added={PROJECT.replace("app.", "app-1."): record, **texts}).portal is not None


def test_a_text_in_a_strange_language_is_told_once() -> None:
    """It is not said as well that the text lacks the language that was meant."""
    found = checked(added={TEXT.replace(".sv.", ".se."): files()[TEXT].decode()}, removed=(TEXT,))
    assert [f"{TEXT.replace('.sv.', '.se.')}:1:1: “se” is not a language of this portal."] == said(found)


@pytest.mark.parametrize(
    "target",
    [
        "project:customer-app",
        "indicator:app-users#values",
        "roadmap:2024",
        "document:report",
        "section:costs",
        "page:about",
        "/sv/projekt/kundapp/",
        "/fi/hankkeet/#top",
        "https://example.org/a(b",
        "mailto:digi@example.org",
        "tel:+35800000",
        "#below",
    ],
)
def test_a_link_to_a_page_or_out_of_the_portal_is_no_fault(target: str) -> None:
    """By kind and id, by address, by scheme, or within the text."""
    assert () == checked((TEXT, LINK, f"[x]({target})")).problems


@pytest.mark.parametrize(
    "link",
    [
        "[x](project:nowhere)",
        "[x](page:nowhere)",
        "[x](section:nowhere)",
        "[x](customer-app.md)",
        "[x](/sv/nowhere/)",
        "[x](//example.org/)",
        "[x](javascript:alert)",
        "[x](<nowhere>)",
        '[x](nowhere "title")',
        "[x]: nowhere",
        '<a href="nowhere">x</a>',
    ],
)
def test_a_link_that_leads_nowhere_is_told_where_it_stands(link: str) -> None:
    """However Markdown writes it: one problem, at the target's first character."""
    found = checked((PAGE, "Portalen visar [projekten](section:projects).", f"Först en rad.\n\n{link}"))
    assert 1 == len(found.problems)
    problem = found.problems[0]
    assert (PAGE, 11) == (problem.path, problem.line)
    assert link[problem.column - 1 :].startswith(str(problem.message.values["target"]))


@pytest.mark.parametrize(
    "image",
    [
        "![x](bilder/x.png)",
        "![](https://example.org/x.png)",
        "![x][y]",
        *("![x][Y]\n\n[y]: bilder/x.png\n\n", "![x][]\n\n[x]: bilder/x.png\n\n", "![x]\n\n[x]: bilder/x.png\n\n"),
        *('<img src="bilder/x.png" alt="x">', "<IMG\nsrc=x.png/>"),
    ],
)
def test_an_image_is_told_where_it_stands(image: str) -> None:
    """With what to write instead; nothing is said of where it would lead."""
    found = checked((PAGE, "Portalen visar [projekten](section:projects).", f"Först en rad.\n\n- Se {image}."))
    assert [f"{PAGE}:11:6: An image stands here; the portal shows none."] == said(found)
    assert "[what it shows](https://…)" in hints(found)[0]


@pytest.mark.parametrize(
    "text",
    [
        "`![x](x.png)`\n\n```\n![x](x.png)\n```\n\n    ![x](x.png)",
        "`<img src='x.png'>`\n\n<!-- <img src='x.png'> -->",
        "Sant![^1][^2]\n\n[^1]: a\n[^2]: b",
        "Se ![x], som är text",
    ],
)
def test_what_only_looks_like_an_image_is_none(text: str) -> None:
    """Code, a comment, a footnote behind an exclamation mark, and a label that nothing explains."""
    assert () == checked((TEXT, LINK, text)).problems


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("En not[^x] här", 1, 7, "The footnote “[^x]” is missing."),
        ("- a\n- b[^X]!\n\nc[^1]\n\n[^1]: Not", 2, 4, "The footnote “[^x]” is missing."),
        ("a\n\n[^x]: Not", 3, 1, "Nothing refers to the footnote “[^x]”: it is not shown."),
        ("a\n\n> [^x]: Not", 3, 3, "Nothing refers to the footnote “[^x]”: it is not shown."),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", 5, 1, "The footnote “[^1]” is already written above: this one is not shown."),
    ],
)
def test_a_footnote_has_a_mark_and_a_mark_its_footnote(text: str, line: int, column: int, message: str) -> None:
    """One problem, where the one stands to which the other is missing."""
    found = checked((PAGE, "Portalen visar [projekten](section:projects).", text))
    assert [f"{PAGE}:{8 + line}:{column}: {message}"] == said(found)


@pytest.mark.parametrize(
    "text",
    [
        "a[^1] b[^Å-2] c[^1]\n\n[^1]: Not\n[^å-2]: Not med [^3]\n\n[^3]: Not",
        "`[^x]` och \\[^x]\n\n    [^x]: kod\n\n<!-- [^x] -->",
        "[^x](https://example.org/)",
    ],
)
def test_footnotes_that_are_whole_are_no_fault(text: str) -> None:
    """Nor is what only looks like one."""
    assert () == checked((TEXT, LINK, text)).problems


@pytest.mark.parametrize(
    "text",
    [
        "- a\n    - [x](nowhere)",
        "1. a\n\n    [x](nowhere)",
        "x[^1]\n\n[^1]: Se\n\n    [x](nowhere)",
        "> - [x](nowhere)",
        "> [x]: nowhere",
        "| a | b |\n| - | - |\n| c | [x](nowhere) |",
    ],
)
def test_a_link_is_judged_wherever_it_stands(text: str) -> None:
    """Also in what is indented, but is no code."""
    assert ["The link “nowhere” leads to no page."] == [
        each.partition(": ")[2] for each in said(checked((PAGE, "Portalen visar [projekten](section:projects).", text)))
    ]


@pytest.mark.parametrize(
    "text", ["x[^1]\n\n[^1]: nowhere", "a\n\n    [x](nowhere)", "x\n\n~~~\n[x](nowhere)", "``[x](nowhere)``"]
)
def test_a_footnote_and_code_are_no_links(text: str) -> None:
    """Nor what is shown as it stands."""
    assert () == checked((TEXT, LINK, text)).problems


def test_a_near_miss_is_named_as_it_is_written() -> None:
    """The hint can be pasted in place of the link."""
    assert ["Did you mean “indicator:app-users”?"] == hints(checked((TEXT, LINK, "[x](indicator:app-user)")))
    assert ["Did you mean “/sv/projekt/kundapp/”?"] == hints(checked((TEXT, LINK, "[x](/sv/projekt/kundap/)")))


def test_an_address_is_not_judged_while_slugs_may_be_faulty() -> None:
    """Beside another fault a link by address is left alone, a link by id is judged all the same."""
    fault = (PROJECT, "status: 'done'", "status: 'dones'")
    assert 1 == len(checked(fault, (TEXT, LINK, "[x](/sv/nowhere/)")).problems)
    assert 2 == len(checked(fault, (TEXT, LINK, "[x](project:nowhere)")).problems)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("project:a1#costs", (PageKey("project", "a1"), "#costs")),
        ("section:costs", (PageKey("section", "costs"), "")),
        ("mailto:a@example.org", None),
        ("/sv/", None),
    ],
)
def test_a_link_names_a_page_and_a_place_in_it(target: str, expected: tuple[PageKey, str] | None) -> None:
    """Kind and id before the colon and after it; what has neither names no page."""
    assert expected == link_target(target)
