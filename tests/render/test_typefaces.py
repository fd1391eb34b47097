"""The typefaces that pages are set in: small, the same from run to run, and whole for what is written."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from sitegen.render.typefaces import TYPEFACES, rules, woff2
from tests.conftest import ROOT

every = pytest.mark.parametrize("name", TYPEFACES)


def characters(name: str) -> set[str]:
    """The characters that the published font has."""
    return {chr(code) for code in TTFont(BytesIO(woff2(name))).getBestCmap()}


def written() -> str:
    """All that is written on pages of the portal: texts, and messages in each language."""
    sources = [*ROOT.glob("content/**/*"), *ROOT.glob("locale/*/LC_MESSAGES/*.po")]
    return "".join(path.read_text(encoding="utf-8") for path in sources if path.is_file())


@every
def test_a_typeface_is_the_same_from_run_to_run(name: str) -> None:
    """Neither a clock nor the order of a set decides over a byte."""
    assert woff2(name) == woff2.__wrapped__(name)


def test_the_typefaces_are_small() -> None:
    """Together at most 50 kB."""
    assert sum(len(woff2(name)) for name in TYPEFACES) <= 50_000


def test_what_is_written_is_in_the_typeface_of_texts() -> None:
    """Every character of the content and of the messages, arrows and the narrow space of numbers among them."""
    assert set() == {letter for letter in written() if letter.isprintable()} - characters("sans") - characters(
        "sans-extended"
    ) - {"◐"}
    assert set("\u00a0\u202f→≤≥−–”’€ÅÄÖåäö") <= characters("sans")


def test_headings_are_in_the_typeface_of_headings() -> None:
    """What titles and headings print: Latin-1, quotation marks, dashes, spaces of numbers, the euro."""
    assert set("\u00a0\u202f–”’€ÅÄÖåäöéü§") <= characters("serif")


def test_the_typeface_of_texts_has_its_weights_to_choose_from() -> None:
    """From regular to bold in one file; that of headings is cut to one weight."""
    axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in TTFont(BytesIO(woff2("sans")))["fvar"].axes}
    assert {"wght": (400, 600)} == axes
    assert "fvar" not in TTFont(BytesIO(woff2("serif")))


def test_the_rules_name_font_and_stand_in() -> None:
    """A typeface has its font, shown only if it is there at once, and fonts of the machine that measure alike."""
    written = rules({"sans": "sans.woff2"})
    assert '@font-face{font-family:"Portal Sans";src:url("sans.woff2") format("woff2");' in written
    assert "font-display:optional" in written
    assert '@font-face{font-family:"Portal Sans stand-in";src:local("Arial")' in written
    assert "Serif" not in written


def test_a_page_asks_for_rare_letters_only_where_it_has_some() -> None:
    """The rule names the range of each font, and the family is one."""
    written = rules({"sans": "a.woff2", "sans-extended": "b.woff2"})
    assert (
        'src:url("b.woff2") format("woff2");font-weight:400 600;font-display:optional;unicode-range:U+A1-A6,' in written
    )
    assert "unicode-range:U+20-7E,U+A0,U+A7," in written
    assert 1 == written.count("stand-in")
    assert set() == characters("sans") & characters("sans-extended")
    assert {chr(code) for code in range(0xA1, 0x180)} - characters("sans") <= characters("sans-extended")
    assert ["sans", "serif"] == [name for name, typeface in TYPEFACES.items() if typeface.preloaded]


def test_letters_share_the_first_round_trips_with_the_style_sheet() -> None:
    """A font that every page asks for takes a slow phone two at most: at most 20 kB."""
    assert [] == [name for name, typeface in TYPEFACES.items() if typeface.preloaded and len(woff2(name)) > 20_000]
