"""Documents that figures come from, transcribed as printed, and citations of places in them.

A citation names document, section and row; the quotation beside a figure is looked up in the transcript, so
a printed wording is written down once. Texts here are as printed and in the document's own language only.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from sitegen.language.marks import N_
from sitegen.model.fields import Aliases, Cell, Date, Id, LanguageCode, Line, Record, Ref, ShortText, Slug, Text, fault


class Citation(Record):
    """A place in a document."""

    document: Annotated[
        Id, Ref("document"), Field(title=N_("Document"), description=N_("The id of a document in content/sources/."))
    ]
    section: Annotated[Id, Field(title=N_("Section"), description=N_("The id of the document's section that says it."))]
    row: Annotated[
        int | None,
        Field(ge=1, title=N_("Row"), description=N_("Which row of the section's table, counted from 1.")),
    ] = None
    line: Annotated[
        int | None,
        Field(ge=1, title=N_("Line"), description=N_("Which line of the section's text, counted from 1.")),
    ] = None

    @model_validator(mode="after")
    def _row_or_line(self) -> Citation:
        if self.row is not None and self.line is not None:
            raise fault("one_of", names="row, line", given="row, line")
        return self


Source = Annotated[Citation, Field(title=N_("Source"), description=N_("The place in a document where this is said."))]
Translated = Annotated[
    tuple[LanguageCode, ...],
    Field(
        title=N_("Translated here"),
        description=N_("The languages in which the texts of this record are our own translation."),
    ),
]
Printed = Annotated[
    tuple[Line, ...],
    Field(
        title=N_("Printed forms"),
        description=N_("Wordings as printed, where they differ from the text above: misprints, second wordings."),
    ),
]
Short = Annotated[
    ShortText | None,
    Field(
        title=N_("Short name"),
        description=N_("A name of at most 40 characters in our own words, for lists and menus; the title stays."),
    ),
]
Remark = Annotated[
    Text | None,
    Field(
        title=N_("Remark"),
        description=N_("A remark of ours that readers need, published: what is odd, or uncertain in a translation."),
    ),
]
Note = Annotated[
    Line | None,
    Field(title=N_("Internal note"), description=N_("A remark for editors; it is not published.")),
]


class PrintedRow(Record):
    """A row of a printed table."""

    cells: Annotated[
        tuple[Cell, ...],
        Field(title=N_("Cells"), description=N_("The row's cells as printed, left to right.")),
    ]


class Section(Record):
    """A part of a document under one heading, letter by letter."""

    id: Annotated[Id, Field(title=N_("Id"), description=N_("A short name, unique within the document."))]
    heading: Annotated[Line, Field(title=N_("Heading"), description=N_("The heading as printed, misprints included."))]
    continued: Annotated[
        bool,
        Field(
            title=N_("Continued"),
            description=N_("The heading is not printed again: this section goes on from the one before."),
        ),
    ] = False
    as_of: Annotated[
        Date | None,
        Field(title=N_("As of"), description=N_("The date that the heading gives for what stands under it.")),
    ] = None
    picture: Annotated[
        bool,
        Field(title=N_("Picture"), description=N_("The section's figures stood in a picture that is not text.")),
    ] = False
    lines: Annotated[
        tuple[Line, ...],
        Field(title=N_("Lines"), description=N_("Paragraphs, list items and legends as printed, in order.")),
    ] = ()
    columns: Annotated[
        tuple[Cell, ...],
        Field(title=N_("Columns"), description=N_("The head of the section's table as printed.")),
    ] = ()
    rows: Annotated[
        tuple[PrintedRow, ...], Field(title=N_("Rows"), description=N_("The rows of the section's table."))
    ] = ()

    @model_validator(mode="after")
    def _cells_fit_columns(self) -> Section:
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise fault("cells_count", row=number, cells=len(row.cells), columns=len(self.columns))
        return self


class Document(Record):
    """A document that the portal's facts come from."""

    id: Annotated[Id, Field(title=N_("Id"), description=N_("Equal to the file's name."))]
    slug: Annotated[Slug, Field(title=N_("Address"), description=N_("The last part of the page's address."))]
    aliases: Annotated[
        Aliases, Field(title=N_("Earlier addresses"), description=N_("Addresses that lead on to the page."))
    ] = {}
    title: Annotated[Text, Field(title=N_("Title"), description=N_("The document's title."))]
    language: Annotated[
        LanguageCode,
        Field(title=N_("Language"), description=N_("The language that the document is written in.")),
    ]
    issuer: Annotated[
        Line | None, Field(title=N_("Issuer"), description=N_("Who issued the document, as printed on it."))
    ] = None
    date: Annotated[
        Date | None,
        Field(
            title=N_("Date"),
            description=N_("The date that the document gives itself, or one that is estimated from it."),
        ),
    ] = None
    estimated: Annotated[
        bool,
        Field(
            title=N_("Estimated"),
            description=N_("The document is not dated: the date is our estimate, by the place that it is read from."),
        ),
    ] = False
    read_from: Annotated[
        Citation | None,
        Field(title=N_("Read from"), description=N_("The place that an estimated date is read from.")),
    ] = None
    sections: Annotated[
        tuple[Section, ...],
        Field(title=N_("Sections"), description=N_("The document's parts in their order.")),
    ]
    translated: Translated = ()
    note: Note = None

    @model_validator(mode="after")
    def _estimate_with_its_place(self) -> Document:
        given = {"date": self.date is not None, "estimated": self.estimated, "read_from": self.read_from is not None}
        marks = [name for name in ("estimated", "read_from") if given[name]]
        if marks and not all(given.values()):
            missing = ", ".join(name for name, is_given in given.items() if not is_given)
            raise fault("estimate_part", given=", ".join(marks), missing=missing)
        return self
