"""Sentences with a count, a quantity or a date read right in every language, whatever the number and the precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel.messages.pofile import read_po

from sitegen import pipeline
from sitegen.derive.changes import change
from sitegen.derive.findings import find
from sitegen.language.catalogs import catalog_bytes
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.indicators import Indicator
from sitegen.model.portal import Portal
from sitegen.views.documents import as_of
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.street import approval
from sitegen.views.verdicts import Verdicts
from tests.conftest import ROOT
from tests.derive.records import indicator, level, number

FOLDERS = (ROOT / "locale",)
LANGUAGES = {code: language(code, FOLDERS) for code in ("sv", "fi", "en")}
TRANSLATED = ("sv", "fi")
COUNTS = (0, 1, 2, 5, 21, 100)
QUANTITIES = tuple(map(Decimal, ("0", "1", "2", "5", "21", "100", "1.5")))
DATES = ("2024", "2024-10", "2024-10-06")
PORTALS = (".", "tests/portals/lindhamn")
FAULTS = re.compile(r"%\(|  |\(\)|\.\.|\( | \)| ,| \.(\s|$)")
"""What no finished text has: a place that was not filled, a doubled space or full stop, a mark out of place."""

UNITS = {
    (".", "sv", "identifications"): "0 Suomi.fi-identifikationer|1 Suomi.fi-identifikation|2 Suomi.fi-identifikationer|"
    "5 Suomi.fi-identifikationer|21 Suomi.fi-identifikationer|100 Suomi.fi-identifikationer|"
    "1,5 Suomi.fi-identifikationer",
    (".", "sv", "computers-per-person"): "0 datorer per person|1 dator per person|2 datorer per person|"
    "5 datorer per person|21 datorer per person|100 datorer per person|1,5 datorer per person",
    (".", "sv", "users"): "0 användare|1 användare|2 användare|5 användare|21 användare|100 användare|1,5 användare",
    (".", "fi", "service-requests"): "0 palvelupyyntöä|1 palvelupyyntö|2 palvelupyyntöä|5 palvelupyyntöä|"
    "21 palvelupyyntöä|100 palvelupyyntöä|1,5 palvelupyyntöä",
    (".", "fi", "computers-per-person"): "0 tietokonetta henkilöä kohti|1 tietokone henkilöä kohti|"
    "2 tietokonetta henkilöä kohti|5 tietokonetta henkilöä kohti|21 tietokonetta henkilöä kohti|"
    "100 tietokonetta henkilöä kohti|1,5 tietokonetta henkilöä kohti",
    (PORTALS[1], "en", "geese"): "0 geese|1 goose|2 geese|5 geese|21 geese|100 geese|1.5 geese",
    (PORTALS[1], "fi", "trips"): "0 matkaa|1 matka|2 matkaa|5 matkaa|21 matkaa|100 matkaa|1,5 matkaa",
    (PORTALS[1], "sv", "trips"): "0 resor|1 resa|2 resor|5 resor|21 resor|100 resor|1,5 resor",
}
AS_OF = {
    "sv": (
        "De senaste uppgifterna är från 2024.",
        "De senaste uppgifterna är från oktober 2024.",
        "De senaste uppgifterna är från den 6 oktober 2024.",
    ),
    "fi": (
        "Uusimmat tiedot ovat vuodelta 2024.",
        "Uusimmat tiedot ovat lokakuulta 2024.",
        "Uusimmat tiedot ovat lokakuun 6. päivältä 2024.",
    ),
    "en": (
        "The latest data is from 2024.",
        "The latest data is from October 2024.",
        "The latest data is from October 6, 2024.",
    ),
}
APART = {
    "sv": "De senaste uppgifterna är från 2024, i fråga om färdiga projekt från oktober 2024.",
    "fi": "Uusimmat tiedot ovat vuodelta 2024, valmiiden hankkeiden osalta lokakuulta 2024.",
    "en": "The latest data is from 2024, for finished projects from October 2024.",
}
APPROVED = {
    "sv": ("Godkänd 2024.", "Godkänd i oktober 2024.", "Godkänd den 6 oktober 2024."),
    "fi": ("Hyväksytty vuonna 2024.", "Hyväksytty lokakuussa 2024.", "Hyväksytty 6. lokakuuta 2024."),
    "en": ("Approved in 2024.", "Approved in October 2024.", "Approved on October 6, 2024."),
}
COUNTED = {
    ("fi", "project %(in_roadmap)s"): "hanketta IN|hanke IN|hanketta IN",
    ("sv", "project done %(in_roadmap)s"): "projekt färdiga IN|projekt färdigt IN|projekt färdiga IN",
    ("fi", "project done %(in_roadmap)s"): "hanketta valmiina IN|hanke valmiina IN|hanketta valmiina IN",
    ("fi", "the roadmap for %(years)s"): "vuosien Y tiekarttojen|vuoden Y tiekartan|vuosien Y tiekarttojen",
    ("sv", "the roadmap for %(years)s"): "färdplanerna för Y|färdplanen för Y|färdplanerna för Y",
}
WORDS = {"in_roadmap": "IN", "years": "Y"}
Message = tuple[str, str]


def catalogued(code: str) -> list[tuple[Message, tuple[str, ...]]]:
    """Every counted message of a language, with its forms."""
    catalog = read_po((catalog_bytes(FOLDERS, code) or b"").splitlines(keepends=True), locale=code)
    counted = [each for each in catalog if each.id and not isinstance(each.id, str)]
    return [((each.id[0], each.id[1]), tuple(each.string or ())) for each in counted]


MESSAGES = {code: catalogued(code) for code in TRANSLATED}


def filled(code: str, message: Message, count: int) -> str:
    """A counted message with plausible words in all its places."""
    names = {name for each in message for name in re.findall(r"%\((\w+)\)", each)} - {"n"}
    return LANGUAGES[code].ngettext(*message, count, **{name: WORDS.get(name, "X") for name in names})


@pytest.fixture(scope="module", params=PORTALS)
def editions(request: pytest.FixtureRequest) -> tuple[str, list[Edition]]:
    """Each portal, in each of its languages."""
    portal = pipeline.read(ROOT / request.param).checked.portal
    assert portal is not None
    return request.param, [spoken(portal, code) for code in portal.languages]


def spoken(portal: Portal, code: str) -> Edition:
    """A portal in one language."""
    return Edition(portal, LANGUAGES[code], addresses(portal), None, preview=False)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_counted_message_is_whole_for_every_count(code: str) -> None:
    """In the form of CLDR's category, with every place filled and every mark in its place."""
    assert len(MESSAGES[code]) > 20
    for message, forms in MESSAGES[code]:
        for count in COUNTS:
            text = filled(code, message, count)
            assert None is FAULTS.search(text), text
            one = LANGUAGES[code].category(Decimal(count)) == "one"
            pattern = re.escape(forms[0 if one else 1])
            assert re.fullmatch(re.sub(r"%\\\(\w+\\\)s", ".+", pattern), text), (text, forms)


