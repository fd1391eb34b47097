"""What is typed otherwise than it is printed is warned of, with what to write; what is right is not."""

from __future__ import annotations

import gettext

import pytest

from sitegen.language.language import Language
from sitegen.model.check import check
from sitegen.model.typography import Rules, shown, typography
from sitegen.source.report import translate
from tests.model.small import DOCUMENT, PAGE, PROGRAMME, PROJECT, TEXT, Edit, files, sources

NO_BREAK = "Write a no-break space (U+00A0) in its place."


def hints(text: str, code: str = "sv", currency: str = "EUR") -> list[str]:
    """What to write instead, in the order of the text."""
    slips = Rules(Language(code, gettext.NullTranslations()), currency).slips(text)
    return [translate(hint, str) for _, _, hint in sorted(slips, key=lambda slip: slip[0])]


def warned(*edits: Edit) -> list[str]:
    """The places of the warnings of an edited portal."""
    read = sources(*edits)
    portal = check(read).portal
    assert portal is not None
    return [f"{each.path}:{each.line}:{each.column}" for each in typography(portal, read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, NO_BREAK) for text in ("ökar 10 %", "12,5 %", "15 000 projekt", "5 000 €", "1 200 000,50 €", "0 €")),
        ("åren 2024-2026", "Write “2024–2026”."),
        ("skalan 1-4", "Write “1–4”."),
        ("mellan 3\u00a0000-5\u00a0000", "Write “3\u00a0000–5\u00a0000”."),
        ("åren 2024 - 2026", "Write “2024–2026”."),
        ("Kundregister - nu", "Write “Kundregister – nu”."),
        ("Staden - företag - skolor", "Write “Staden – företag – skolor”."),
        ("e-tjänst -- nu", "Write “e-tjänst – nu”."),
        ('det nya "Porvoo account" finns', "Write: ”Porvoo account”."),
        ("det 'nya' kontot", "Write: ”nya”."),
        ("raa'an veden", "Write: raa’an."),
        ('ett "öppet citat', "Write: ”öppet."),
    ],
)
def test_a_slip_is_told_with_what_to_write(text: str, expected: str) -> None:
    """Plain spaces in numbers, hyphens for dashes, straight quotation marks: once each."""
    assert [expected] == hints(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "10\u00a0%",
            "15\u00a0000\u00a0€",
            "15\u202f000",
            "2024–2026",
            "Kundregister – nu",
            "”Porvoo account”",
            "raa’an",
        ),
        *(
            "2024-10",
            "22.1.2024",
            "1.1.-31.3.2024",
            "306/2019",
            "A1-2",
            "FI-06100",
            "040-123",
            "COVID-19",
            "2024-hanke",
        ),
        *("029 534 5000", "+358 40 123 4567", "+358 400 123 456", "år 2024 100 projekt", "A1 100", "12-10"),
        *("e-tjänst", "Suomi.fi -palvelu", "kost- och städtjänster", "luvat ja valvonta -palvelu", "| - | - |", "a--b"),
    ],
)
def test_what_is_right_is_not_told(text: str) -> None:
    """Dates, codes, telephone numbers, suffixes and the marks of tables are as they should be."""
    assert [] == hints(text)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fi", ["Write: ”nytt”.", NO_BREAK, NO_BREAK]),
        ("en", ["Write: “nytt”.", "Write “10%”.", "Write “15,000”."]),
        ("de", ["Write: „nytt“.", NO_BREAK, "Write “15.000”."]),
        ("fr", ["Write: «nytt».", NO_BREAK, NO_BREAK]),
    ],
)
def test_what_to_write_is_the_languages_own(code: str, expected: list[str]) -> None:
    """Quotation marks, thousands and per cent come from CLDR."""
    assert expected == hints('"nytt": 10 % av 15 000', code)


def test_the_sign_of_the_portals_currency_counts() -> None:
    """A word that only begins like it does not."""
    assert [NO_BREAK] == hints("5 kr", currency="SEK")
    assert [] == hints("5 krukor", currency="SEK") + hints("5 kr")


def test_code_addresses_and_markup_are_not_text() -> None:
    """Only what readers see as text is looked at, at its place."""
    hidden = ('`10 % - "x"`', '[a](b "c")', '<b class="k">', "https://a.example/1-4", "    10 %", "```\n10 %\n```")
    assert [] == [text for text in hidden if hints(shown(text))]
    assert 'a "b"'[2:] == shown('`` ` `` "b"')[-3:]
    assert ["Write: ”b”."] == hints(shown('`code` [text](page:about) "b" text'))
    assert len(shown("a\n`b`\n[c](d)")) == len("a\n`b`\n[c](d)")


def test_texts_of_records_and_of_pages_are_looked_at() -> None:
    """In the field and the language, and in prose and its front matter at line and column."""
    body = files()[TEXT].decode().rpartition("---\n")[2].strip()
    assert [] == warned()
    assert [f"{PROJECT}:8:7"] == warned((PROJECT, "sv: 'Kundapp'", "sv: 'Kundapp - nu'"))
    assert [f"{PAGE}:3:8"] == warned((PAGE, "title: '", "title: '10 % "))
    assert [f"{PROGRAMME}:60:14"] == warned((PROGRAMME, "one: 'käyttäjä'", "one: 'käyttäjä - nu'"))
    edited = warned((TEXT, body, f'x\n\nåren "2024" {body}'))
    line = files()[TEXT].decode().partition(body)[0].count("\n") + 3
    assert [f"{TEXT}:{line}:6"] == edited


@pytest.mark.parametrize(
    "edit",
    [
        (DOCUMENT, "heading: '", 'heading: \'10 % - "x" '),
        (PROJECT, "theme: 'customers'", "printed:\n  - 'Kundapp - \"nu\" 10 %'\ntheme: 'customers'"),
        (PROJECT, "theme: 'customers'", "theme: 'customers'\nnote: 'Kundapp - \"nu\" 10 %'"),
        (PROJECT, "  sv: 'kundapp'", "  sv: '2024-2026'"),
    ],
)
def test_what_is_printed_is_left_alone(edit: Edit) -> None:
    """Transcripts, printed forms, remarks to editors and addresses keep their signs."""
    assert [] == warned(edit)
