"""Why a file was made anew is told by the part of its key that changed, with what it was and is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from sitegen.pipeline import build as building
from sitegen.pipeline import incremental, program
from sitegen.pipeline.explanation import Difference, Explanation, Outcome, explain, fields
from sitegen.store.memo import Memo
from tests.pipeline.editing import ABOUT, CATALOG, TEMPLATE, Edited
from tests.pipeline.test_any_edits import SEARCHED, SETTINGS, Dictionary

PROJECT, METHOD, ABOUT_PAGE = "sv/projekt/fyren/index.html", "en/method/index.html", "en/about/index.html"
THEME = "themes/small/theme.yaml"


def explained(portal: Edited, path: str) -> Explanation:
    """The explanation of a file that there is or was."""
    with closing(Memo(portal.memory)) as memo:
        found = explain(memo, path)
    assert found is not None
    assert path == found.path
    return found


def title(portal: Edited) -> None:
    """Edit a text of a record."""
    portal.replace("content/projects/y1.yaml", "Det är mörkt.", "Det är mörkare.")


def colour(portal: Edited) -> None:
    """Edit a colour of the look."""
    portal.replace(THEME, "#114477", "#114478")


def message(portal: Edited) -> None:
    """Edit a message of the catalog."""
    portal.replace(CATALOG, 'msgid "Roadmaps"\nmsgstr "', 'msgid "Roadmaps"\nmsgstr "Nya ')


def template(portal: Edited) -> None:
    """Edit a template of the look."""
    portal.replace(TEMPLATE, "{% block body %}", "{% block body %}<i>new</i>")


def text(portal: Edited) -> None:
    """Edit what a text says."""
    portal.replace(ABOUT, "See [the", "Look at [the")


EDITS = (
    (title, PROJECT, Difference("view", "view.problem.text", "Det är mörkt.", "Det är mörkare.")),
    (message, PROJECT, Difference("message", "Roadmaps", "Färdplaner", "Nya Färdplaner")),
    (colour, METHOD, Difference("colour", "accent", ["#114477", "#99CCFF"], ["#114478", "#99CCFF"])),
    (template, METHOD, Difference("template", "method.html", said=False)),
    (text, ABOUT_PAGE, Difference("text", "", said=False)),
)


@pytest.mark.parametrize(("edit", "path", "why"), EDITS, ids=[edit.__name__ for edit, _, _ in EDITS])
def test_the_part_that_changed_is_told(
    portal: Edited, edit: Callable[[Edited], None], path: str, why: Difference
) -> None:
    """A field, a message, a colour with both values; a template and a text by name. It is the first that is told."""
    edit(portal)
    portal.incremental()
    found = explained(portal, path)
    assert (Outcome.ANEW, why) == (found.outcome, found.why[0])
    assert not found.quiet


def test_the_index_of_the_search_is_told(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made of what the pages say, by no recipe: neither look nor catalog is to be blamed, nor was it kept."""
    monkeypatch.setattr("sitegen.render.search.words.Dictionary", Dictionary)
    monkeypatch.setattr("sitegen.render.search.Dictionary", Dictionary)
    portal.replace(SETTINGS, "sections:\n", f"sections:\n{SEARCHED}")
    portal.incremental()
    text(portal)
    portal.incremental()
    found = explained(portal, "pagefind/pagefind-entry.json")
    assert (Outcome.ANEW, (Difference("search", "", said=False),)) == (found.outcome, found.why)


def test_what_has_not_changed_is_told_as_such(portal: Edited) -> None:
    """A text is on one page alone."""
    text(portal)
    portal.incremental()
    assert Explanation(METHOD, Outcome.KEPT, (), quiet=False) == explained(portal, METHOD)


def test_what_comes_back_is_not_made_again(portal: Edited) -> None:
    """It is taken from what an earlier build made, for the same reason for which it would be made."""
    title(portal)
    portal.incremental()
    portal.replace("content/projects/y1.yaml", "Det är mörkare.", "Det är mörkt.")
    portal.incremental()
    found = explained(portal, PROJECT)
    assert (Outcome.REMEMBERED, Difference("view", "view.problem.text", "Det är mörkare.", "Det är mörkt.")) == (
        found.outcome,
        found.why[0],
    )


