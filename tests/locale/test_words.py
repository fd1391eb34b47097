"""What readers of the pages are told: one term for one thing, no words of a database, and typography."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.project.checkout import ROOT

PUBLIC = ("sitegen/views/", "sitegen/derive/", "themes/")
AVOIDED = {
    "en": r"(?<!stated )\byet\b|\bnobody\b|(?<!\()\bknown\b",
    "sv": r"\bännu\b|\bvet (ingen|man)\b|\b(ingen|man) vet\b|inte känt|okänd|\bslaget\b|\bgolv\b|\btak\b|lämnats? bort|"
    r"\bgata|\bICT\b|\bikt\b|\bposter(na)?\b|mätare",
    "fi": r"\bvielä\b|kukaan ei|tiedetä|\bkatu|kadulla|projekti|rooli|tietue|ei ilmene lähteestä|\blaji\b",
}
"""Of the world where only the source is meant; words that another term stands for; words of a database."""
TYPOGRAPHY = re.compile(r" %(?!\()| €|\d[ ]\d{3}| - |(?<=\d)-(?=\d)|\.\.\.|\"")
"""A plain space where a line must not break, a hyphen for a dash, straight quotes."""


def messages(code: str) -> Iterator[Message]:
    """The messages that stand on pages."""
    content = (ROOT / f"locale/{code}/LC_MESSAGES/messages.po").read_bytes()
    for message in read_po(io.BytesIO(content), locale=code):
        if message.id and any(path.startswith(PUBLIC) for path, _ in message.locations):
            yield message


def public(code: str) -> Iterator[str]:
    """Every form of them in the language."""
    return (form for message in messages(code) for form in forms(message.string))


def ids() -> Iterator[str]:
    """Every form of them in English."""
    return (form for message in messages("sv") for form in forms(message.id))


def forms(text: object) -> Iterator[str]:
    """The text, or each of its plural forms."""
    return map(str, text) if isinstance(text, (list, tuple)) else iter((str(text),))


@pytest.mark.parametrize("code", ["sv", "fi"])
def test_pages_have_one_word_for_one_thing(code: str) -> None:
    """And a silence is told of the source, never of the world."""
    texts = list(public(code))
    assert len(texts) > 200
    assert [] == [text for text in texts if re.search(AVOIDED[code], text)]


def test_a_silence_is_told_of_the_source_in_english() -> None:
    """Never as what nobody knows, or does not know yet."""
    assert [] == [text for text in ids() if re.search(AVOIDED["en"], text)]


@pytest.mark.parametrize("code", ["sv", "fi"])
def test_typography_is_that_of_print(code: str) -> None:
    """No-break spaces before signs and inside numbers, dashes, curly quotes."""
    assert [] == [text for text in public(code) if TYPOGRAPHY.search(text)]
