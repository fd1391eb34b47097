"""Markdown that is converted in less time is the same Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from sitegen.render.flavour import Flavour
from sitegen.render.inline import quickened

PIECES = (
    *("a", "b c", " ", "  \n", "\n", "\n\n", "*", "**", "_", "__", "`", "``", "\\", "\\*", "\\`", "\\\\", "!", "|"),
    *("[", "]", "(", ")", "[a](b)", "[a][b]", "[b]: /c\n", "![a](b)", "<", ">", "<b>", "</b>", "<http://a.b>", "- "),
    *(
        "<a@b.c>",
        "&",
        "&amp;",
        "&#38;",
        "<!-- a -->",
        "# ",
        "1. ",
        "[^b]",
        "[^b]: c\n",
        "~",
        "~~",
        "https://d.e",
        "www.f.g",
        "h@i.j",
        "|a|b|\n|-|-|\n|c|*d*|\n",
    ),
)


def plain() -> Markdown:
    """The library's converter with what prose has beside it, and its patterns tried as always."""
    return Markdown(extensions=[Flavour()], output_format="html")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("\\`a` [*b*](c `d`) **e _f_ g** &amp;<i>h</i>  \ni")
def test_what_is_made_is_the_same(text: str) -> None:
    """For any text, whatever begins, nests or is left open in it."""
    assert plain().convert(text) == quickened(plain()).convert(text)


def test_a_converter_is_quickened() -> None:
    """With the version of the library that is locked here."""
    assert InlineProcessor is not type(quickened(plain()).treeprocessors["inline"])


def test_where_the_library_works_differently_inside_nothing_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is slower, and right."""
    monkeypatch.delattr(InlineProcessor, "_InlineProcessor__applyPattern")
    assert InlineProcessor is type(quickened(plain()).treeprocessors["inline"])


def test_a_pattern_that_is_not_known_is_tried_on_every_text() -> None:
    """No text is thought not to hold it."""
    made = plain()
    made.inlinePatterns.register(SimpleTagInlineProcessor(r"(%)(\w)%", "del"), "marked", 5)
    assert "<p>a <del>b</del></p>" == quickened(made).convert("a %b%")


def test_every_pattern_of_the_library_is_known() -> None:
    """Else a text without any sign would be looked at all the same."""
    made = quickened(plain()).treeprocessors["inline"]
    assert [] == [each for each, beginnings in made._tried if not beginnings]  # type: ignore[attr-defined]  # noqa: SLF001
