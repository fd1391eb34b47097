"""What is printed at a cited place stands letter by letter, in the document's language, with its place in words."""

from __future__ import annotations

import pytest

from sitegen.model.sources import Citation
from sitegen.views.quotations import cited, dating, occurrence, quotation, quotations
from sitegen.views.values import Link
from tests.views.editions import edition

ENGLISH, SWEDISH = edition(), edition(code="sv")
ROW = Citation(document="report", section="results", row=1)
LINE = Citation(document="report", section="text", line=1)


def test_a_document_says_when_it_was_written_as_far_as_it_shows() -> None:
    """Its own date, an estimate with the place that it is read from, or that it is undated."""
    undated = ENGLISH.portal.documents[0]
    stated = undated.model_copy(update={"date": "2024-10"})
    estimated = stated.model_copy(update={"estimated": True, "read_from": LINE})
    assert [
        ("The document is undated.", []),
        ("Dated in October 2024.", []),
        ("The document is undated. Our estimate is October 2024, by this place in it:", [("Först  så.",)]),
    ] == [
        (found.words, [place.cells for place in found.read_from])
        for found in (dating(ENGLISH, each) for each in (undated, stated, estimated))
    ]


def test_a_row_is_quoted_with_the_head_of_its_table() -> None:
    """Every cell, an empty one too."""
    found = quotation(ENGLISH, Citation(document="report", section="results", row=2))
    assert (("Vad", "Tal"), ("", "–"), "row 2", "Resultat") == (found.columns, found.cells, found.place, found.heading)


def test_a_line_is_quoted_alone_with_its_spaces() -> None:
    """Letter by letter, and without the head of a table."""
    found = quotation(ENGLISH, LINE)
    assert ((), ("Först  så.",), "line 1") == (found.columns, found.cells, found.place)


def test_a_section_is_quoted_by_its_heading() -> None:
    """Where neither row nor line is named."""
    found = quotation(ENGLISH, Citation(document="report", section="text"))
    assert (("Ingress",), "") == (found.cells, found.place)


def test_a_quotation_is_in_the_language_of_the_document_in_every_edition() -> None:
    """Only the title of the document and its address are the edition's."""
    english, swedish = quotation(ENGLISH, ROW), quotation(SWEDISH, ROW)
    assert (english.language, english.cells) == ("sv", ("Visits", "12")) == (swedish.language, swedish.cells)
    assert Link("Report", "/en/sources/report/#results") == english.document
    assert Link("Report*", "/sv/sources-sv/report-sv/#results") == swedish.document


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("results", "the first of 2 headings with these words"),
        ("again", "the second of 2 headings with these words"),
        ("more", "continued"),
        ("text", ""),
    ],
)
def test_of_headings_with_the_same_words_it_is_said_which(section: str, expected: str) -> None:
    """What goes on under a heading is told apart from its beginning; a heading of its own needs no number."""
    document = ENGLISH.portal.documents[0]
    found = next(each for each in document.sections if each.id == section)
    assert expected == occurrence(ENGLISH, document, found)


def test_a_place_is_quoted_once() -> None:
    """In the order in which places are first named."""
    assert ["line 1", "row 1"] == [found.place for found in quotations(ENGLISH, LINE, ROW, LINE)]


def test_a_text_says_whether_it_is_a_translation_and_of_when() -> None:
    """In the languages in which it is one; the date as finely as given."""
    english = cited(ENGLISH, "Less paper", ("en",), ROW, date="2024-10")
    swedish = cited(SWEDISH, "Mindre papper", ("en",), ROW)
    assert (True, "October 2024") == (english.translated, english.date)
    assert (False, "") == (swedish.translated, swedish.date)
    assert 1 == len(english.quotations)
