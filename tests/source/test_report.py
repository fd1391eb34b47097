"""A problem is shown with its line, a caret under its column, and what to write instead."""

from __future__ import annotations

import pytest

from sitegen.source.problems import Message, Problem, say
from sitegen.source.report import annotation, render, sort_problems, translate

SWEDISH = {
    "error": "fel",
    "warning": "varning",
    "help": "skriv i stället",
    "No %(thing)s of 100 %%.": "100 %% saknar %(thing)s.",
    "status": "läge",
}


def english(msgid: str) -> str:
    """The message ids are English."""
    return msgid


def swedish(msgid: str) -> str:
    """A catalog of a few messages."""
    return SWEDISH[msgid]


def problem(line: int = 1, column: int = 1, hint: Message | None = None, *, warning: bool = False) -> Problem:
    """A problem at a place of one file."""
    message = say("No %(thing)s of 100 %%.", thing=say("status"))
    return Problem("content/a1.yaml", line, column, message, hint, warning)


def test_a_message_is_translated_from_the_inside_out() -> None:
    """A value that is a message is translated before it fills its placeholder."""
    assert "No status of 100 %." == translate(problem().message, english)
    assert "100 % saknar läge." == translate(problem().message, swedish)


def test_a_problem_shows_its_line_and_what_to_write() -> None:
    """Path, place and message; the line with a caret; the hint."""
    text = "\ufeffid: 'a1'\r\n  status: 'stared'\r\n"
    assert (
        render(problem(2, 11, say("status")), text, english)
        == """\
content/a1.yaml:2:11: error: No status of 100 %.
    2 |   status: 'stared'
      |           ^
   = help: status"""
    )
    assert (
        render(problem(1, 1, say("status"), warning=True), text, swedish)
        == """\
content/a1.yaml:1:1: varning: 100 % saknar läge.
    1 | id: 'a1'
      | ^
   = skriv i stället: läge"""
    )


@pytest.mark.parametrize(("text", "line"), [(None, 1), ("a\n", 3), ("", 2), ("a", 0)])
def test_a_line_that_is_not_there_is_not_shown(text: str | None, line: int) -> None:
    """Without the text, or beyond its end, the message stands alone."""
    assert f"content/a1.yaml:{line}:1: error: No status of 100 %." == render(problem(line), text, english)


@pytest.mark.parametrize(
    ("text", "column", "shown", "caret"),
    [
        ("\ta:\tb", 5, "    a:    b", 10),
        ("日本: x", 5, "日本: x", 6),
        ("e\u0301: x", 5, "e\u0301: x", 3),
        ("å😀: x", 5, "å😀: x", 5),
        ("a\x1b[31m\u202eb", 8, "a\ufffd[31m\ufffdb", 7),
        ("ab", 3, "ab", 2),
        ("ab", 99, "ab", 2),
        ("", 1, "", 0),
    ],
)
def test_the_caret_stands_under_its_character(text: str, column: int, shown: str, caret: int) -> None:
    """Tabs, wide and combining characters are counted as they are shown; controls cannot steer a terminal."""
    lines = render(problem(1, column), text, english).split("\n")
    assert [f"    1 | {shown}".rstrip(), "      | " + " " * caret + "^"] == lines[1:]


@pytest.mark.parametrize(("column", "start", "end"), [(1, 0, 160), (81, 0, 160), (200, 119, 279), (1000, 840, 1000)])
def test_a_long_line_is_shown_around_the_column(column: int, start: int, end: int) -> None:
    """At most 160 characters of a line are shown, with a sign where it was cut."""
    text = "".join(chr(0x4E00 - 0x2000 + number) for number in range(1000))
    _, shown, caret = render(problem(1, column), text, english).split("\n")
    window = shown.removeprefix("    1 | ")
    assert ("…" if start else "") + text[start:end] + ("…" if end < 1000 else "") == window
    assert text[column - 1] == window.strip("…")[column - 1 - start]
    assert caret.index("^") - 8 >= 0


def test_a_long_line_of_narrow_characters_has_its_caret_below() -> None:
    """The caret stands under the one character that differs."""
    _, shown, caret = render(problem(1, 501), "a" * 500 + "b" + "a" * 500, english).split("\n")
    assert "b" == shown[caret.index("^")]
    assert 8 + 162 == len(shown)


def test_a_line_of_160_characters_is_shown_whole() -> None:
    """Only longer lines are cut."""
    assert f"    1 | {'a' * 160}" == render(problem(1, 160), "a" * 160, english).split("\n")[1]


def test_an_annotation_escapes_what_the_command_uses() -> None:
    """Percent signs and newlines, and in properties colons and commas, are written as codes."""
    odd = Problem("content/a,b:c%.yaml", 3, 7, say("50 %% of\r\nit: a, b"), say("status"))
    assert "::error file=content/a%2Cb%3Ac%25.yaml,line=3,col=7::50 %25 of%0D%0Ait: a, b%0Ahelp: status" == annotation(
        odd, english
    )


def test_an_annotation_of_a_warning_is_one() -> None:
    """The level is the command's own word, whatever the language."""
    assert "::warning file=content/a1.yaml,line=1,col=1::100 %25 saknar läge." == annotation(
        problem(warning=True), swedish
    )


def test_problems_are_sorted_by_place() -> None:
    """Path, then line and column as numbers, then message."""
    places = [("a", 2, 1, "x"), ("a", 10, 2, "x"), ("a", 10, 10, "x"), ("a", 10, 10, "y"), ("b", 1, 1, "x")]
    problems = [Problem(path, line, column, say(msgid)) for path, line, column, msgid in places]
    assert tuple(problems) == sort_problems(reversed(problems))
