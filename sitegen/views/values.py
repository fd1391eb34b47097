"""The small values that views are made of: links, figures, tables, quotations.

In: texts and numbers already chosen. Out: frozen values that HTML, CSV and drawings all read, so that one
figure is written one way. Machine values stand beside the words that they are read as.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    text: str
    url: str


@dataclass(frozen=True)
class Figure:
    """A value as readers see it and as machines read it.

    text: with sign or currency, such as "320 838 €". unit: words that follow, or "". kind: number, about,
    growth, text or missing. number: plain, with a decimal point, or "". unit_id: of the vocabulary of units, or "".
    """

    text: str
    unit: str
    kind: str
    number: str
    unit_id: str

    @property
    def words(self) -> str:
        """Value and unit in one go."""
        return f"{self.text} {self.unit}".strip()


@dataclass(frozen=True)
class StatusMark:
    """A status in words, with the phase that a theme draws its mark from."""

    text: str
    phase: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table.

    text: as read. plain: one string for each CSV column of the cell's column.
    mark: the phase of a status, to draw, or "silent". field: the name under which the figure can be found in the page.
    note: what must be known beside the text, or "".
    """

    text: str
    plain: tuple[str, ...]
    url: str = ""
    mark: str = ""
    field: str = ""
    note: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table. names: its stable English names in CSV. numeric: aligned to the end.

    common: what it says in every row, which a page says once above the table; "" where rows differ.
    """

    label: str
    names: tuple[str, ...]
    numeric: bool = False
    common: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table; its first cell names it. period: where the row is of a date. field: as in Cell."""

    cells: tuple[Cell, ...]
    period: str = ""
    field: str = ""


@dataclass(frozen=True)
class Table:
    """A table and the CSV file of exactly that table. id: its address on the page. csv: path of the file, or ""."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    csv: str


@dataclass(frozen=True)
class Quotation:
    """A place of a document, and what is printed there.

    heading: as printed; occurrence of occurrences: which of the headings with these words. place: row or line
    in words. language: of the document. columns, cells: a table row as printed; cells alone: a line.
    """

    document: Link
    heading: str
    occurrence: str
    place: str
    language: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Cited:
    """A text with where it comes from.

    translated: the wording is a translation made here. date: in words, or "". printed: wordings that differ.
    """

    text: str
    quotations: tuple[Quotation, ...]
    translated: bool
    date: str = ""
    printed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Silence:
    """What the source does not say, as a part of a sentence. url: where it is listed what it could have said, or ""."""

    words: str
    url: str


@dataclass(frozen=True)
class Total:
    """A number that other pages show too, under a stable name."""

    name: str
    number: str
    label: str
    url: str = ""
    phase: str = ""


@dataclass(frozen=True)
class ProseWords:
    """What the portal itself says in a text. notes: the heading of footnotes. done, undone: of a task.

    note, back: a link to a footnote and back, with "{}" for its number.
    """

    notes: str
    note: str
    back: str
    done: str
    undone: str


@dataclass(frozen=True)
class Prose:
    """A text of the content, which joins the page where that is rendered.

    path: the file of its Markdown. links: (target as written, address) of links to pages of the portal.
    """

    path: str
    words: ProseWords
    links: tuple[tuple[str, str], ...]
