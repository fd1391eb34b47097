"""YAML becomes data exactly as it is written, or problems at their place."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.source.problems import Problem, say
from sitegen.source.yamltext import Place, read_yaml


def read(text: str) -> object:
    """The data in `text`, which has no problems."""
    document, problems = read_yaml("a.yaml", text.encode())
    assert () == problems
    assert document
    return document.data


def problems_of(text: str) -> tuple[Problem, ...]:
    """The problems of `text`, which has some."""
    document, problems = read_yaml("a.yaml", text.encode())
    assert None is document
    assert all(problem.hint and problem.path == "a.yaml" for problem in problems)
    return problems


def told(text: str) -> list[tuple[int, int, str]]:
    """Line, column and message id of each problem of `text`."""
    return [(problem.line, problem.column, problem.message.msgid) for problem in problems_of(text)]


def test_plain_words_are_typed_as_json_and_quoted_ones_are_text() -> None:
    """Only what JSON would type is typed, and only without quotes."""
    assert {
        "a": True,
        "b": None,
        "c": 12,
        "d": Decimal("2.10"),
        "e": "no",
        "f": "2024-01-22",
        "g": "true",
        "h": "12",
        "no": "~",
        "t": "null\n",
    } == read("a: true\nb: null\nc: 12\nd: 2.10\ne: no\nf: 2024-01-22\ng: 'true'\nh: \"12\"\nno: ~\nt: |\n  null\n")


def test_printed_decimals_are_kept() -> None:
    """2.10 does not become 2.1."""
    assert "{'a': Decimal('2.10')}" == str(read("a: 2.10"))


def test_lists_and_mappings_of_any_style_are_read() -> None:
    """Block and flow style, with and without indented dashes, give the same data."""
    expected = {"a": ["x", {"b": "y", "c": ["z"]}], "d": {}, "e": [], "f": ""}
    assert expected == read("a:\n- x\n- b: y\n  c:\n    - z\nd: {}\ne: []\nf: ''\n")
    assert expected == read("{a: [x, {b: y, 'c': [z]}], d: {}, e: [], f: ''}")


def test_columns_count_characters() -> None:
    """A character outside the first plane, or of several bytes, is one column; so is one after a mark."""
    document, _ = read_yaml("a.yaml", "\ufeff{'å😀': 'ö', b: c}\r\n".encode())
    assert document
    assert {(): Place(1, 1), ("å😀",): Place(1, 8), ("b",): Place(1, 16)} == document.places
    assert Place(1, 13) == document.key_places["b",]


def test_lines_count_from_the_offset() -> None:
    """What stands before the YAML in its file is counted."""
    document, _ = read_yaml("a.md", b"a: 1\n", line_offset=4)
    assert document
    assert Place(5, 4) == document.place(("a",))
    assert [5, 5] == [read_yaml("a.md", text, line_offset=4)[1][0].line for text in (b"\xff", b"a: @")]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\nb:\n  c: 2\n  'c': 3\n", 4, 3, "The field “%(field)s” is already on line %(line)s."),
        ("a:\nb: 1\n", 1, 3, "The field “%(field)s” has no value."),
        ("a: # x\n", 1, 3, "The field “%(field)s” has no value."),
        ("a:\n  - x\n  -\n", 3, 4, "The item of the list has no value."),
        ("a: *b\n", 1, 4, "“*%(name)s” repeats a value from elsewhere, which is not used here."),
        ("a: &b c\n", 1, 4, "“&%(name)s” names a value for use elsewhere, which is not used here."),
        ("a: &b\n", 1, 4, "“&%(name)s” names a value for use elsewhere, which is not used here."),
        ("a: &b [c]\n", 1, 4, "“&%(name)s” names a value for use elsewhere, which is not used here."),
        ("a: !!python/object/apply:os.system ['x']\n", 1, 4, "“!” begins a type, which is not used here."),
        ("a: !!str 1\n", 1, 4, "“!” begins a type, which is not used here."),
        ("a: ! 1\n", 1, 4, "“!” begins a type, which is not used here."),
        ("!x a: 1\n", 1, 1, "“!” begins a type, which is not used here."),
        ("a: 1\n---\nb: 2\n", 2, 1, "A second document begins here."),
        ("2024: 1\n", 1, 1, "“%(field)s” is not read as a text, and so cannot be the name of a field."),
        ("a: {true: 1}\n", 1, 5, "“%(field)s” is not read as a text, and so cannot be the name of a field."),
        ("1e999: 1\n", 1, 1, "“%(field)s” is not read as a text, and so cannot be the name of a field."),
        ("? [a]\n: 1\n", 1, 3, "The name of a field must be a text."),
        ("a: {{ b }}\n", 1, 5, "The name of a field must be a text."),
        ("? *a\n: 1\n", 1, 3, "“*%(name)s” repeats a value from elsewhere, which is not used here."),
        ("a:\n  <<: {b: 1}\n", 2, 3, "“<<” is not used here."),
        ("a: 1e999999999\n", 1, 4, "A number has at most %(limit)s characters and no large exponent."),
        ("- a\n", 1, 1, "There must be fields with values here."),
        ("\n  text\n", 2, 3, "There must be fields with values here."),
        ("", 1, 1, "Nothing is written here."),
        ("# only a remark\n", 1, 1, "Nothing is written here."),
        ("a: 'x", 1, 4, "The text that begins here has no closing quote on its line."),
        ("a: x #1 y\n", 1, 6, "The value without quotes ends before “#”: the rest of the line is not read."),
        ("- a: 12\t# y\n", 1, 9, "The value without quotes ends before “#”: the rest of the line is not read."),
        ("a:\n  - x\n    y #1\n", 3, 7, "The value without quotes ends before “#”: the rest of the line is not read."),
        ("a: ’x’\n", 1, 4, "“%(quote)s” is no quote that a text can begin with here."),
        ("a: “x”\n", 1, 4, "“%(quote)s” is no quote that a text can begin with here."),
        ("a: ”x'\n", 1, 4, "“%(quote)s” is no quote that a text can begin with here."),
        ("’a’: x\n", 1, 1, "“%(quote)s” is no quote that a text can begin with here."),
        ("a: [b, «x»]\n", 1, 8, "“%(quote)s” is no quote that a text can begin with here."),
        ("a: 'x&aring;'\n", 1, 6, "“%(written)s” is a character as HTML writes it."),
        ("a: 'x&#229;'\n", 1, 6, "“%(written)s” is a character as HTML writes it."),
        *(
            (text, 2, column, "There is a no-break space (U+%(code)s) where an ordinary space belongs.")
            for text, column in (
                ("a:\n\u00a0\u00a0b: 'x'\n", 1),
                ("a:\n \u202fb: 'x'\n", 2),
                ("a:\n  b:\u00a0'x'\n", 5),
                ("a:\n  b: \u00a0x\n", 6),
                ("a:\n  -\u00a0'x'\n", 4),
            )
        ),
        ("a:\u3000'x'\n", 1, 3, "There is a special space (U+%(code)s) where an ordinary space belongs."),
    ],
)
def test_each_fault_is_told_at_its_place(text: str, line: int, column: int, message: str) -> None:
    """One fault gives one problem, which begins where the fault does and says what to write."""
    assert [(line, column, message)] == told(text)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("# remark\na: 'x'\n  # remark\nb: 1\n", {"a": "x", "b": 1}),
        ("a: 'x' # remark\n", {"a": "x"}),
        ("a: x#1\n", {"a": "x#1"}),
        ("a: 'x #1 ’y’'\n", {"a": "x #1 ’y’"}),
        ("a: ”x” och y\n", {"a": "”x” och y"}),
        ("a: 'KÄYTTÄJÄ… Å” R&D; \u00a0 AT&T'\n", {"a": "KÄYTTÄJÄ… Å” R&D; \u00a0 AT&T"}),
    ],
)
def test_what_is_meant_as_it_stands_is_no_fault(text: str, data: object) -> None:
    """A remark on its own line or behind a quoted text, and signs inside a text."""
    document, problems = read_yaml("a.yaml", text.encode())
    assert () == problems
    assert document
    assert data == document.data


def test_the_whole_text_is_what_to_write() -> None:
    """The hint has what would have been cut off, and what stands inside the wrong quotes."""
    _, (problem,) = read_yaml("a.yaml", "sv: Tjänst #1 för kommunens 'egna' tillstånd\n".encode())
    assert problem.hint
    assert {"text": "Tjänst #1 för kommunens ''egna'' tillstånd"} == problem.hint.values
    _, (problem,) = read_yaml("a.yaml", "sv: ’Kund's’\n".encode())
    assert problem.hint
    assert {"text": "Kund''s"} == problem.hint.values
    _, (problem,) = read_yaml("a.yaml", "sv: ’Kund’s’\n".encode())
    assert problem.hint
    assert {"text": "Kund’s"} == problem.hint.values
    _, (problem,) = read_yaml("a.yaml", "sv: ”Kund” och ”bok”\n".encode())
    assert problem.hint
    assert {"text": "”Kund” och ”bok”"} == problem.hint.values


def test_a_quoted_name_may_look_like_a_number() -> None:
    """Quotes make a text of a name, and of what else would be a merge."""
    assert {"2024": 1, "true": 2, "<<": 3, "": 4} == read("'2024': 1\n\"true\": 2\n'<<': 3\n'': 4\n")


def test_one_name_may_stand_in_several_mappings() -> None:
    """Only two fields of one mapping collide."""
    assert {"a": {"b": 1}, "b": [{"b": 2}, {"b": 3}]} == read("a: {b: 1}\nb:\n  - b: 2\n  - b: 3\n")


def test_the_line_of_the_first_of_two_fields_is_named() -> None:
    """The duplicate names the first, even if it is the third of its name."""
    assert [1, 1] == [problem.message.values["line"] for problem in problems_of("a: 1\na: 2\na: 3\n")]


def test_every_fault_is_told_in_order() -> None:
    """Faults before a syntax error are told with it, sorted by place."""
    lines = ["b:", "a: *x", "a: 1", "c: !t y", "d: @e", "f:"]
    assert [1, 2, 3, 4, 5] == [line for line, _, _ in told("\n".join(lines))]


def test_twenty_levels_are_read_and_no_more() -> None:
    """The mapping at the top is the first level."""
    assert {"a"} == set(read("a: " + "[" * 19 + "]" * 19))  # type: ignore[call-overload]
    assert [(1, 23)] == [(line, column) for line, column, _ in told("a: " + "[" * 20 + "]" * 20)]


def test_twenty_thousand_values_are_read_and_no_more() -> None:
    """The file is too large to be looked through, whatever it says: one fault, at the first value too many."""
    assert () == read_yaml("a.yaml", ("a:\n" + "- 1\n" * 19_997).encode())[1]
    _, (problem,) = read_yaml("a.yaml", ("a:\n" + "- 1\n" * 100_000).encode())
    assert say("The file has more than %(limit)s fields and values.", limit=20_000) == problem.message
    assert 19_999 == problem.line


def test_a_hundred_faults_of_a_file_are_told_and_that_there_are_more() -> None:
    """In the order of the file; a hundred and one are not many more."""
    _, problems = read_yaml("a.yaml", "".join(f"k{number}:\n" for number in range(5_000)).encode())
    assert list(range(1, 102)) == [problem.line for problem in problems]
    assert say("The file has more faults than are told here.") == problems[-1].message
    _, whole = read_yaml("a.yaml", "".join(f"k{number}:\n" for number in range(100)).encode())
    assert 100 == len(whole)
    assert whole == problems[:-1]


def test_a_text_may_be_long_but_not_endless() -> None:
    """A text of more than 20 000 characters belongs in a Markdown file."""
    assert {"a": "x" * 20_000} == read("a: " + "x" * 20_000)
    assert [(1, 4, "The text is longer than %(limit)s characters.")] == told("a: " + "x" * 20_001)


LAUGHS = "a0: &a0 'ha'\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a: " + "- " * 100_000,
        "? " * 100_000,
        "a: x\n  " + "- " * 100_000 + "b:c: d",
        "a: '" + "x" * 3_000_000,
        "a: " + "x" * 3_000_000,
        "a: " + "9" * 3_000_000,
        "a: 1e" + "9" * 3_000_000,
        '"' + "\\u00e5" * 300_000,
        "x" * 1_000_000 + ": @",
        "a" * 500_000 + "\nb: 1\nc: d: e",
        "\ta" * 300_000,
        "!" * 300_000,
        "a:" * 300_000,
        "'x' " * 200_000,
        "a: 'x'\n" * 20_000,
    ],
)
def test_hostile_files_end_quickly_with_a_problem(text: str) -> None:
    """No file makes reading recurse, unfold or try things in many ways."""
    start = time.perf_counter()
    assert problems_of(text)
    assert time.perf_counter() - start < 5


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_problems(content: bytes) -> None:
    """Reading never raises: there is a document, or there are problems with a hint."""
    document, problems = read_yaml("a.yaml", content)
    assert (document is None) == bool(problems)


YAML_PIECES = [
    "a",
    "b: ",
    ": ",
    "- ",
    "'",
    '"',
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "&a",
    "*a",
    "!t",
]
YAML_PIECES += [
    "? ",
    "#",
    "---",
    "...",
    "%",
    "@",
    "\\",
    "\t",
    "1",
    "\r\n",
    "<<",
    "é",
    "\ufeff",
    "\u2028",
    "😀",
]


@given(st.lists(st.sampled_from(YAML_PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_gives_a_document_or_problems_inside_it(text: str) -> None:
    """Each problem of any text has a hint and a place that the text, or the line after it, has."""
    document, problems = read_yaml("a.yaml", text.encode("utf-8", "replace"))
    assert (document is None) == bool(problems)
    for problem in problems:
        assert problem.hint
        assert 1 <= problem.line <= len(text) + 1
        assert 1 <= problem.column <= len(text) + 1
