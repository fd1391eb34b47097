"""Each harmful string in Markdown: nothing but the sanitiser's list is left, and no word about it is lost."""

from __future__ import annotations

import re

import pytest

from sitegen.render.markdown import ATTRIBUTES, SCHEMES, TAGS, html
from tests.render.elements import WORDS, Elements
from tests.safety.injected import contexts
from tests.safety.strings import GROUPS, STRINGS

ODD_QUOTES = frozenset({'[x](https://x.example/" onmouseover="alert(1))', '[x](#main"onclick="alert(1))'})
"""Here Markdown takes what follows for the address of the link."""
BY_ITSELF = frozenset({"rel"})
"""What the sanitiser adds to links."""


def made(markdown: str) -> Elements:
    """What a reader gets of Markdown."""
    return Elements(html(markdown, {}, WORDS))


@pytest.mark.parametrize("string", STRINGS)
def test_only_what_is_listed_is_left(string: str) -> None:
    """Tags, attributes, and schemes of links, wherever in a text the string stands."""
    for markdown in contexts(string):
        for tag, attributes in made(markdown).tags:
            allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | BY_ITSELF
            assert tag in TAGS, markdown
            assert set() == attributes.keys() - allowed, markdown
            scheme = re.match(r"\s*([a-z][\w+.-]*):", attributes.get("href") or "", re.IGNORECASE)
            assert scheme is None or scheme[1].lower() in SCHEMES, markdown


@pytest.mark.parametrize("string", sorted({*STRINGS} - ODD_QUOTES))
def test_no_word_around_it_is_lost(string: str) -> None:
    """Not even behind a tag or a comment that is never closed."""
    text = made(f"first\n\nbefore {string} after\n\n{string}\n\nlast").text
    assert ["first", "before", "after", "last"] == re.findall(r"\b(?:first|before|after|last)\b", text)


@pytest.mark.parametrize("string", [each for kind in ("elements", "drawings", "styles") for each in GROUPS[kind]])
def test_what_may_not_stand_is_shown_as_it_was_written(string: str) -> None:
    """Who wrote it sees that it does not work here; a comment, and attributes of what is listed, are left out."""
    if not re.search(rf"<!--|\\|\*|</?(?:h1|{'|'.join(TAGS)})\b", string):
        assert string in made(f"before {string} after").text