@pytest.mark.parametrize("code", TRANSLATED)
def test_one_is_never_followed_by_a_plural(code: str) -> None:
    """The words that follow a number in a plural form, and differ there, follow no 1."""
    plurals = {
        second[0]
        for _, (one, *others) in MESSAGES[code]
        for first, second in [(_counted(one), _counted(others[-1]))]
        if first and second and first != second
    }
    assert plurals
    texts = [filled(code, message, 1) for message, _ in MESSAGES[code]]
    assert [] == [text for text in texts if any(re.search(rf"\b1 {word}\b", text) for word in plurals)]


def _counted(form: str) -> list[str]:
    return re.findall(r"%\(n\)s (\w+)", form)[:1]


@pytest.mark.parametrize(("code", "first"), COUNTED)
def test_a_counted_message_reads_as_expected(code: str, first: str) -> None:
    """For none, one and many."""
    message = next(each for each, _ in MESSAGES[code] if each[0] == first)
    assert COUNTED[code, first].split("|") == [filled(code, message, count) for count in (0, 1, 21)]


def test_every_unit_has_a_form_for_every_number(editions: tuple[str, list[Edition]]) -> None:
    """That of the number as it is written, also where it is approximate."""
    portal, spoken_in = editions
    seen = set()
    for edition in spoken_in:
        phrases = Phrases(edition)
        for unit in edition.portal.programme.units:
            texts = [phrases.quantity(each, unit.id).words for each in QUANTITIES]
            assert [] == [text for text in texts if FAULTS.search(text)]
            abouts = [phrases.quantity(each, unit.id, about=True).unit for each in QUANTITIES]
            assert [phrases.quantity(each, unit.id).unit for each in QUANTITIES] == abouts
            if (key := (portal, edition.code, unit.id)) in UNITS:
                seen.add(key)
                assert UNITS[key].split("|") == texts
    assert {key for key in UNITS if key[0] == portal} == seen


@pytest.mark.parametrize("code", LANGUAGES)
def test_dates_of_every_precision_stand_in_their_sentences(code: str, editions: tuple[str, list[Edition]]) -> None:
    """As an editor would write them."""
    for edition in (each for each in editions[1] if each.code == code):
        roadmap = edition.portal.roadmaps[0]
        assert AS_OF[code] == tuple(as_of(edition, (date,)) for date in DATES)
        assert APART[code] == as_of(edition, DATES[:2], DATES[1:2])
        dated = [roadmap.model_copy(update={"approved": date}) for date in DATES]
        assert APPROVED[code] == tuple(approval(edition, each) for each in dated)


@pytest.mark.parametrize("date", DATES)
def test_no_sentence_on_an_indicator_is_left_unfinished(date: str, editions: tuple[str, list[Edition]]) -> None:
    """Whatever the precision of its dates, it begins with a capital letter and ends in a full stop."""
    earlier = date.replace("2024", "2023")
    for edition in editions[1]:
        unit = edition.portal.programme.units[0].id
        for before, after in (("80", "120"), ("120", "80"), ("80", "90"), ("80", "80"), ("-12", "39"), ("0", "1.5")):
            values = number(earlier, before), number(date, after)
            given = printed(edition.portal, indicator(*values, target=level("100"), unit=unit))
            for sentence in sentences(edition, given):
                assert None is FAULTS.search(sentence), sentence
                assert sentence[:1] == sentence[:1].upper(), sentence
                assert sentence.endswith("."), sentence


def sentences(edition: Edition, given: Indicator) -> Iterator[str]:
    """What is said of an indicator in whole sentences."""
    verdicts = Verdicts(edition)
    yield verdicts.finding(given, find(given))
    yield from filter(None, (verdicts.change(given, change(edition.portal, given)), verdicts.pace(given)))


def printed(portal: Portal, given: Indicator) -> Indicator:
    """The indicator with its values in the portal's first document."""
    source = given.source.model_copy(update={"document": portal.documents[0].id})
    values = (each.model_copy(update={"source": source}) for each in given.observations)
    return given.model_copy(update={"observations": tuple(values)})
