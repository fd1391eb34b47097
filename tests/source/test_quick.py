"""What is read quickly is what would have been read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.source.quick import quick
from sitegen.source.reading import DEEPEST, MOST_VALUES, Reading
from sitegen.source.style import write_yaml
from tests.source.test_style import CANONICAL, DATA, MAPPINGS
from tests.source.test_yamltext import YAML_PIECES


def reading(text: str) -> Reading:
    """The same text read with the place of everything."""
    made = Reading("a.yaml", 0)
    made.read(text)
    return made


@given(MAPPINGS)
@example(DATA)
def test_what_is_written_here_is_read_quickly(data: dict[str, Any]) -> None:
    """With types, digits and order."""
    assert repr(data) == repr(quick(write_yaml(data)))


@given(st.lists(st.sampled_from(YAML_PIECES) | st.text(max_size=3), max_size=30).map("".join))
@example(CANONICAL)
@example("a:\n" + "- 1\n" * (MOST_VALUES - 3))
@example("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1))
@example("a: 1\n---\nb: 2\n")
@example("a: 1\n---\n")
def test_what_is_read_quickly_has_no_fault(text: str) -> None:
    """And is the same data; any other text is left to be read slowly."""
    found = quick(text)
    slow = reading(text)
    assert found is None or (repr(slow.data), []) == (repr(found), slow.problems)


@pytest.mark.parametrize(
    "text",
    [
        *("", "- a\n", "text", "a:\n", "a: 1\na: 2\n", "true: 1\n", "? [a]\n: 1\n", "<<: {b: 1}\n", "a: 1e999999\n"),
        *("a: &b c\n", "a: *b\n", "a: !x c\n", "a: &b [c]\n", "a: !x {}\n", "a: 1\n---\nb: 2\n", "a: 'x", "a: @"),
        "a: " + "[" * DEEPEST + "]" * DEEPEST,
        "a:\n" + "- 1\n" * MOST_VALUES,
        f"a: {'x' * 20_001}",
        *("a: b #c\n", "a: ’b’\n", "’a’: b\n", "a:\n\u00a0b: c\n", "a:\u00a0'b'\n"),
    ],
)
def test_what_has_a_fault_is_not_read_quickly(text: str) -> None:
    """It is read with the places of everything, and told of."""
    assert reading(text).problems
    assert quick(text) is None
