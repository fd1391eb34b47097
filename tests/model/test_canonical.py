"""The canonical order and completeness of a file, and what departs from it."""

from __future__ import annotations

from sitegen.model.canonical import plain
from sitegen.model.style import canonical_texts, departures
from sitegen.model.unset import notices, translated
from tests.model.small import PROJECT, SETTINGS, TEXT, Edit, portal, sources, words

LANGUAGES = ("sv", "fi")


def canonical(*edits: Edit) -> str:
    """The project's file in the canonical style."""
    return canonical_texts(sources(*edits), LANGUAGES)[PROJECT]


def test_a_canonical_file_stays_as_it_is() -> None:
    """Every file of the small portal is in style."""
    read = sources()
    assert read.texts == canonical_texts(read, LANGUAGES)


def test_fields_stand_in_the_order_of_their_declaration() -> None:
    """Wherever an editor wrote them, and languages in the order of the portal."""
    moved = (PROJECT, "id: 'customer-app'\ncode: 'A1'\n", "code: 'A1'\nid: 'customer-app'\n")
    turned = (PROJECT, "  sv: 'Kundapp'\n  fi: 'Asiakassovellus'", "  fi: 'Asiakassovellus'\n  sv: 'Kundapp'")
    assert canonical() == canonical(moved) == canonical(turned)


def test_earlier_addresses_stand_in_the_order_of_the_portal() -> None:
    """Languages without any are left out."""
    aliases = "aliases:\n  fi:\n    - 'b'\n  sv:\n    - 'a'\n"
    written = canonical((PROJECT, "roadmap:", f"{aliases}roadmap:"))
    assert "aliases:\n  sv:\n    - 'a'\n  fi:\n    - 'b'\n" in written
    assert (
        "  fi:"
        not in canonical((PROJECT, "roadmap:", "aliases:\n  sv: ['a']\n  fi: []\nroadmap:"))
        .partition("aliases:")[2]
        .partition("roadmap:")[0]
    )


def test_what_says_nothing_is_left_out() -> None:
    """Empty lists, null, and what equals the default."""
    nothing = (PROJECT, "costs:", "effects: []\nneed: null\ntranslated: []\ncosts:")
    assert canonical() == canonical(nothing)


def test_numbers_keep_their_digits_and_dates_become_text() -> None:
    """8700.50 is not 8700.5; a year without quotes gets them."""
    assert "amount: 8700.50\n" in canonical((PROJECT, "8700", "8700.50"))
    assert canonical() == canonical((PROJECT, "as_of: '2024'", "as_of: 2024"))


def test_choices_are_written_as_their_words() -> None:
    """A record holds an enumeration, the file its word."""
    assert "yearly" == plain(portal().projects[0])["costs"][0]["kind"]


def test_a_departure_is_told_at_its_first_line() -> None:
    """One warning a file, with the command that mends it."""
    read = sources((PROJECT, "theme: 'customers'", "theme: customers"), (TEXT, "'customer-app'", "customer-app"))
    found = list(departures(read, LANGUAGES))
    assert [(PROJECT, 10), (TEXT, 2)] == [(each.path, each.line) for each in found]
    assert all(each.warning for each in found)
    assert f"Run “build.py format {PROJECT}”." == words(found[0].hint) if found[0].hint else None


def test_a_faulty_file_departs_from_nothing() -> None:
    """It has no canonical text: its fault is told instead."""
    read = sources((PROJECT, "amount: 8700", "amount: 8700 €"), (PROJECT, "theme: 'customers'", "theme: customers"))
    assert PROJECT not in canonical_texts(read, LANGUAGES)
    assert [] == list(departures(read, LANGUAGES))


def test_translations_are_counted_by_record_and_text() -> None:
    """A record with the mark counts once, the records within it by themselves, and so does a text."""
    marked = sources(
        (PROJECT, "costs:", "translated: ['fi', 'fi']\ncosts:"),
        ("content/programme.yaml", "    letter: 'A'", "    translated: ['fi', 'sv']\n    letter: 'A'"),
        (TEXT, "project: 'customer-app'", "project: 'customer-app'\ntranslated: true"),
    )
    assert {"fi": 2, "sv": 2} == translated(marked)


def test_what_is_unset_or_open_is_a_warning() -> None:
    """Each field that only the publisher can fill, and each text that stands for one to come."""
    edits = ((SETTINGS, "feedback: 'digi@example.org'\n", ""), (PROJECT, "'Asiakassovellus'", "'…'"))
    found = list(notices(portal(*edits), sources(*edits)))
    expected = ["“feedback” is not set; the pages say so.", "“…” is still to be written."]
    assert expected == [words(problem.message) for problem in found]
    assert all(problem.warning for problem in found)
