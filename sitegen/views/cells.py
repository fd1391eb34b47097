"""Cells of tables: how a figure, a status, a link or a silence of the source stands in HTML and in CSV."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sitegen.model.indicators import Observation
from sitegen.model.programme import Status
from sitegen.model.settings import Extra
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.values import Cell, Column, Figure, Link, Row, Table
from sitegen.views.verdicts import Verdicts

MANY = 3
"""So many rows that say the same are told once."""


def table(
    edition: Edition, path: str, table_id: str, caption: str, columns: tuple[Column, ...], rows: tuple[Row, ...]
) -> Table:
    """A table of the page at `path`, with the CSV file of the same rows beside the page, if the portal has those.

    A column of figures of which some are words is aligned like words, head and cells alike.
    """
    aligned = tuple(
        replace(
            column,
            numeric=column.numeric and all(row.cells[number].plain[0] for row in rows),
            common=_common([row.cells[number] for row in rows]) if number else "",
        )
        for number, column in enumerate(columns)
    )
    return printed(edition, path, table_id, caption, aligned, rows)


def printed(
    edition: Edition, path: str, table_id: str, caption: str, columns: tuple[Column, ...], rows: tuple[Row, ...]
) -> Table:
    """A table with all of its columns in sight, as a document has it."""
    csv = f"{path}{table_id}.csv" if edition.shows(Extra.CSV) else ""
    return Table(table_id, caption, columns, rows, csv)


def _common(cells: list[Cell]) -> str:
    """What all cells of a column say, if there are enough of them to tire a reader; "" otherwise."""
    said = {", ".join(filter(None, (cell.text, cell.note))) for cell in cells}
    return said.pop() if len(cells) >= MANY and len(said) == 1 else ""


def said(whole: Table) -> Table:
    """The table without the columns of which the source says nothing in any row."""
    kept = [
        number
        for number in range(len(whole.columns))
        if not whole.rows or any(any(row.cells[number].plain) for row in whole.rows)
    ]
    return replace(
        whole,
        columns=tuple(whole.columns[number] for number in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[number] for number in kept)) for row in whole.rows),
    )


def words(text: str, *, field: str = "") -> Cell:
    """A text."""
    return Cell(text, (text,), field=field)


def silent(edition: Edition, *, columns: int = 1) -> Cell:
    """What the source does not say; empty in CSV. columns: how many of CSV it stands for."""
    return Cell(edition.language.gettext("not in the source"), ("",) * columns, mark="silent")


def linked(link: Link, *, field: str = "") -> Cell:
    """A text that leads to a page."""
    return Cell(link.text, (link.text,), url=link.url, field=field)


def count(edition: Edition, number: int) -> Cell:
    """A whole number of things."""
    return Cell(edition.language.number(Decimal(number)), (str(number),))


def figure(value: Figure, *, field: str = "") -> Cell:
    """A figure: in CSV its number, its kind, its unit and, where it is no number, its words."""
    text = value.text if value.kind in {"text", "missing"} else ""
    return Cell(value.words, (value.number, value.kind, value.unit_id, text), field=field)


def figure_column(label: str, name: str) -> Column:
    """The column of such figures."""
    return Column(label, (name, f"{name}_kind", f"{name}_unit", f"{name}_text"), numeric=True)


def status(edition: Edition, value: Status | None) -> Cell:
    """A status in words, with its mark."""
    mark = Phrases(edition).status(value)
    return Cell(mark.text, (value.id if value else "",), mark=mark.phase, field="status")


def period(edition: Edition, observation: Observation | None) -> Cell:
    """The period of a value, with what is said where it was not over; in CSV the period, and whether it was not."""
    if observation is None:
        return Cell(edition.language.gettext("no date in the source"), ("", ""))
    note = Verdicts(edition).incomplete(observation)
    words = edition.language.date(observation.period)
    return Cell(words, (observation.period, "true" if note else "false"), note=note)


def period_column(label: str) -> Column:
    """The column of such periods."""
    return Column(label, ("period", "incomplete"))


def date(edition: Edition, value: str | None) -> Cell:
    """A date in words, capital as a cell begins, ISO in CSV; without one, that the source gives none."""
    if value is None:
        return Cell(edition.language.gettext("no date in the source"), ("",))
    return Cell(edition.language.capital(edition.language.date(value)), (value,))
