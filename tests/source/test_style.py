"""Data is written in one style, and read back as it was."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.source.prose import read_prose
from sitegen.source.style import first_difference, write_prose, write_yaml
from sitegen.source.yamltext import read_yaml

CANONICAL = """\
id: 'a1'
title:
  sv: 'Skapa ett ''register'' – 50 % av allt'
  no: 'Lag et register'
'true': true
'2024': null
values:
  - as_of: '2024'
    value: 2.10
    parts:
      - 'a'
      - - 1
        - -2
  - about: 0.0000001
empty: []
none: {}
text: ''
"""

DATA = {
    "id": "a1",
    "title": {"sv": "Skapa ett 'register' – 50 % av allt", "no": "Lag et register"},
    "true": True,
    "2024": None,
    "values": [
        {"as_of": "2024", "value": Decimal("2.10"), "parts": ["a", [1, -2]]},
        {"about": Decimal("0.0000001")},
    ],
    "empty": [],
    "none": {},
    "text": "",
}


def test_the_canonical_style() -> None:
    """Block style, dashes indented, texts in single quotes, the rest bare, in the order given."""
    assert CANONICAL == write_yaml(DATA)


def test_nothing_is_folded() -> None:
    """A text stays on its line whatever its length."""
    text = "ord " * 3000
    assert f"a: '{text}'\n" == write_yaml({"a": text})


def test_tuples_are_lists() -> None:
    """Any sequence is written as a list."""
    assert write_yaml({"a": ["b"]}) == write_yaml({"a": ("b",)})


@pytest.mark.parametrize(
    "text", ["a\nb", "a\rb", "a\tb", "\x00", "\x1b[0m", "\x85", "\u2028", "\ufeff", "\ud800", "\uffff"]
)
def test_a_text_that_does_not_fit_on_a_line_is_refused(text: str) -> None:
    """Newlines and invisible characters raise, in a value as in a name."""
    with pytest.raises(ValueError, match="one line"):
        write_yaml({"a": [text]})
    with pytest.raises(ValueError, match="one line"):
        write_yaml({text: "a"})


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("-Infinity"), Decimal("1e31"), 10**30])
def test_a_number_that_could_not_be_read_back_is_refused(number: int | Decimal) -> None:
    """What reading would take for a text, or refuse, raises."""
    with pytest.raises(ValueError, match="number"):
        write_yaml({"a": number})


@pytest.mark.parametrize("value", [1.5, b"a", {"b"}, {1: "b"}])
def test_other_data_is_refused(value: object) -> None:
    """Floats, bytes, sets and names that are no texts are no content."""
    with pytest.raises(TypeError):
        write_yaml({"a": value})


LINE = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co"]), max_size=20).filter(
    lambda text: not re.search("[\u202a-\u202e\ufeff\ufffd-\uffff]|[ÃÂâ][\u00a0-\u2122]|&.+;", text)
)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
SCALARS = LINE | st.booleans() | st.none() | st.integers(-(10**20), 10**20) | DECIMALS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LINE, inner, max_size=4),
    max_leaves=15,
)
MAPPINGS = st.dictionaries(LINE, VALUES, max_size=5)


@given(MAPPINGS)
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    """Reading gives back the same data, types, digits and order, and writing it again changes nothing."""
    written = write_yaml(data)
    document, problems = read_yaml("a.yaml", written.encode())
    assert () == problems
    assert document
    assert repr(data) == repr(document.data)
    assert written == write_yaml(document.data)


@given(MAPPINGS, st.text(max_size=40))
@example({}, "\r0")
def test_prose_is_written_once_and_for_all(front: dict[str, Any], body: str) -> None:
    """Writing prose that was read back changes nothing."""
    written = write_prose(front, body)
    prose, problems = read_prose("a.md", written.encode("utf-8", "replace"))
    assert bool(prose) != bool(problems)
    if prose:
        assert repr(front) == repr(prose.front.data)
        assert written == write_prose(prose.front.data, prose.body)


@pytest.mark.parametrize("body", ["\n \nText\n\n  two", "Text\n\n  two\n\n \n", "Text\r\n\r\n  two"])
def test_the_style_of_prose(body: str) -> None:
    """Front matter, one blank line, the body, one final newline."""
    assert "---\na: 'b'\n---\n\nText\n\n  two\n" == write_prose({"a": "b"}, body)


def test_an_indented_first_line_stays_indented() -> None:
    """Blank lines before the body go, its own spaces stay."""
    assert "---\na: 1\n---\n\n    code\n" == write_prose({"a": 1}, "\n  \n    code")


def test_an_empty_body_leaves_nothing_after_the_front_matter() -> None:
    """There is no blank line at the end of a file."""
    assert "---\na: 1\n---\n" == write_prose({"a": 1}, " \n")


@pytest.mark.parametrize(
    ("actual", "canonical", "line"),
    [
        ("a\nb\n", "a\nb\n", None),
        ("", "", None),
        ("a\nc\n", "a\nb\n", 2),
        ("a\nb", "a\nb\n", 2),
        ("a\nb", "a\nc", 2),
        ("a\r\nb\n", "a\nb\n", 1),
        ("a\n", "a\nb\n", 2),
        ("a\n\n", "a\n", 2),
        ("\ufeffa\n", "a\n", 1),
    ],
)
def test_the_first_line_that_differs(actual: str, canonical: str, line: int | None) -> None:
    """The end of a line counts, and so does a line too many or too few."""
    assert line == first_difference(actual, canonical)
