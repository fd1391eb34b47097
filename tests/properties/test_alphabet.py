"""Words are sorted as a reader of the language looks them up, and ids are what an address can hold."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sitegen.language.language import Language, language
from sitegen.model.fields import Id

NORDIC = tuple(language(code, ()) for code in ("sv", "fi"))
ENGLISH = language("en", ())
# v and w, of old one letter in both, are left to CLDR; of the rest the order is what every school teaches.
ALPHABET = "abcdefghijklmnopqrstuvxyzåäö"

words = st.text(ALPHABET, min_size=1, max_size=8)
nordic = st.sampled_from(NORDIC)
ids = TypeAdapter(Id)


def by_alphabet(word: str) -> list[int]:
    """A key by the place of each letter."""
    return [ALPHABET.index(letter) for letter in word]


@given(nordic, st.lists(words))
def test_letters_with_rings_and_dots_come_last(spoken: Language, found: list[str]) -> None:
    """å, ä and ö are letters of their own, after z and in this order."""
    assert sorted(found, key=by_alphabet) == sorted(found, key=spoken.sort_key)


@given(nordic, st.lists(words))
def test_capitals_do_not_part_words(spoken: Language, found: list[str]) -> None:
    """A capital letter moves a word past no other word."""
    mixed = [word.upper() if place % 2 else word for place, word in enumerate(found)]
    assert sorted(map(by_alphabet, found)) == [by_alphabet(word.lower()) for word in sorted(mixed, key=spoken.sort_key)]


@given(words, words)
def test_another_language_has_another_alphabet(one: str, other: str) -> None:
    """In English the signs over a letter decide only where the letters themselves do not."""
    bare = str.maketrans("åäö", "aao")
    first, second = one.translate(bare), other.translate(bare)
    if first != second:
        assert (first < second) == (ENGLISH.sort_key(one) < ENGLISH.sort_key(other))


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_an_id_is_its_own_address(name: str) -> None:
    """It needs no encoding in a URL, is one part of a path, and is a file name on any system that ignores case."""
    assert name == ids.validate_python(name)
    assert (name, name, 1) == (quote(name, safe=""), name.lower(), len(PurePosixPath(name).parts))


@given(st.text(min_size=1, max_size=12))
def test_anything_else_is_no_id(name: str) -> None:
    """Capitals, spaces, dots, slashes, letters of other alphabets, a hyphen at an end."""
    fits = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name, re.ASCII) is not None
    try:
        ids.validate_python(name)
    except ValidationError:
        assert not fits
    else:
        assert fits


@pytest.mark.parametrize(
    "name", ["", "A", "å", "a b", "a.b", "a/b", "..", "-a", "a-", "a--b", "a_b", "a\n", "\uff41", "\u0661"]
)
def test_a_name_that_no_address_can_hold_is_refused(name: str) -> None:
    """Each is refused for what it is."""
    with pytest.raises(ValidationError):
        ids.validate_python(name)
