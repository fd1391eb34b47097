"""What is wrong with a file that is not YAML is told in an editor's words, where an editor would mend it."""

from __future__ import annotations

import pytest

from sitegen.source.yamltext import read_yaml

TAB = "The line is indented with a tab."
UNCLOSED = "The text that begins here has no closing quote on its line."
GOES_ON = "The text ends at this quote, but the line goes on."
COLON = "There is a colon inside a text without quotes."
GLUED = "There is no space after the colon."
DASH = "There is no space after the dash."
NO_COLON = "This line has no field name with a colon."
NO_KEY = "There is no field name before the colon."
SPECIAL = "A text without quotes cannot begin with “%(character)s”."
OPEN = "“%(character)s” begins a list or a group of fields that is not closed."
INDENT = "The line does not line up with the lines above it."
ESCAPE = "Inside double quotes a backslash begins a code, and this code does not exist."
OTHER = "The line cannot be read from here on."


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\n\tb: 2\n", 2, 1, TAB),
        ("a:\n\tb: 2\n", 2, 1, TAB),
        ("a:\n  b: 1\n \tc: 1\n", 3, 2, TAB),
        ("title: 'abc\nother: 'x'\nlast: 'y'\n", 1, 8, UNCLOSED),
        ("title: 'abc\n", 1, 8, UNCLOSED),
        ('title: "abc\nother: "x"\n', 1, 8, UNCLOSED),
        ("- a: 'x\n- b: 'y'\n", 1, 6, UNCLOSED),
        ("a: 'x\n--- y'\n", 1, 4, UNCLOSED),
        ("ok: 'it''s'\ntitle: 'Borgå's plan'\nx: 1\n", 2, 14, GOES_ON),
        ("a: 'x' y\n", 1, 6, GOES_ON),
        ("a: 'x',\nb: 1\n", 1, 6, GOES_ON),
        ("a: b: c\n", 1, 4, COLON),
        ("- note: see this: that\n", 1, 9, COLON),
        ("id:a1\ncode: 'A1'\n", 1, 4, GLUED),
        ("code: 'A1'\nid:a1\n", 2, 4, GLUED),
        ("code: 'A1'\nid:'a1'\n# remark\n\nx: 'B'\n", 2, 4, GLUED),
        ("a:\n - b:1\n   c: 2\n", 2, 6, GLUED),
        ("a:\n  -b\n  -c: 1\n", 2, 3, DASH),
        ("code 'A1'\nx: 1\n", 1, 1, NO_COLON),
        ("x: 1\n  \ncode 'A1'\n", 3, 1, NO_COLON),
        (": x\n", 1, 1, NO_KEY),
        ("a: @x\n", 1, 4, SPECIAL),
        ("a: %x\n", 1, 4, SPECIAL),
        ("a: `x\n", 1, 4, SPECIAL),
        ("a: - x\n", 1, 4, SPECIAL),
        ("a: | x\n", 1, 4, SPECIAL),
        ("a: > 5 %\n", 1, 4, SPECIAL),
        ("a: * x\n", 1, 4, SPECIAL),
        ("a: & x\n", 1, 4, SPECIAL),
        ("a: !foo!bar x\n", 1, 4, SPECIAL),
        ("a: [1] first\nb: 2\n", 1, 4, SPECIAL),
        ("a: {b} c\nd: 1\n", 1, 4, SPECIAL),
        ("a: ]\n", 1, 4, SPECIAL),
        ("%x\na: 1", 1, 1, SPECIAL),
        ("a: [b\nc: 1\n", 1, 4, OPEN),
        ("x:\n  y: {a: b\n", 2, 6, OPEN),
        ("a: 1\n  b: 2\n", 2, 3, INDENT),
        ("a:\n  b: 2\n c: 3\n", 3, 2, INDENT),
        ("a:\n  - x\n  y: 1\n", 3, 3, INDENT),
        ("  a: 1\nb: 2\n", 2, 1, INDENT),
        ("a: 1\n- b\n", 2, 1, INDENT),
        ('a: "c:\\docs"\n', 1, 7, ESCAPE),
        ('a: "\\xZZ"\n', 1, 7, ESCAPE),
        ('a: "\\ud800"\n', 1, 7, ESCAPE),
        ("a: [b, 'c' d]\n", 1, 10, GOES_ON),
        ("a: [b: c: d]\n", 1, 4, OPEN),
        ("- []1\n", 1, 5, OTHER),
    ],
)
def test_frequent_causes_are_recognised(text: str, line: int, column: int, message: str) -> None:
    """One cause gives one problem, at the character to mend."""
    _, problems = read_yaml("a.yaml", text.encode())
    assert [(line, column, message)] == [(one.line, one.column, one.message.msgid) for one in problems]


def test_the_character_that_means_something_is_named() -> None:
    """A text without quotes that begins with a character of YAML's own is told which character."""
    _, (problem,) = read_yaml("a.yaml", b"share: % of all\n")
    assert {"character": "%"} == problem.message.values
