"""A table as CSV is exactly that table, as any reader of RFC 4180 takes it, and no spreadsheet runs it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.tables import csv_bytes
from sitegen.views.values import Cell, Column, Row, Table


def table(*rows: tuple[str, ...]) -> Table:
    """A table whose cells read otherwise than their CSV."""
    columns = tuple(Column(f"Column {index}", (f"c{index}",)) for index in range(len(rows[0]) if rows else 2))
    cells = tuple(Row(tuple(Cell(f"read {text}", (text,)) for text in row)) for row in rows)
    return Table("t", "Caption", columns, cells, "/t.csv")


def body(*texts: str) -> str:
    """The CSV of one row, without its line end."""
    return csv_bytes(table(texts)).decode().split("\r\n", 1)[1].removesuffix("\r\n")


def test_the_file_holds_names_and_machine_values() -> None:
    """One line for the names, one a row, each with CRLF; labels and words as read are for the page."""
    assert b"c0,c1\r\na,1\r\nb,2.50\r\n" == csv_bytes(table(("a", "1"), ("b", "2.50")))
    assert b"c0,c1\r\n" == csv_bytes(table())


def test_a_cell_may_fill_several_columns() -> None:
    """As many as its column has names."""
    columns = (Column("Period", ("period",)), Column("Value", ("value", "value_unit", "value_text"), numeric=True))
    row = Row((Cell("2024", ("2024",)), Cell("43 %", ("43", "share", ""))))
    expected = b"period,value,value_unit,value_text\r\n2024,43,share,\r\n"
    assert expected == csv_bytes(Table("t", "", columns, (row,), "/t.csv"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a,b", '"a,b"'),
        ('say "a"', '"say ""a"""'),
        ("a\nb", '"a\nb"'),
        ("a\r\nb", '"a\r\nb"'),
        ("a;b", "a;b"),
        (" a ", " a "),
        ("åäö – €", "åäö – €"),
    ],
)
def test_separators_quotes_and_line_breaks_are_quoted(text: str, written: str) -> None:
    """By quotes that are doubled within, and nothing else is."""
    assert f"{written},x" == body(text, "x")


def test_a_line_of_one_empty_cell_is_not_an_empty_line() -> None:
    """Readers skip those."""
    assert '""' == body("")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "=cmd",
            "=1+1",
            "+1",
            "@sum",
            "\tx",
            "\r=x",
            "\n=x",
            "-1+cmd|' /C calc'!A0",
            "-a",
            "- a",
            "-2-3",
            "-1e5",
            "--1",
        ),
        *(" =1+1", "\u00a0@sum", "  -1-1", "\uff1d1+1", "\uff0b1", "\uff0d1+1", "\uff20sum"),
    ],
)
def test_what_a_spreadsheet_would_run_is_led_by_an_apostrophe(text: str) -> None:
    """And is not otherwise changed."""
    (cells,) = csv.reader(io.StringIO(body(text, "x"), newline=""))
    assert [f"'{text}", "x"] == cells


@pytest.mark.parametrize("text", ["-5", "-0.5", "-1234.50", "-", "5", "2024-10", "a=b", "1+1", "–", "'", ""])
def test_numbers_and_plain_texts_are_left_alone(text: str) -> None:
    """A negative number, a lone dash, and signs within a text."""
    assert f"{text},x" == body(text, "x")


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2).map(tuple), max_size=5))
def test_a_reader_finds_the_same_rows(rows: list[tuple[str, ...]]) -> None:
    """Whatever the texts are, but for the apostrophe before a formula."""
    read = list(csv.reader(io.StringIO(csv_bytes(table(*rows)).decode(), newline=""), strict=True))[1:]
    assert len(rows) == len(read)
    for row, found in zip(rows, read, strict=True):
        assert [text if text == cell else f"'{text}" for text, cell in zip(row, found, strict=True)] == found
