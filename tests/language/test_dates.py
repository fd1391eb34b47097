"""A date has the form that its sentence needs, whatever its precision."""

from __future__ import annotations

import pytest
from babel import Locale

from sitegen.language.dates import Form
from sitegen.language.language import language
from tests.conftest import ROOT

DATES = ("2024", "2024-10", "2024-01-06")
FORMS = {
    ("sv", None): ("2024", "oktober 2024", "6 januari 2024"),
    ("sv", Form.IN): ("2024", "i oktober 2024", "den 6 januari 2024"),
    ("sv", Form.SINCE): ("sedan 2024", "sedan oktober 2024", "sedan den 6 januari 2024"),
    ("sv", Form.START): ("från 2024", "från oktober 2024", "från den 6 januari 2024"),
    ("sv", Form.OF): ("för 2024", "för oktober 2024", "för den 6 januari 2024"),
    ("sv", Form.FROM): ("från 2024", "från oktober 2024", "från den 6 januari 2024"),
    ("fi", None): ("2024", "lokakuu 2024", "6. tammikuuta 2024"),
    ("fi", Form.IN): ("vuonna 2024", "lokakuussa 2024", "6. tammikuuta 2024"),
    ("fi", Form.SINCE): ("vuodesta 2024", "lokakuusta 2024", "6. tammikuuta 2024 lähtien"),
    ("fi", Form.START): ("vuodesta 2024", "lokakuusta 2024", "6. tammikuuta 2024 lähtien"),
    ("fi", Form.OF): ("vuoden 2024", "lokakuun 2024", "tammikuun 6. päivän 2024"),
    ("fi", Form.FROM): ("vuodelta 2024", "lokakuulta 2024", "tammikuun 6. päivältä 2024"),
    ("en", None): ("2024", "October 2024", "January 6, 2024"),
    ("en", Form.IN): ("in 2024", "in October 2024", "on January 6, 2024"),
    ("en", Form.SINCE): ("since 2024", "since October 2024", "since January 6, 2024"),
    ("en", Form.START): ("starting from 2024", "starting from October 2024", "starting from January 6, 2024"),
    ("en", Form.OF): ("of 2024", "of October 2024", "of January 6, 2024"),
    ("en", Form.FROM): ("from 2024", "from October 2024", "from January 6, 2024"),
}


@pytest.mark.parametrize(("code", "form"), FORMS, ids=str)
def test_a_date_is_inflected_as_its_language_does(code: str, form: Form | None) -> None:
    """A year, a month and a day, each with the preposition or the ending that belongs to it."""
    spoken = language(code, (ROOT / "locale",))
    assert FORMS[code, form] == tuple(spoken.date(date, form) for date in DATES)


def test_every_form_is_tried() -> None:
    """In each language."""
    assert {(code, form) for code in ("sv", "fi", "en") for form in (None, *Form)} == FORMS.keys()


def test_the_endings_of_the_finnish_patterns_fit_every_month() -> None:
    """Its month names all end alike, so that one pattern serves them."""
    names = Locale.parse("fi").months["stand-alone"]["wide"].values()
    assert 12 == len([name for name in names if name.endswith("kuu")])


@pytest.mark.parametrize(("text", "capital"), [("lokakuu 2024", "Lokakuu 2024"), ("2024", "2024"), ("", "")])
def test_a_heading_begins_with_a_capital_letter(text: str, capital: str) -> None:
    """And the rest stays as it is."""
    assert capital == language("fi", ()).capital(text)