def test_files_come_and_go(portal: Edited) -> None:
    """With the slug that names them; what nothing has ever made is not explained."""
    assert Outcome.FIRST is explained(portal, PROJECT).outcome
    portal.replace("content/projects/y1.yaml", "sv: 'fyren'", "sv: 'baken'")
    portal.incremental()
    assert Outcome.GONE is explained(portal, PROJECT).outcome
    assert Outcome.FIRST is explained(portal, "sv/projekt/baken/index.html").outcome
    with closing(Memo(portal.memory)) as memo:
        assert None is explain(memo, "sv/nowhere/index.html")
    with closing(Memo(portal.memory.with_name("other"))) as memo:
        assert None is explain(memo, PROJECT)


def test_a_build_without_a_change_lets_the_reason_stand(portal: Edited) -> None:
    """And says that it was one, until something changes again."""
    title(portal)
    portal.incremental()
    for _ in range(2):
        portal.incremental()
        found = explained(portal, PROJECT)
        assert (Outcome.ANEW, True) == (found.outcome, found.quiet)
    text(portal)
    portal.incremental()
    assert Explanation(PROJECT, Outcome.KEPT, (), quiet=False) == explained(portal, PROJECT)


def test_another_program_is_the_first_reason(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """File by file, and library by library with its versions; what else changed follows."""
    monkeypatch.setattr(program, "LIBRARIES", ("jinja2",))
    for function in (program.code_parts, program.code):
        function.cache_clear()
    title(portal)
    portal.incremental()
    found = explained(portal, PROJECT)
    monkeypatch.undo()
    for function in (program.code_parts, program.code):
        function.cache_clear()
    assert Outcome.ANEW is found.outcome
    assert ("library", "altair", None) == (found.why[0].kind, found.why[0].name, found.why[0].now)
    assert Difference("view", "view.problem.text", "Det är mörkt.", "Det är mörkare.") in found.why


def test_what_is_remembered_no_more_is_not_told(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """That a view, or the program, has changed is known all the same."""
    title(portal)
    monkeypatch.setattr(building, "code", lambda: "another")
    monkeypatch.setattr(incremental, "code", lambda: "another")
    portal.incremental()
    [path] = portal.memory.glob("*.sqlite")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM kept WHERE substr(key, 1, 5) IN (CAST('view ' AS BLOB), CAST('parts' AS BLOB))")
    expected = (Difference("code", "", said=False), Difference("view", "view", said=False))
    assert expected == explained(portal, PROJECT).why


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [Difference("view", "v.b", 2, 3)]),
        ({"a": {"b": "x"}}, {"a": {"b": "y"}}, [Difference("view", "v.a.b", "x", "y")]),
        ({"a": None}, {"a": {"b": "y"}}, [Difference("view", "v.a", None, {"b": "y"})]),
        ([1, 2, 3], [1, 5, 3], [Difference("view", "v[1]", 2, 5)]),
        ([1, 2, 3], [1, 9, 2, 3], [Difference("view", "v[1]", None, 9)]),
        ([1, 2, 3], [1, 3], [Difference("view", "v[1]", 2, None)]),
        ([1, 1], [1], [Difference("view", "v[1]", 1, None)]),
        ([], [[1]], [Difference("view", "v[0]", None, [1])]),
        ([{"a": 1}, 2], [{"a": 3}, 2], [Difference("view", "v[0].a", 1, 3)]),
        ("a", ["a"], [Difference("view", "v", "a", ["a"])]),
    ],
)
def test_a_difference_is_found_where_it_is(before: object, now: object, expected: list[Difference]) -> None:
    """In fields by name, in lists by place: what came and went shifts nothing that stands behind it."""
    assert expected == list(fields("v", before, now))
