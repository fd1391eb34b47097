"""Markdown with front matter is taken apart, with positions in the whole file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.source.problems import Message, say
from sitegen.source.prose import Prose, read_prose
from sitegen.source.yamltext import Place


def read(content: bytes) -> Prose:
    """The prose in `content`, which has no problems."""
    prose, problems = read_prose("a.md", content)
    assert () == problems
    assert prose
    return prose


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_front_matter_and_body_are_taken_apart(newline: bytes, mark: bytes) -> None:
    """Newlines of either kind and a byte order mark give the same prose."""
    lines = [b"---", b"project: 'a1'", b"--- ", b"", b"Text", b"", b"---", b"    code", b"", b""]
    prose = read(mark + newline.join(lines))
    assert {"project": "a1"} == prose.front.data
    assert Place(2, 10) == prose.front.place(("project",))
    assert ("Text\n\n---\n    code", 5) == (prose.body, prose.body_line)


def test_an_indented_first_line_keeps_its_indent() -> None:
    """Blank lines around the body go, its own spaces stay."""
    prose = read(b"---\na: 1\n---\n \n    code  \n \n")
    assert ("    code  ", 5) == (prose.body, prose.body_line)


@pytest.mark.parametrize("rest", [b"", b"\n", b"\n\n \n"])
def test_a_body_may_be_empty(rest: bytes) -> None:
    """An empty body begins on the line after the front matter."""
    prose = read(b"---\na: 1\n---" + rest)
    assert ("", 4) == (prose.body, prose.body_line)


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        ("", 1, 1, "The file does not begin with front matter."),
        ("# Title\n", 1, 1, "The file does not begin with front matter."),
        ("\n---\na: 1\n---\n", 1, 1, "The file does not begin with front matter."),
        ("----\na: 1\n---\n", 1, 1, "The file does not begin with front matter."),
        ("---", 1, 1, "The front matter that begins here has no end."),
        ("---\na: 1\n --- \ntext", 1, 1, "The front matter that begins here has no end."),
        ("---\n---\ntext", 2, 1, "Nothing is written here."),
        ("---\na: 1\nb: @x\n---\ntext", 3, 4, "A text without quotes cannot begin with “%(character)s”."),
        ("---\na: 1\n---\n\nå\x00", 5, 2, "There is an invisible character here (U+%(code)s)."),
    ],
)
def test_faults_are_told_at_their_line_of_the_file(content: str, line: int, column: int, message: str) -> None:
    """Front matter that is missing, unclosed or faulty gives a problem with a hint."""
    prose, (problem,) = read_prose("a.md", content.encode())
    assert None is prose
    assert (line, column, message) == (problem.line, problem.column, problem.message.msgid)
    assert problem.hint


@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda text: f"---\n{text}".encode()))
def test_any_bytes_give_prose_or_problems(content: bytes) -> None:
    """Reading never raises: there is prose, or there are problems."""
    prose, problems = read_prose("a.md", content)
    assert (prose is None) == bool(problems)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("a" * 50_001, say("The text is longer than %(limit)s characters.", limit=50_000)),
        ("[" * 600 + "<" * 401, say("The text has more than %(limit)s of the signs “[” and “<”.", limit=1_000)),
    ],
)
def test_a_text_that_would_take_minutes_to_convert_is_told(body: str, message: Message) -> None:
    """At its first line; with one character less it is read."""
    prose, (problem,) = read_prose("a.md", f"---\nid: 'a'\n---\n\n{body}".encode())
    assert (None, message, 5) == (prose, problem.message, problem.line)
    assert body[:-1] == read(f"---\nid: 'a'\n---\n\n{body[:-1]}".encode()).body
