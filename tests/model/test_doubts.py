"""What is valid but can hardly be meant is warned of, without a clock."""

from __future__ import annotations

import pytest

from sitegen.model.check import check
from sitegen.model.doubts import doubts, is_worded
from tests.model.small import DOCUMENT, INDICATOR, PROGRAMME, PROJECT, SETTINGS, TEXT, Edit, files, sources, words

DATED = (DOCUMENT, "sections:", "date: '2024-10'\nsections:")
AFTER = "“%s” begins after the document that it is cited from, which is of “2024-10”."
FAR = "“%s” lies far from the years of the programme, 2024–2025."


def warned(*edits: Edit, added: dict[str, str] | None = None) -> list[str]:
    """The warnings of an edited portal, without their paths."""
    read = sources(*edits, added=added)
    portal = check(read).portal
    assert portal is not None
    found = list(doubts(portal, read))
    assert all(problem.warning and problem.hint for problem in found)
    return [f"{each.line}:{each.column}: {words(each.message)}" for each in found]


def status(date: str) -> Edit:
    """The status of the project at another date."""
    return PROJECT, "as_of: '2024'", f"as_of: {date}"


@pytest.mark.parametrize("date", ["2024-11", "2024-11-01", "2025", "2205-10-06", "2052"])
def test_a_status_begins_before_its_document_ends(date: str) -> None:
    """A document cannot have seen what begins later, and it says at which precision it is dated."""
    assert [f"12:12: {AFTER % date}"] == warned(DATED, status(f"'{date}'"))


@pytest.mark.parametrize("date", ["2024", "2024-10", "2024-10-31", "2019-02-03", "1980"])
def test_what_a_document_can_have_seen_is_not_doubted(date: str) -> None:
    """A period that it lies in, its own month, and years before."""
    assert [] == warned(DATED, status(f"'{date}'"))


def test_a_period_may_end_after_its_document_but_not_begin() -> None:
    """The year that is not over is incomplete, which is said elsewhere; the year after has not been measured."""
    assert [] == warned(DATED)
    assert [f"17:13: {AFTER % '2025'}"] == warned(DATED, (INDICATOR, "period: '2024'", "period: '2025'"))


def test_the_head_of_a_section_is_held_against_its_own_document() -> None:
    """Its date is the document's own word."""
    heading = (DOCUMENT, "  - id: 'status'", "  - id: 'status'\n    as_of: '2025-10'")
    assert [AFTER % "2025-10"] == [each.partition(": ")[2] for each in warned(DATED, heading)]


@pytest.mark.parametrize("date", ["'0024'", "'2052'", "'2205-10-06'", "2042", "'1923'"])
def test_without_a_date_of_the_document_the_programme_is_what_a_date_is_held_against(date: str) -> None:
    """A slip of a digit leads far away, with quotes or without."""
    told = FAR % date.strip("'")
    assert [f"12:12: {told}"] == warned(status(date))


def test_ten_years_after_the_programme_are_not_far() -> None:
    """What comes of it can be measured later."""
    assert ["12:12"] == [told[:5] for told in warned(status("'2036'"))]
    assert [] == warned(status("'2035'"))
    assert [] == warned((PROGRAMME, "end: '2025'", "end: '2026'"), status("'2036'"))


def test_a_sum_in_thousandths_is_doubted() -> None:
    """“8.700” without quotes is eight and seven tenths, and was hardly meant so."""
    assert ["19:13: “8.700” has more decimals than a sum in EUR."] == warned((PROJECT, "8700", "8.700"))
    assert [] == warned((PROJECT, "8700", "8.70"))
    assert ["19:13: “8.7” has more decimals than a sum in JPY."] == warned(
        (PROJECT, "8700", "8.7"), (SETTINGS, "'EUR'", "'JPY'")
    )


def test_a_number_in_thousandths_beside_whole_ones_is_doubted() -> None:
    """“3.259” without quotes is little more than three; once a record, and not where others have decimals too."""
    first = "11:10: “3.000” has three decimals, as if the point separated thousands."
    second = "18:13: “3.259” has three decimals, as if the point separated thousands."
    level, number = (INDICATOR, "level: 3000", "level: 3.000"), (INDICATOR, "number: 3259", "number: 3.259")
    assert [first] == warned(level) == warned(level, number)
    assert [second] == warned(number)
    assert [] == warned((INDICATOR, "level: 3000", "level: 3.5"), number)
    assert [] == warned((INDICATOR, "number: 3259", "number: 0.259"))
    assert [] == warned((INDICATOR, "number: 3259", "number: 3.2591"))


def test_a_text_that_was_not_translated_is_doubted() -> None:
    """In the language that repeats another's, also where it is marked as translated."""
    title = "  sv: 'Kundregister'\n  fi: 'Kundregister'"
    same = "9:7: The text in “fi” is that in “sv”."
    old = "  sv: 'Kundapp'\n  fi: 'Asiakassovellus'"
    assert [same] == warned((PROJECT, old, title))
    assert [same] == warned((PROJECT, old, title), (PROJECT, "\nsource:", "\ntranslated:\n  - 'fi'\nsource:"))
    quoted = "  sv: '”Kundregister”'\n  fi: '”Kundregister”'"
    assert [] == warned((PROJECT, old, quoted))


def test_prose_that_was_not_translated_is_doubted() -> None:
    """At its first line."""
    body = "Det här är en text på svenska."
    swedish, finnish = (
        f"{files()[path].decode().rpartition('---')[0]}---\n\n{body}\n" for path in (TEXT, TEXT.replace(".sv.", ".fi."))
    )
    told = warned(added={TEXT: swedish, TEXT.replace(".sv.", ".fi."): finnish})
    assert ["The text in “sv” is that in “fi”."] == [each.partition(": ")[2] for each in told]


@pytest.mark.parametrize(
    "text",
    [
        *("ePorvoo", "2024", "€", "CC BY 4.0", "AA", "Data", "Text", "Power Platform", "Microsoft Dynamics 365"),
        *(
            "Suomi.fi",
            "https://example.org/path",
            "”Porvoo account for everybody”",
            "Klarsund",
            "…",
            "WCAG 2.2 A och AA",
        ),
    ],
)
def test_names_numbers_and_codes_may_be_the_same(text: str) -> None:
    """They are of no language."""
    assert not is_worded(text)


@pytest.mark.parametrize("text", ["Kundregister", "Skapa konto", "servicebegäran", "Nya e-tjänster för alla i ePorvoo"])
def test_words_are_of_one_language(text: str) -> None:
    """Ten letters of ordinary words are."""
    assert is_worded(text)


def test_the_name_of_the_city_may_be_the_same() -> None:
    """However long it is, and in the genitive too."""
    named = files()[SETTINGS].decode().partition("city:\n")[2].partition("description")[0]
    same = "  sv: 'Lappeenranta'\n  fi: 'Lappeenranta'\n"
    assert [] == warned((SETTINGS, named, f"{same}city_genitive:\n{same}"))
