"""Numbers, dates, enumerations and the alphabet are those of the language."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel import UnknownLocaleError
from hypothesis import given
from hypothesis import strategies as st

from sitegen.language.catalogs import translations
from sitegen.language.language import Language, full_stop, language

CODES = ("sv", "fi", "en")
LANGUAGES = {code: language(code, ()) for code in CODES}
NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


def written(code: str) -> Language:
    """A language without a catalog."""
    return LANGUAGES[code]


@pytest.mark.parametrize(
    ("number", "nordic", "english"),
    [
        ("0", "0", "0"),
        ("320838", "320\u00a0838", "320,838"),
        ("2.08", "2,08", "2.08"),
        ("2.10", "2,10", "2.10"),
        ("2.0", "2,0", "2.0"),
        ("0.005", "0,005", "0.005"),
        ("1234567.80", "1\u00a0234\u00a0567,80", "1,234,567.80"),
        ("1E+3", "1\u00a0000", "1,000"),
        ("0.125", "0,125", "0.125"),
    ],
)
def test_a_number_keeps_the_decimals_that_it_was_typed_with(number: str, nordic: str, english: str) -> None:
    """None is added, none is dropped, and nothing is rounded; spaces within do not break."""
    assert [nordic, nordic, english] == [written(code).number(Decimal(number)) for code in CODES]


def test_a_negative_number_has_the_sign_of_the_language() -> None:
    """A minus, where the language does not write a hyphen."""
    assert ["−3,5", "−3,5", "-3.5"] == [written(code).number(Decimal("-3.5")) for code in CODES]
    assert ["−3\u00a0%", "−3\u00a0%", "-3%"] == [written(code).percent(Decimal(-3)) for code in CODES]
    assert ["−3\u00a0€", "−3\u00a0€", "-€3"] == [written(code).currency(Decimal(-3), "EUR") for code in CODES]


@given(NUMBERS, st.sampled_from(CODES))
def test_a_written_number_reads_back_as_the_same_number(number: Decimal, code: str) -> None:
    """Whatever its size and sign: the marks of the language are the only difference."""
    symbols = written(code).locale.number_symbols["latn"]
    plain = written(code).number(number).replace(symbols["group"], "").replace(symbols["decimal"], ".")
    assert str(number) == plain.replace(symbols["minusSign"], "-")


@pytest.mark.parametrize(
    ("number", "nordic", "english"),
    [
        ("43", "43\u00a0%", "43%"),
        ("1.1", "1,1\u00a0%", "1.1%"),
        ("1.10", "1,10\u00a0%", "1.10%"),
        ("0", "0\u00a0%", "0%"),
        ("84.6", "84,6\u00a0%", "84.6%"),
        ("1500", "1\u00a0500\u00a0%", "1,500%"),
    ],
)
def test_per_cent_is_the_number_itself_with_its_decimals(number: str, nordic: str, english: str) -> None:
    """43 is 43 %, with the sign where the language puts it."""
    assert [nordic, nordic, english] == [written(code).percent(Decimal(number)) for code in CODES]


@pytest.mark.parametrize(
    ("number", "nordic", "english"),
    [
        ("15200", "15\u00a0200\u00a0€", "€15,200"),
        ("0", "0\u00a0€", "€0"),
        ("2.50", "2,50\u00a0€", "€2.50"),
        ("2800.5", "2\u00a0800,50\u00a0€", "€2,800.50"),
    ],
)
def test_a_sum_is_whole_or_has_the_decimals_of_its_currency(number: str, nordic: str, english: str) -> None:
    """Cents are written where any are given, and then both digits."""
    assert [nordic, nordic, english] == [written(code).currency(Decimal(number), "EUR") for code in CODES]


def test_the_currency_is_an_argument() -> None:
    """With the sign that the language has for it, or its code; the sign alone can be had too."""
    assert "5\u00a0kr" == written("sv").currency(Decimal(5), "SEK")
    assert "5\u00a0SEK" == written("fi").currency(Decimal(5), "SEK")
    assert ["€", "€", "€"] == [written(code).currency_sign("EUR") for code in CODES]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024", ["2024", "2024", "2024"]),
        ("2024-10", ["oktober 2024", "lokakuu 2024", "October 2024"]),
        ("2024-01-22", ["22 januari 2024", "22. tammikuuta 2024", "January 22, 2024"]),
        ("2024-02-29", ["29 februari 2024", "29. helmikuuta 2024", "February 29, 2024"]),
    ],
)
def test_a_date_is_as_fine_as_it_was_given(date: str, expected: list[str]) -> None:
    """A year, a month or a day; no month and no day is made up."""
    assert expected == [written(code).date(date) for code in CODES]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ["", "", ""]),
        (["a"], ["a", "a", "a"]),
        (["a", "b"], ["a och b", "a ja b", "a and b"]),
        (["a", "b", "c"], ["a, b och c", "a, b ja c", "a, b, and c"]),
    ],
)
def test_an_enumeration_ends_in_the_word_for_and(items: list[str], expected: list[str]) -> None:
    """From none to several."""
    assert expected == [written(code).list(iter(items)) for code in CODES]


def test_texts_are_sorted_by_the_alphabet_of_the_language() -> None:
    """Å, ä and ö last in Swedish and Finnish, among a and o in English; small and large letters together."""
    words = ["zon", "Öppen", "apa", "ärende", "Åland", "Bok", "ost"]
    nordic = ["apa", "Bok", "ost", "zon", "Åland", "ärende", "Öppen"]
    english = ["Åland", "apa", "ärende", "Bok", "Öppen", "ost", "zon"]
    assert [nordic, nordic, english] == [sorted(words, key=written(code).sort_key) for code in CODES]


def test_a_message_is_translated_and_filled() -> None:
    """Placeholders by name; a per cent sign in a message without values stays one."""
    po = 'msgid "%(n)s of %(all)s"\nmsgstr "av %(all)s: %(n)s"\n\nmsgid "100 %"\nmsgstr "sata %"\n'
    swedish = Language("sv", translations(po.encode(), "sv"))
    assert "av 3: 2" == swedish.gettext("%(n)s of %(all)s", n=2, all=3)
    assert "sata %" == swedish.gettext("100 %")


def test_a_counted_message_has_the_form_and_the_written_number() -> None:
    """Other placeholders are filled beside it."""
    po = 'msgid "%(n)s day in %(x)s"\nmsgid_plural "%(n)s days in %(x)s"\nmsgstr[0] "%(n)s dag, %(x)s"\n'
    swedish = Language("sv", translations(f'{po}msgstr[1] "%(n)s dagar, %(x)s"\n'.encode(), "sv"))
    texts = [swedish.ngettext("%(n)s day in %(x)s", "%(n)s days in %(x)s", n, x="maj") for n in (1, 2, 1000, 0)]
    assert ["1 dag, maj", "2 dagar, maj", "1\u00a0000 dagar, maj", "0 dagar, maj"] == texts


def test_a_language_takes_the_catalog_of_the_first_folder_that_has_it(tmp_path: Path) -> None:
    """And without one its messages are the ids, its formats its own."""
    path = tmp_path / "sv" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Home"\nmsgstr "Hem"\n')
    assert ["Hem", "Home"] == [language(code, (tmp_path,)).gettext("Home") for code in ("sv", "fi")]


def test_a_code_may_name_a_region_or_a_script() -> None:
    """As BCP 47 writes it, with a hyphen."""
    assert "2,5" == language("sv-FI", ()).number(Decimal("2.5"))
    assert re.fullmatch(r"oktobar 2024\.?", language("sr-Latn", ()).date("2024-10"))


def test_a_language_that_nobody_knows_is_an_error() -> None:
    """Not silently written like English."""
    with pytest.raises(UnknownLocaleError):
        language("xq", ()).number(Decimal(1))


@pytest.mark.parametrize(
    ("title", "sentence"),
    [("Ett namn", "Ett namn."), ("Kostnad i st.", "Kostnad i st."), ("Vem då?", "Vem då?"), ("Och så …", "Och så …")],
)
def test_a_full_stop_is_not_doubled(title: str, sentence: str) -> None:
    """After a name that ends in a mark of its own; nor where a message is filled with one."""
    assert sentence == full_stop(title)
    assert f"{sentence} Mer." == written("sv").gettext("%(title)s. Mer.", title=title)
    assert f"{sentence} 1." == written("sv").ngettext("%(title)s. %(n)s.", "-", 1, title=title)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fi", ["ensimmäinen", "kolmas", "kahdeskymmenesensimmäinen"]),
        ("sv", ["första", "tredje", "tjugoförsta"]),
        ("se", ["1", "3", "21"]),
    ],
)
def test_a_place_in_a_row_is_an_ordinal_where_the_language_has_one(code: str, words: list[str]) -> None:
    """Without the marks for hyphenation that ICU puts into long words; else it is a numeral."""
    assert words == [language(code, ()).ordinal(number) for number in (1, 3, 21)]
